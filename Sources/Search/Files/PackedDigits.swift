/// How numbers are written into the index: as characters that may stand in a JavaScript string without a
/// backslash. There are 93 of them, from space to tilde without `"` and `\`, so a shard is as long on disk as in
/// memory and means the same in every encoding.
enum PackedDigits {
    static let base: UInt32 = 93

    /// The first `last` digits end a number; the others say that it goes on. Most numbers of an index are gaps
    /// between neighbours and need one or two characters; docs/decisions/0006-search-index.md has the figures.
    static let last: UInt32 = 62

    static func character(_ digit: UInt32) -> UInt8 {
        let byte = UInt8(truncatingIfNeeded: digit) &+ 0x20
        return byte < 0x22 ? byte : byte < 0x5B ? byte &+ 1 : byte &+ 2
    }
}

extension [UInt8] {
    /// Appends a digit of base 93.
    mutating func appendDigit(_ digit: UInt32) {
        append(PackedDigits.character(digit))
    }

    /// Appends a number of any size, its lowest part first.
    mutating func appendPacked(_ number: UInt32) {
        let (last, rest) = (PackedDigits.last, PackedDigits.base - PackedDigits.last)
        var number = number
        while number >= last {
            number -= last
            appendDigit(last + number % rest)
            number /= rest
        }
        appendDigit(number)
    }

    /// Appends a number below 93^count with a fixed count of digits, the lowest first.
    mutating func appendPacked(_ number: UInt32, digits count: Int) {
        var number = number
        for _ in 0..<count {
            appendDigit(number % PackedDigits.base)
            number /= PackedDigits.base
        }
    }
}
