import Text

/// A file that a command writes where it is told to: a new one, or in place of one that a command wrote before and nobody
/// has changed since.
///
/// Each ends with a remark, in whatever its format takes for one, by which it is known again:
///
///     <!-- generator: exemplar 3f2a91bc77d0e1f4 -->
///
/// The digits are the first of the SHA-256 of the file with zeros in their place.
package struct OwnFile: Sendable {
    /// What a remark looks like in the end of a file.
    package enum Format: Sendable {
        /// HTML and Markdown.
        case markup
        case text
        /// An object, which gets one more member.
        case json
        case pdf
        /// A zip file, whose comment it is.
        case zip
    }

    package let path: String
    package let format: Format

    /// Looks at what is there before anything is made.
    package init(_ path: String, _ format: Format) throws(WriteError) {
        (self.path, self.format) = (path, format)
        guard try isFileInPlace(path) else { return }
        let bytes: [UInt8]
        do { bytes = try readFile(path) } catch { throw .foreign(path) }
        // An empty file was made to be written to, as `mktemp` does.
        if bytes.isEmpty { return }
        guard let digits = Self.digits(in: bytes) else { throw .foreign(path) }
        guard Self.sign(bytes, at: digits) == bytes else { throw .changed(path) }
    }

    /// Writes the file, all of it or nothing.
    ///
    /// - Returns: what stands in it: the bytes with the remark.
    @discardableResult
    package func write(_ bytes: [UInt8]) throws(WriteError) -> [UInt8] {
        var bytes = remarked(bytes)
        if let digits = Self.digits(in: bytes) { bytes = Self.sign(bytes, at: digits) }
        try replaceFile(path, with: bytes)
        return bytes
    }

    private static let mark = "generator: exemplar "
    private static let noDigits = String(repeating: "0", count: 16)
    /// How far from its end a file is looked at for the mark, which may have lines and brackets behind it.
    private static let reach = 100

    private func remarked(_ bytes: [UInt8]) -> [UInt8] {
        let remark = Self.mark + Self.noDigits
        switch format {
        case .markup: return bytes + Array("<!-- \(remark) -->\n".utf8)
        case .text: return bytes + Array("\n\(remark)\n".utf8)
        case .pdf: return bytes + Array("% \(remark)\n".utf8)
        case .json:
            guard let end = bytes.lastIndex(of: UInt8(ascii: "}")) else { return bytes }
            // Behind the last member, on a line of its own where each has one.
            let isIndented = bytes[..<end].last == UInt8(ascii: "\n")
            let (before, after) = isIndented ? ("\n  ", "\n}\n") : (" ", "}\n")
            return bytes[..<(isIndented ? end - 1 : end)] + Array(",\(before)\"$comment\": \"\(remark)\"\(after)".utf8)
        case .zip:
            // The archive ends with the length of its comment (APPNOTE 4.3.16), which is none so far.
            guard bytes.suffix(2).allSatisfy({ $0 == 0 }) else { return bytes }
            return Array(bytes.dropLast(2)) + [UInt8(remark.utf8.count), 0] + Array(remark.utf8)
        }
    }

    /// Where the digits of a remark stand; nil if the file has none.
    private static func digits(in bytes: [UInt8]) -> Range<Int>? {
        let mark = Array(mark.utf8)
        let length = noDigits.utf8.count
        let first = max(0, bytes.count - reach)
        guard bytes.count >= first + mark.count + length else { return nil }
        let start = (first...(bytes.count - mark.count - length)).last {
            bytes[$0..<$0 + mark.count].elementsEqual(mark)
        }
        return start.map { $0 + mark.count..<$0 + mark.count + length }
    }

    /// The bytes with the right digits.
    private static func sign(_ bytes: [UInt8], at digits: Range<Int>) -> [UInt8] {
        var signed = bytes
        signed.replaceSubrange(digits, with: noDigits.utf8)
        signed.replaceSubrange(digits, with: Manifest.hash(signed).utf8.prefix(digits.count))
        return signed
    }
}
