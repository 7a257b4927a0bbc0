/// Who does what, and what goes in and comes out: a track for each of those who do something, and the steps from top to
/// bottom, each with a mark on the track of those who do it.
///
/// Tracks instead of boxes in lanes: the steps of a real source are sentences, and there is no room for sentences in
/// lanes on a phone. Here their whole texts stand beside the tracks, at every width and on paper.
package struct ProcessDiagram: Sendable, Equatable {
    /// Somebody who does something.
    package struct Lane: Sendable, Equatable {
        package var name: String
        /// Stands behind the name in small print, such as the level of administration.
        package var note: String

        package init(name: String, note: String = "") { (self.name, self.note) = (name, note) }
    }

    package struct Step: Sendable, Equatable {
        package var text: String
        /// Who does it, as indices of lanes. Where nobody is named, it stands on a track of its own.
        package var lanes: [Int]
        package var needs: String?
        package var gives: String?

        package init(text: String, lanes: [Int], needs: String? = nil, gives: String? = nil) {
            (self.text, self.lanes, self.needs, self.gives) = (text, lanes, needs, gives)
        }
    }

    /// Texts in the language of the page.
    package struct Words: Sendable, Equatable {
        /// Over the track of what nobody is named for.
        package var unnamed: String
        /// Before what a step needs and what comes of it, with their colons.
        package var needs: String
        package var gives: String

        package init(unnamed: String, needs: String, gives: String) {
            (self.unnamed, self.needs, self.gives) = (unnamed, needs, gives)
        }
    }

    package var title: String
    package var description: String
    package var lanes: [Lane]
    package var steps: [Step]
    /// Whether the steps follow each other. Only then are they numbered and joined.
    package var isOrdered: Bool
    package var words: Words
    /// What the ids of the elements begin with.
    package var id: String

    package init(
        title: String, description: String, lanes: [Lane], steps: [Step], isOrdered: Bool, words: Words, id: String
    ) {
        (self.title, self.description, self.lanes, self.steps) = (title, description, lanes, steps)
        (self.isOrdered, self.words, self.id) = (isOrdered, words, id)
    }

    /// Which step's result each step needs: pairs of indices. Two texts are the same thing where their words are,
    /// whatever stands in parentheses behind them.
    var handovers: [(from: Int, to: Int)] {
        steps.indices.flatMap { to -> [(from: Int, to: Int)] in
            guard let needs = steps[to].needs.map(Self.things) else { return [] }
            return steps.indices.filter { from in
                from != to && (!isOrdered || from < to)
                    && steps[from].gives.map { !Self.things($0).isDisjoint(with: needs) } == true
            }.map { ($0, to) }
        }
    }

    private static func things(_ text: String) -> Set<String> {
        let words = text.split { "；;".contains($0) }.map { part in
            part.prefix { !"（(".contains($0) }.filter { !"“”\"「」 ".contains($0) }.lowercased()
        }
        return Set(words.filter { !$0.isEmpty })
    }
}

/// Draws a process as inline SVG, by the same rules as ``svg(of:)-chart``.
package func svg(of diagram: ProcessDiagram) -> String {
    var tracks = ProcessTracks(diagram)
    return tracks.draw()
}
