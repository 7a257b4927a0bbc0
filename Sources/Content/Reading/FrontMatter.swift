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
            let end = bytes[position...].firstIndex(where: Self.isLineEnd) ?? bytes.count
            diagnostics.append(
                Diagnostic(
                    .missingFrontMatter, at: SourceSpan(path: path, range: position..<end), hint: .beginWithFence))
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
        diagnostics.append(
            Diagnostic(
                .unclosedFrontMatter, at: SourceSpan(path: path, range: opening..<opening + 3), hint: .closeWithFence))
        return nil
    }

    private static func isFence(_ bytes: [UInt8], at position: Int) -> Bool {
        guard position + 3 <= bytes.count, bytes[position..<position + 3].allSatisfy({ $0 == UInt8(ascii: "-") })
        else { return false }
        let rest = bytes[(position + 3)...].drop { $0 == UInt8(ascii: " ") }
        return rest.first.map(isLineEnd) ?? true
    }

    private static func nextLine(_ bytes: [UInt8], after position: Int) -> Int {
        guard let end = bytes[position...].firstIndex(where: isLineEnd) else { return bytes.count }
        return bytes[end...].starts(with: [0x0D, 0x0A]) ? end + 2 : end + 1
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
