/// The lines of a text while extensions are found in it: some are rewritten so that libcmark, which knows
/// none of them, makes blocks of them. Lines are never added or removed between others, so that line numbers hold.
struct WorkingLines {
    let source: SourceLines
    private var rewritten: [Int: [UInt8]] = [:]
    /// What to add to an index into a rewritten line to get the place in the source.
    private var shifts: [Int: Int] = [:]

    init(_ source: SourceLines) {
        self.source = source
    }

    var isUnchanged: Bool { rewritten.isEmpty }

    /// A line without its ending.
    subscript(number: Int) -> ArraySlice<UInt8> {
        rewritten[number]?[...] ?? source.bytes[source.content(number)]
    }

    /// The place in the source of an index into a line.
    func sourceIndex(_ index: Int, ofLine number: Int) -> Int {
        index + (shifts[number] ?? 0)
    }

    /// Puts `head` in place of the line up to `index`.
    mutating func replace(upTo index: Int, ofLine number: Int, with head: [UInt8]) {
        let sourceIndex = sourceIndex(index, ofLine: number)
        rewritten[number] = head + self[number][index...]
        shifts[number] = sourceIndex - head.count
    }

    /// Puts `text` in place of the line.
    mutating func replace(line number: Int, with text: [UInt8]) {
        rewritten[number] = text
        shifts[number] = nil
    }

    /// The whole text behind `head`, as libcmark is to read it.
    func text(after head: [UInt8], changing: (Int, ArraySlice<UInt8>) -> [UInt8]?) -> [UInt8] {
        var text = head
        text.reserveCapacity(head.count + source.bytes.count + rewritten.count * 8)
        for number in stride(from: 1, through: source.count, by: 1) {
            let line = self[number]
            if let changed = changing(number, line) { text += changed } else { text += line }
            let whole = source.whole(number)
            text += source.bytes[source.content(number).upperBound..<whole.upperBound]
        }
        return text
    }
}
