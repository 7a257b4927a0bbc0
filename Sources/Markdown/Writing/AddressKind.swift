/// What an address is good for, judged by its scheme alone.
enum AddressKind {
    /// Means the same on every page: `http:`, `https:`, `mailto:`, `tel:` and images as `data:`.
    case independent
    /// Must be resolved: paths, fragments, the schemes of the site, and whatever else is not known here.
    case dependent
    /// Could run code in the reader's browser or read files of the reader's machine.
    case dangerous
}

extension AddressKind {
    /// Follows cmark's `_scan_dangerous_url`, and reads the scheme as browsers do (WHATWG URL, 4.4): without
    /// control characters and spaces before it, tabs and line ends within it, and regardless of case.
    init(of address: UnsafeBufferPointer<UInt8>) {
        var scheme: [UInt8] = []
        var rest = address[...].drop { $0 <= 0x20 }
        while let byte = rest.popFirst(), byte != UInt8(ascii: ":") {
            if byte == 0x09 || byte.isLineEnd { continue }
            scheme.append(byte.lowercasedASCII)
            // Longer than the schemes below, or a path: no need to look further.
            if scheme.count > 10 || byte == UInt8(ascii: "/") {
                self = .dependent
                return
            }
        }
        switch String(decoding: scheme, as: UTF8.self) {
        case _ where scheme.count == address.count: self = .dependent
        case "http", "https", "mailto", "tel": self = .independent
        case "javascript", "vbscript", "file": self = .dangerous
        case "data": self = Self.isPicture(rest) ? .independent : .dangerous
        default: self = .dependent
        }
    }

    private static func isPicture(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let mediaType = rest.prefix(10).map(\.lowercasedASCII)
        return ["image/png", "image/gif", "image/jpeg", "image/webp"].contains { mediaType.starts(with: $0.utf8) }
    }
}
