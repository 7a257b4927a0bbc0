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
    /// A term, and what is known of its postings.
    struct Entry: Sendable {
        var term: UInt32
        /// In how many sections it stands.
        var count: UInt32 = 0
        /// The first section, doubled, plus one if its code comes first in `bytes`.
        var first: UInt32 = 0
        var last: UInt32 = 0
        /// Where its part of `bytes` ends.
        var end: UInt32 = 0
    }

    private(set) var entries: [Entry] = []
    private var bytes: [UInt8] = []

    init() {}

    /// - Parameter uses: In the order of the terms, and the uses of a term in the order of sections.
    init(_ uses: [UInt64]) {
        bytes.reserveCapacity(uses.count * 2)
        uses.withUnsafeBufferPointer { uses in
            var index = 0
            while index < uses.count { appendTerm(uses, &index) }
        }
        // A segment is kept until all pages are cut into terms.
        (entries, bytes) = (entries.fitted, bytes.fitted)
    }

    private mutating func appendTerm(_ uses: UnsafeBufferPointer<UInt64>, _ index: inout Int) {
        var entry = Entry(term: PackedUse(value: uses[index]).term)
        while index < uses.count, PackedUse(value: uses[index]).term == entry.term {
            let (section, code) = Self.code(uses, &index)
            let flag: UInt32 = code == TermUse.single ? 0 : 1
            if entry.count == 0 {
                entry.first = section << 1 | flag
            } else {
                bytes.appendPacked((section - entry.last) << 1 | flag)
            }
            if flag == 1 { bytes.appendDigit(code) }
            entry.last = section
            entry.count += 1
        }
        entry.end = UInt32(bytes.count)
        entries.append(entry)
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
        var order = entries.indices.map { UInt64(numbers[Int(entries[$0].term)]) << 32 | UInt64($0) }
        radixSortByUpperHalf(&order)
        var result = TermSegment()
        result.entries.reserveCapacity(entries.count)
        result.bytes.reserveCapacity(bytes.count)
        for key in order {
            let old = Int(key & 0xFFFF_FFFF)
            result.bytes += bytes[range(of: old)]
            var entry = entries[old]
            (entry.term, entry.end) = (UInt32(key >> 32), UInt32(result.bytes.count))
            result.entries.append(entry)
        }
        return result
    }

    /// Where in `bytes` the postings of an entry stand.
    private func range(of index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(entries[index - 1].end))..<Int(entries[index].end)
    }

    /// Appends a term's postings to those of the pages before.
    ///
    /// - Parameters:
    ///   - index: Of the entry.
    ///   - base: The number of sections before this segment.
    ///   - previous: The last section written so far; becomes the last one of this segment.
    func append(_ index: Int, base: UInt32, previous: inout UInt32, to output: inout [UInt8]) {
        let entry = entries[index]
        output.appendPacked((base + (entry.first >> 1) - previous) << 1 | entry.first & 1)
        let range = range(of: index)
        bytes.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
        previous = base + entry.last
    }
}
