import CCmark
import Text

/// Makes asterisks bind beside Chinese as readers expect: `按照**“谁主管”**的原则`.
///
/// CommonMark 6.2 asks for a space or punctuation before an opening run that stands before punctuation, which Chinese does not
/// have. Here wide characters before it do as well, and wide punctuation is like a letter, and likewise for closing runs
/// (“A specification for CJK-friendly emphasis”, markdown-cjk-friendly). Where this differs from CommonMark, a character that
/// libcmark takes for a letter is put between run and punctuation, and is taken out of the tree again. Asterisks between
/// digits multiply, `3*4米，共5*6米`: a space on both sides, of a kind that no text has, lets them bind nothing.
enum EmphasisMarks {
    /// U+FDD0, which is never a character of a text.
    private static let standIn: [UInt8] = [0xEF, 0xB7, 0x90]
    /// U+1680, the space of Ogham.
    private static let space: [UInt8] = [0xE1, 0x9A, 0x80]

    /// The text with stand-ins; nil if it needs none, as nearly always.
    static func mark(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.contains(UInt8(ascii: "*")), !holdsStandIn(bytes) else { return nil }
        let places = places(in: bytes)
        guard !places.isEmpty else { return nil }
        var (marked, start) = ([UInt8](), 0)
        marked.reserveCapacity(bytes.count + places.count * standIn.count)
        for (place, sign) in places {
            marked += bytes[start..<place]
            marked += sign
            start = place
        }
        return marked + bytes[start...]
    }

    private static func places(in bytes: [UInt8]) -> [(Int, sign: [UInt8])] {
        var places: [(Int, sign: [UInt8])] = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "*")) {
            let end = bytes[start...].firstIndex { $0 != UInt8(ascii: "*") } ?? bytes.count
            index = end
            let (before, after) = (bytes[..<start].lastScalar ?? "\n", bytes[end...].firstScalar ?? "\n")
            if before == "\\" { continue }
            if digits.contains(before), digits.contains(after) { places += [(start, space), (end, space)] }
            if binds(outside: before, inside: after) { places.append((end, standIn)) }
            if binds(outside: after, inside: before) { places.append((start, standIn)) }
        }
        return places
    }

    private static let digits: ClosedRange<Unicode.Scalar> = "0"..."9"

    /// Whether a run between two characters opens, or in the other direction closes, here and not in CommonMark.
    private static func binds(outside: Unicode.Scalar, inside: Unicode.Scalar) -> Bool {
        // Between punctuation and a letter or ideograph: the one case that CommonMark refuses.
        Flank(inside) == .punctuation && Flank(outside) == .letter && (inside.isWide || outside.isWide)
    }

    static func unmark(_ root: CMarkNode) {
        root.rewriteTexts { text, _ in
            guard holdsStandIn(text) else { return nil }
            return Array(text).replacing(standIn, with: []).replacing(space, with: [])
        }
    }

    private static func holdsStandIn(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
        zip(bytes, zip(bytes.dropFirst(), bytes.dropFirst(2))).contains { first, rest in
            if first == 0xEF { return rest.0 == 0xB7 && rest.1 == 0x90 }
            return first == 0xE1 && rest.0 == 0x9A && rest.1 == 0x80
        }
    }
}
