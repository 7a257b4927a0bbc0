extension String {
    /// The lower-case hex digits of some bytes, such as a hash: two a byte.
    package init(hexadecimal bytes: [UInt8]) {
        func digit(_ half: UInt8) -> UInt8 { half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") - 10 + half }
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
        self.init(decoding: text, as: UTF8.self)
    }
}
