/// Markup and addresses as cmark writes them (`houdini_href_e.c`), so that output can be compared byte for byte.
extension [UInt8] {
    /// Appends markup that is known at compile time.
    @inline(__always)
    mutating func append(_ markup: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
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
}
