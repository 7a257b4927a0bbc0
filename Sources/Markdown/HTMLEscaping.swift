/// Escaping as cmark does it (`houdini_html_e.c`, `houdini_href_e.c`), so that output can be compared byte for byte.
extension [UInt8] {
    /// Appends markup that is known at compile time.
    @inline(__always)
    mutating func append(_ markup: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Appends text with `"`, `&`, `<` and `>` escaped, for content and for attributes in double quotes.
    mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let entity: StaticString
            switch text[index] {
            case UInt8(ascii: "\""): entity = "&quot;"
            case UInt8(ascii: "&"): entity = "&amp;"
            case UInt8(ascii: "<"): entity = "&lt;"
            case UInt8(ascii: ">"): entity = "&gt;"
            default: continue
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            append(entity)
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    mutating func append(escaping text: [UInt8]) {
        text.withUnsafeBufferPointer { append(escaping: $0) }
    }

    /// Appends an address: `&` and `'` as entities, every byte that has no place in an address as `%XX`.
    /// What is percent-encoded already stays as it is.
    mutating func append(escapingHref address: UnsafeBufferPointer<UInt8>) {
        for byte in address {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "'"): append("&#x27;")
            case _ where byte.isSafeInHref: append(byte)
            default:
                append(UInt8(ascii: "%"))
                append((byte >> 4).hexDigit)
                append((byte & 0xF).hexDigit)
            }
        }
    }

    mutating func append(escapingHref address: [UInt8]) {
        address.withUnsafeBufferPointer { append(escapingHref: $0) }
    }
}

extension UInt8 {
    fileprivate var isSafeInHref: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        // `!` and `#` to `;` without `&` and `'`, which are handled before.
        case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: ";"): true
        case UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    fileprivate var hexDigit: UInt8 {
        self < 10 ? UInt8(ascii: "0") + self : UInt8(ascii: "A") + self - 10
    }

    /// As C's `isalnum`, `isspace` and so on, but for ASCII only.
    var isASCIIWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
    var isLineEnd: Bool { self == 0x0A || self == 0x0D }
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isASCIIPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
    var lowercasedASCII: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self
    }
}
