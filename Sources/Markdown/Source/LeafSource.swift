/// The source of one paragraph, heading or cell, read along with the tree.
///
/// libcmark keeps no usable positions of inlines (columns are lost with indentation, lines with reference
/// definitions), so what a node was made of is looked for again, always after what was found before, and never
/// in code. Markers of quotes between the lines do no harm: they are none of the signs looked for.
struct LeafSource {
    private let range: Range<Int>
    /// The first line without the space around it: where to point if nothing better is known.
    let firstLine: Range<Int>
    /// The places where addresses and tags may stand, once they were asked for.
    private var places: [InlineScanner.Token]?
    /// Behind what was found last.
    private var nextPlace = 0
    private var position: Int

    /// Places passed over at most in search of one: what libcmark did not take for an address is rare, and an
    /// address that is not here at all, because a reference stands for it, must not cost a search of the whole.
    private static let mostPassedOver = 64

    init(_ range: Range<Int>, in source: SourceLines) {
        self.range = range
        position = range.lowerBound
        let end = source.bytes[range].firstIndex(where: \.isLineEnd) ?? range.upperBound
        firstLine = source.trimmed(range.lowerBound..<end)
    }

    /// Where the address of the next link or image is written: after `](`, between `<` and `>`, or, for a
    /// reference, in its definition.
    mutating func nextDestination(_ url: UnsafeBufferPointer<UInt8>, in source: SourceLines) -> Range<Int> {
        nextPlace(in: source) { token in
            let found: Range<Int> =
                switch token {
                case .destination(let destination): destination
                case .markup(let markup): markup.lowerBound + 1..<markup.upperBound - 1
                case .character(let index): index..<index
                }
            return AddressComparison.matches(url, source.bytes[found]) ? found : nil
        } ?? source.definition(of: url) ?? firstLine
    }

    /// Where the next tag is written that libcmark read as raw HTML.
    mutating func nextMarkup(_ markup: UnsafeBufferPointer<UInt8>, in source: SourceLines) -> Range<Int> {
        // A tag over several lines has lost its indentation in the tree; its first line will do.
        let beginning = markup.prefix { !$0.isLineEnd }
        return nextPlace(in: source) { token in
            guard case .markup(let found) = token else { return nil }
            return source.bytes[found].starts(with: beginning) ? found : nil
        } ?? firstLine
    }

    /// Where a text without escapes or entities is written next.
    mutating func nextText(_ text: UnsafeBufferPointer<UInt8>, in source: SourceLines) -> Range<Int> {
        var scanner = InlineScanner(source.bytes, position..<range.upperBound)
        while let token = scanner.next() {
            guard case .character(let index) = token, source.bytes[index] == text.first else { continue }
            if source.bytes[index..<range.upperBound].starts(with: text) {
                position = index + text.count
                return index..<position
            }
        }
        return firstLine
    }

    private mutating func nextPlace(
        in source: SourceLines, where match: (InlineScanner.Token) -> Range<Int>?
    ) -> Range<Int>? {
        let places = places ?? InlineScanner.places(in: source.bytes, range)
        self.places = places
        for index in places.indices[nextPlace...].prefix(Self.mostPassedOver) {
            if let found = match(places[index]) {
                nextPlace = index + 1
                return found
            }
        }
        return nil
    }
}
