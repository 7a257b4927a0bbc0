/// Words as they stand in the index: folded, in printable ASCII.
enum PackedWord {
    /// Characters beyond ASCII become a tilde and three digits; what is longer than a digit can tell is cut.
    static func packed(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var packed: [UInt8] = []
        for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                packed.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                packed.append(UInt8(ascii: "~"))
                packed.appendPacked(scalar.value, digits: 3)
            }
        }
        return Array(packed.prefix(92))
    }
}
