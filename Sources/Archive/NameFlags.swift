/// Takes away the mark of zip files that says “this name is UTF-8”: libarchive then gives names as they stand. With the
/// mark it turns them into the locale of the system, and where that has no UTF-8, into nothing.
///
/// Only the flags change (bit 11, APPNOTE 4.4.4); a file that is no zip file stays as it is.
func clearNameFlags(_ bytes: inout [UInt8]) {
    func number(at index: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
    }
    func has(_ mark: [UInt8], at index: Int, _ length: Int) -> Bool {
        index >= 0 && index <= bytes.count - length && bytes[index..<index + 4].elementsEqual([0x50, 0x4B] + mark)
    }
    // The end of the list is looked for from behind: a comment of up to 64 KiB may follow it.
    let first = max(0, bytes.count - 22 - 0xFFFF)
    guard bytes.count >= 22, let end = (first...bytes.count - 22).last(where: { has([5, 6], at: $0, 22) }) else {
        return
    }
    let (size, offset) = (number(at: end + 12, 4), number(at: end + 16, 4))
    // Something may stand before the archive. In large ones another record stands between the list and its end.
    let start = has([1, 2], at: end - size, 46) ? end - size : offset
    var position = start
    while has([1, 2], at: position, 46) {
        bytes[position + 9] &= ~8
        let local = number(at: position + 42, 4) + start - offset
        if has([3, 4], at: local, 30) { bytes[local + 7] &= ~8 }
        position += 46 + number(at: position + 28, 2) + number(at: position + 30, 2) + number(at: position + 32, 2)
    }
}
