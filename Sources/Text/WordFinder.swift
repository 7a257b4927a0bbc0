/// Finds many words in a text in one pass, whatever their number (Aho and Corasick, “Efficient string matching”, 1975).
///
/// ASCII letters are found in either case.
package struct WordFinder: Sendable {
    package struct Match: Sendable, Equatable {
        /// The number of the word in the list that was given.
        package var word: Int
        /// Its bytes in the text.
        package var range: Range<Int>
    }

    /// The edges of all nodes, those of a node side by side and in order. Nodes are numbered as they are met level by
    /// level, so edge number n leads to node n + 1.
    private var labels: [UInt8] = []
    private var firstEdge: [Int] = []
    /// Where each byte leads from the root, where most texts are most of the time, and whose edges are many.
    private var start = [Int](repeating: 0, count: 256)
    /// The node of the longest end of what was read that begins another word.
    private var fallback: [Int] = [0]
    /// The word that ends at each node, or -1, and the next node of its fallbacks where one does, or 0.
    private var word: [Int] = [-1]
    private var output: [Int] = [0]
    private let lengths: [Int]

    /// - Parameter words: each of them once; an empty one is found nowhere.
    package init(_ words: [String]) {
        let texts = words.map { $0.utf8.map(Self.folded) }
        lengths = texts.map(\.count)
        let order = texts.indices.filter { !texts[$0].isEmpty }
            .sorted { texts[$0].lexicographicallyPrecedes(texts[$1]) }
        // The words that begin with what leads to each node, as a part of the order.
        var (parts, depths, node) = ([order.indices], [0], 0)
        while node < parts.count {
            let (part, depth) = (parts[node], depths[node])
            firstEdge.append(labels.count)
            var start = part.lowerBound
            while start < part.upperBound, texts[order[start]].count == depth { start += 1 }
            while start < part.upperBound {
                let byte = texts[order[start]][depth]
                let end = order[start..<part.upperBound].firstIndex { texts[$0][depth] != byte } ?? part.upperBound
                let next = node == 0 ? 0 : step(from: fallback[node], by: byte)
                labels.append(byte)
                if node == 0 { self.start[Int(byte)] = labels.count }
                parts.append(start..<end)
                depths.append(depth + 1)
                word.append(order[start..<end].first { texts[$0].count == depth + 1 } ?? -1)
                fallback.append(next)
                output.append(word[next] >= 0 ? next : output[next])
                start = end
            }
            node += 1
        }
        firstEdge.append(labels.count)
    }

    /// Every place where a word stands, those within others too, in the order of their ends.
    package func matches(in text: [UInt8]) -> [Match] {
        var (found, node): ([Match], Int) = ([], 0)
        guard !labels.isEmpty else { return [] }
        for (index, byte) in text.enumerated() {
            node = step(from: node, by: Self.folded(byte))
            var ending = word[node] >= 0 ? node : output[node]
            while ending > 0 {
                let number = word[ending]
                found.append(Match(word: number, range: index + 1 - lengths[number]..<index + 1))
                ending = output[ending]
            }
        }
        return found
    }

    private func step(from node: Int, by byte: UInt8) -> Int {
        var node = node
        while true {
            if node == 0 { return start[Int(byte)] }
            for edge in firstEdge[node]..<firstEdge[node + 1] where labels[edge] == byte { return edge + 1 }
            node = fallback[node]
        }
    }

    /// What is the same for all texts that are found alike.
    package static func folded(_ text: String) -> String {
        String(decoding: text.utf8.map(folded), as: UTF8.self)
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
}
