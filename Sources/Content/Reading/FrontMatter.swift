import Diagnostics
import Text

/// A record file cut into its YAML front matter and its Markdown body.
struct FrontMatter {
    /// Byte ranges in the file.
    var yaml: Range<Int>
    var body: Range<Int>

    /// Nil after telling what is wrong. Front matter begins with a line `---` and ends with the next.
    init?(_ bytes: [UInt8], path: String, diagnostics: inout [Diagnostic]) {
        var position = byteOrderMarkLength(bytes)
        // A second mark has been told of already.
        while bytes[position...].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
        guard Self.isFence(bytes, at: position) else {
            let (line, hint) = Self.meantOpening(bytes, from: position)
            diagnostics.append(Diagnostic(.missingFrontMatter, at: SourceSpan(path: path, range: line), hint: hint))
            return nil
        }
        let opening = position
        position = Self.nextLine(bytes, after: position)
        let start = position
        while position < bytes.count {
            let next = Self.nextLine(bytes, after: position)
            if Self.isFence(bytes, at: position) {
                yaml = start..<position
                body = next..<bytes.count
                return
            }
            position = next
        }
        let meant = Self.lines(bytes, from: start).first { Self.isMeantAsFence(bytes[$0]) }
        diagnostics.append(
            Diagnostic(
                .unclosedFrontMatter, at: SourceSpan(path: path, range: meant ?? opening..<opening + 3),
                hint: meant == nil ? .closeWithFence : .writeFence))
        return nil
    }

    /// The line that was meant to begin the front matter, or the first, and what to do.
    private static func meantOpening(_ bytes: [UInt8], from start: Int) -> (Range<Int>, Diagnostic.Hint) {
        let lines = lines(bytes, from: start)
        let first = lines.first { !bytes[$0].allSatisfy { $0 <= UInt8(ascii: " ") } }
        if let first, !isFence(bytes, at: first.lowerBound), isMeantAsFence(bytes[first]) {
            return (first, .writeFence)
        }
        // A rule within a text is followed by no key.
        if let (fence, _) = zip(lines, lines.dropFirst()).first(where: {
            isFence(bytes, at: $0.lowerBound) && beginsWithKey(bytes[$1])
        }) {
            return (fence, .removeBeforeFence)
        }
        return (lines.first ?? start..<start, .beginWithFence)
    }

    /// Whether a line is `－－－`, `———`, ` ---`, `----` or `--- title: …`, in place of `---`.
    private static func isMeantAsFence(_ line: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: line, as: UTF8.self).unicodeScalars
            .drop { " \t　\u{A0}".unicodeScalars.contains($0) }
        let marks = text.prefix { "-－—–─‐﹣−_+=.…".unicodeScalars.contains($0) }
        guard let mark = marks.first, marks.count >= (mark.isASCII ? 3 : 2) || marks.elementsEqual("--".unicodeScalars)
        else { return false }
        let rest = text[marks.endIndex...].drop { " \t　\u{A0}".unicodeScalars.contains($0) }
        return rest.isEmpty || beginsWithKey(ArraySlice(String(rest).utf8))
    }

    private static func beginsWithKey(_ line: ArraySlice<UInt8>) -> Bool {
        let key = line.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-") }
        return key.count > 1 && line[key.endIndex...].first == UInt8(ascii: ":")
    }

    /// The lines from a place on, without their ends.
    private static func lines(_ bytes: [UInt8], from start: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var position = start
        while position < bytes.count {
            let next = nextLine(bytes, after: position)
            lines.append(position..<position + bytes[position..<next].prefix { !isLineEnd($0) }.count)
            position = next
        }
        return lines
    }

    private static func isFence(_ bytes: [UInt8], at position: Int) -> Bool {
        guard position + 3 <= bytes.count, bytes[position..<position + 3].allSatisfy({ $0 == UInt8(ascii: "-") })
        else { return false }
        let rest = bytes[(position + 3)...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return rest.first.map(isLineEnd) ?? true
    }

    private static func nextLine(_ bytes: [UInt8], after position: Int) -> Int {
        guard let end = bytes[position...].firstIndex(where: isLineEnd) else { return bytes.count }
        return bytes[end...].starts(with: [0x0D, 0x0A]) ? end + 2 : end + 1
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
