/// A stretch of bytes in one file of the library.
///
/// Spans are kept as byte offsets, because that is what scanners have at hand. Lines and columns are
/// worked out only for the few spans that are printed (see ``SourceText``).
package struct SourceSpan: Hashable, Sendable {
    /// The file, relative to the library's folder, with `/` between its parts.
    package var path: String
    /// Offsets into the file's bytes; an empty range points between two bytes.
    package var range: Range<Int>

    package init(path: String, range: Range<Int>) {
        self.path = path
        self.range = range
    }

    /// A stretch of the text that stands here, whose first byte is that at `start` of the file; all of this if the text does
    /// not stand in the file letter by letter, so that there is no such byte.
    package func part(_ range: Range<Int>, from start: Int?) -> SourceSpan {
        guard let start else { return self }
        return SourceSpan(path: path, range: start + range.lowerBound..<start + range.upperBound)
    }
}

extension SourceSpan: Comparable {
    package static func < (lhs: SourceSpan, rhs: SourceSpan) -> Bool {
        (lhs.path, lhs.range.lowerBound, lhs.range.upperBound)
            < (rhs.path, rhs.range.lowerBound, rhs.range.upperBound)
    }
}
