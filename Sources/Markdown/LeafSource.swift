/// The source of one paragraph, heading or cell, read along with the tree.
///
/// libcmark keeps no usable positions of inlines (columns are lost with indentation, lines with reference
/// definitions), so what a node was made of is looked for again, always after what was found before, and never
/// in code. Markers of quotes between the lines do no harm: they are none of the signs looked for.
struct LeafSource {
    private let range: Range<Int>
    /// Behind what was found last.
    private var position: Int

    static let none = LeafSource(0..<0)

    init(_ range: Range<Int>) {
        self.range = range
        position = range.lowerBound
    }

    /// The first line without the space around it: where to point if nothing better is known.
    func firstLine(in source: SourceLines) -> Range<Int> {
        let end = source.bytes[range].firstIndex(where: \.isLineEnd) ?? range.upperBound
        return source.trimmed(range.lowerBound..<end)
    }

    /// Where the address of the next link or image is written: after `](`, between `<` and `>`, or, for a
    /// reference, in its definition.
    mutating func nextDestination(_ url: UnsafeBufferPointer<UInt8>, in source: SourceLines) -> Range<Int> {
        var scanner = InlineScanner(source.bytes, position..<range.upperBound)
        while let token = scanner.next() {
            let found: Range<Int>? =
                switch token {
                case .destination(let destination): destination
                case .markup(let markup): markup.lowerBound + 1..<markup.upperBound - 1
                case .character: nil
                }
            if let found, AddressComparison.matches(url, source.bytes[found]) {
                position = max(found.upperBound, position)
                return found
            }
        }
        return source.definition(of: url) ?? firstLine(in: source)
    }

    /// Where the next tag is written that libcmark read as raw HTML.
    mutating func nextMarkup(_ markup: UnsafeBufferPointer<UInt8>, in source: SourceLines) -> Range<Int>? {
        var scanner = InlineScanner(source.bytes, position..<range.upperBound)
        // A tag over several lines has lost its indentation in the tree; its first line will do.
        let firstLine = markup.prefix { !$0.isLineEnd }
        while let token = scanner.next() {
            guard case .markup(let found) = token else { continue }
            if source.bytes[found].starts(with: firstLine) {
                position = found.upperBound
                return found
            }
        }
        return nil
    }

    /// Where a text without escapes or entities is written next.
    mutating func nextText(_ text: UnsafeBufferPointer<UInt8>, in source: SourceLines) -> Range<Int>? {
        var scanner = InlineScanner(source.bytes, position..<range.upperBound)
        while let token = scanner.next() {
            guard case .character(let index) = token, source.bytes[index] == text.first else { continue }
            if source.bytes[index..<range.upperBound].starts(with: text) {
                position = index + text.count
                return index..<position
            }
        }
        return nil
    }
}
