/// Compares an address of the tree with one of the source.
enum AddressComparison {
    /// Whether `written` could be what libcmark read as `url`: backslashes before punctuation dropped, and
    /// entities, of which libcmark alone has the list, standing for anything.
    static func matches(_ url: UnsafeBufferPointer<UInt8>, _ written: ArraySlice<UInt8>) -> Bool {
        if written.elementsEqual(url) { return true }
        // An address of mail is written without its scheme.
        if url.starts(with: "mailto:".utf8), written.elementsEqual(url.dropFirst(7)) { return true }
        guard written.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else { return false }
        var position = 0
        var index = written.startIndex
        while index < written.endIndex {
            var byte = written[index]
            if byte == UInt8(ascii: "&"), written[index...].contains(UInt8(ascii: ";")) {
                // From here on only the ends are compared.
                let tail = written[index...].reversed().prefix { $0 != UInt8(ascii: ";") }
                return url.count >= position + tail.count && url.reversed().starts(with: tail)
            }
            if byte == UInt8(ascii: "\\"), index + 1 < written.endIndex, written[index + 1].isASCIIPunctuation {
                index += 1
                byte = written[index]
            }
            guard position < url.count, url[position] == byte else { return false }
            position += 1
            index += 1
        }
        return position == url.count
    }
}
