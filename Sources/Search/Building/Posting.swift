import Text

/// Where in a section a term stands, and how often.
struct TermUse {
    /// In the title of the page, or the heading of the section.
    var heading = 0
    var text = 0
    /// In other names of what the page is about.
    var names = 0

    /// The use in one digit: `(heading * 7 + text) * 3 + names`, with the counts cut to what ranking tells apart.
    var code: UInt32 {
        let text = text < 5 ? text : text < 7 ? 5 : 6
        return UInt32((min(heading, 3) * 7 + text) * 3 + min(names, 2))
    }

    /// Once in the text and nowhere else, as most are.
    static let single = TermUse(text: 1).code
}

/// The fields of a page, and the keys by which its title can be typed.
enum TermField: UInt64 { case heading, text, names, pinyin }

/// One use of a term, in a number that sorts by term: the term in the upper half; below it the section, the field
/// and a count.
struct PackedUse {
    var value: UInt64

    init(value: UInt64) { self.value = value }

    init(term: UInt32, section: UInt32, field: TermField, count: Int) {
        value = UInt64(term) << 32 | UInt64(section) << 8 | field.rawValue << 6 | UInt64(min(count, 63))
    }

    var term: UInt32 { UInt32(truncatingIfNeeded: value >> 32) }
    var section: UInt32 { UInt32(truncatingIfNeeded: value) >> 8 }
    var field: TermField { TermField(rawValue: value >> 6 & 3) ?? .text }
    var count: Int { Int(value & 63) }
}

/// Terms with their postings in one run of pages, each as it will stand in the index except the first gap, which
/// depends on the pages before.
///
/// A posting is `gap * 2`, or `gap * 2 + 1` and a digit with the code of its use if that is not a single one.
struct TermSegment: Sendable {
    private(set) var terms: [UInt32] = []
    /// In how many sections each term stands.
    private(set) var counts: [UInt32] = []
    /// For each term the first section, doubled, plus one if its code comes first in `bytes`.
    private var firsts: [UInt32] = []
    private var lasts: [UInt32] = []
    private var ends: [UInt32] = []
    private var bytes: [UInt8] = []

    init() {}

    /// - Parameter uses: In the order of the terms, and the uses of a term in the order of sections.
    init(_ uses: [UInt64]) {
        bytes.reserveCapacity(uses.count * 2)
        uses.withUnsafeBufferPointer { uses in
            var index = 0
            while index < uses.count { appendTerm(uses, &index) }
        }
        fit()
    }

    /// Lets go of room that growing has left: a segment is kept until all pages are cut into terms.
    private mutating func fit() {
        (terms, counts, firsts) = (terms.fitted, counts.fitted, firsts.fitted)
        (lasts, ends, bytes) = (lasts.fitted, ends.fitted, bytes.fitted)
    }

    private mutating func appendTerm(_ uses: UnsafeBufferPointer<UInt64>, _ index: inout Int) {
        let term = PackedUse(value: uses[index]).term
        var (first, last, count) = (UInt32(0), UInt32(0), UInt32(0))
        while index < uses.count, PackedUse(value: uses[index]).term == term {
            let (section, code) = Self.code(uses, &index)
            let flag: UInt32 = code == TermUse.single ? 0 : 1
            if count == 0 { first = section << 1 | flag } else { bytes.appendPacked((section - last) << 1 | flag) }
            if flag == 1 { bytes.appendDigit(code) }
            last = section
            count += 1
        }
        terms.append(term)
        counts.append(count)
        firsts.append(first)
        lasts.append(last)
        ends.append(UInt32(bytes.count))
    }

    /// Joins the uses of a term in one section.
    private static func code(_ uses: UnsafeBufferPointer<UInt64>, _ index: inout Int) -> (section: UInt32, code: UInt32)
    {
        let place = uses[index] >> 8
        var use = TermUse()
        var pinyin: Int?
        while index < uses.count, uses[index] >> 8 == place {
            let packed = PackedUse(value: uses[index])
            switch packed.field {
            case .heading: use.heading += packed.count
            case .text: use.text += packed.count
            case .names: use.names += packed.count
            // The best of several places where the same key begins.
            case .pinyin: pinyin = min(pinyin ?? .max, packed.count)
            }
            index += 1
        }
        return (UInt32(truncatingIfNeeded: place) & 0xFF_FFFF, pinyin.map(UInt32.init) ?? use.code)
    }

    /// The same postings with other numbers of their terms, in the order of these.
    ///
    /// - Parameter numbers: The new number of each term, by its number now; no two are the same.
    func renumbered(_ numbers: [UInt32]) -> TermSegment {
        var order = terms.indices.map { UInt64(numbers[Int(terms[$0])]) << 32 | UInt64($0) }
        radixSortByUpperHalf(&order)
        var result = TermSegment()
        result.reserve(terms: terms.count, bytes: bytes.count)
        for key in order {
            let old = Int(key & 0xFFFF_FFFF)
            result.terms.append(UInt32(key >> 32))
            result.counts.append(counts[old])
            result.firsts.append(firsts[old])
            result.lasts.append(lasts[old])
            result.bytes += bytes[start(of: old)..<Int(ends[old])]
            result.ends.append(UInt32(result.bytes.count))
        }
        return result
    }

    private func start(of term: Int) -> Int { term == 0 ? 0 : Int(ends[term - 1]) }

    private mutating func reserve(terms count: Int, bytes size: Int) {
        terms.reserveCapacity(count)
        counts.reserveCapacity(count)
        firsts.reserveCapacity(count)
        lasts.reserveCapacity(count)
        ends.reserveCapacity(count)
        bytes.reserveCapacity(size)
    }

    /// Appends a term's postings to those of the pages before.
    ///
    /// - Parameters:
    ///   - term: An index of `terms`.
    ///   - base: The number of sections before this segment.
    ///   - previous: The last section written so far; becomes the last one of this segment.
    func append(_ term: Int, base: UInt32, previous: inout UInt32, to output: inout [UInt8]) {
        let first = firsts[term]
        output.appendPacked((base + (first >> 1) - previous) << 1 | first & 1)
        let range = start(of: term)..<Int(ends[term])
        bytes.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
        previous = base + lasts[term]
    }
}
