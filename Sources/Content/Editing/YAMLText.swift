import Diagnostics
import Text
import Yams

/// A text in a record's fields, and who says it.
struct YAMLText {
    /// Where it stands in the file, without its quotation marks.
    var range: Range<Int>
    /// The key of the record that it stands under.
    var field: String
    /// What the entry that it stands in is taken from.
    var locators: [Locator]
    var isPlain: Bool
    /// Whether it stands between brackets or braces.
    var isInFlow: Bool
}

extension YAMLLayer {
    /// Every text of the fields, in the order of the file.
    var texts: [YAMLText] {
        node.mapping?.flatMap { key, value in
            texts(
                of: value, YAMLText(range: 0..<0, field: key.string ?? "", locators: [], isPlain: true, isInFlow: false)
            )
        } ?? []
    }

    /// - Parameter outer: what holds for the whole node.
    private func texts(of node: Node, _ outer: YAMLText) -> [YAMLText] {
        var inner = outer
        let start = source.span(of: node).range.lowerBound - source.offset
        let first = source.text.bytes.dropFirst(start).first
        if node.scalar == nil, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { inner.isInFlow = true }
        switch node {
        case .mapping(let mapping):
            if let from = mapping.first(where: { $0.key.string == "from" })?.value {
                inner.locators = (from.sequence.map(Array.init) ?? [from]).compactMap {
                    $0.string.flatMap { Locator($0) }
                }
            }
            return mapping.flatMap { texts(of: $0.value, inner) }
        case .sequence(let sequence):
            return sequence.flatMap { texts(of: $0, inner) }
        case .scalar:
            inner.range = source.span(of: node).range
            inner.isPlain = first != UInt8(ascii: "\"") && first != UInt8(ascii: "'")
            if !inner.isPlain, inner.range.count > 1 {
                inner.range = inner.range.lowerBound + 1..<inner.range.upperBound - 1
            }
            return [inner]
        case .alias: return []
        }
    }
}
