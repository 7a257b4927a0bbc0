extension Catalogue {
    /// Reads the files of one language.
    ///
    /// - Parameter files: their paths and texts, in the order in which they are documented.
    init(parsing files: [(path: String, text: String)]) throws(CatalogueError) {
        rooms = []
        var names: Set<String> = []
        for (path, text) in files {
            let room = try Room(parsing: text, path: path)
            for diagnostic in room.diagnostics {
                guard diagnostic.id.split(separator: "-", omittingEmptySubsequences: false).allSatisfy(\.isWord) else {
                    throw CatalogueError(
                        path: path, line: diagnostic.line, message: "‘\(diagnostic.id)’ is not written-like-this")
                }
                guard names.insert("diagnostic \(diagnostic.id)").inserted else {
                    throw CatalogueError(path: path, line: diagnostic.line, message: "‘\(diagnostic.id)’ stands twice")
                }
            }
            for sentence in room.sentences + room.diagnostics.flatMap(\.sentences)
            where !names.insert("\(sentence.role) \(sentence.name)").inserted {
                throw CatalogueError(
                    path: path, line: sentence.line, message: "the \(sentence.role) ‘\(sentence.name)’ stands twice")
            }
            if let shared = room.sentences.first(where: { $0.role == .message }) {
                throw CatalogueError(path: path, line: shared.line, message: "a message belongs to a diagnostic")
            }
            rooms.append(room)
        }
    }

    /// What a translation has that this catalogue has not, or has with other holes; nil if it fits. What it lacks is no
    /// mistake: it is told in the first language.
    func misfit(of translation: Catalogue) -> String? {
        let own = Dictionary(uniqueKeysWithValues: diagnostics.map { ($0.id, $0.severity) })
        for diagnostic in translation.diagnostics where own[diagnostic.id] != diagnostic.severity {
            return own[diagnostic.id].map { "‘\(diagnostic.id)’ is of severity \($0)" }
                ?? "there is no diagnostic ‘\(diagnostic.id)’"
        }
        for (sentence, owner) in translation.sentences {
            let original = sentences.first {
                $0.owner == owner && $0.sentence.role == sentence.role && $0.sentence.name == sentence.name
            }
            guard let original = original?.sentence else {
                return "there is no \(sentence.role) ‘\(sentence.name)’ of ‘\(owner ?? "several")’"
            }
            guard Set(original.holes) == Set(sentence.holes) else {
                return "the \(sentence.role) ‘\(sentence.name)’ has the holes \(original.holes), not \(sentence.holes)"
            }
        }
        return nil
    }
}

extension Substring {
    fileprivate var isWord: Bool { !isEmpty && utf8.allSatisfy { (0x61...0x7A).contains($0) } }
}
