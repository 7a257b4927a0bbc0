/// A text as Markdown that shows exactly this text (CommonMark 0.31, and the extensions of docs/content-model.md). Only
/// characters that begin something are escaped, so that most texts stay as they are.
///
/// - Parameters:
///   - beginsLine: whether it stands where a heading, a list, a quotation, a rule or a table could begin.
///   - lessThan: how `<` is written. Readers that know no backslash before it would take `\\<b>` for a tag; those are
///     given `&lt;`.
package func markdownEscaped(_ line: String, beginsLine: Bool, lessThan: String = "\\<") -> String {
    // Whatever means something is written in ASCII, so bytes are enough to find it.
    var line = line
    let written = line.withUTF8 { bytes -> [UInt8]? in
        let mark = beginsLine ? placeOfMark(in: bytes) : nil
        guard mark != nil || bytes.contains(where: { $0 == UInt8(ascii: "<") || isMarkup($0) }) else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 16)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "<") {
                output += lessThan.utf8
            } else {
                if isMarkup(byte) || index == mark { output.append(UInt8(ascii: "\\")) }
                output.append(byte)
            }
        }
        return output
    }
    return written.map { String(decoding: $0, as: UTF8.self) } ?? line
}

/// Where the mark stands that would make a heading, a list, a quotation, a rule or a table of the line.
private func placeOfMark(in line: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = line.first else { return nil }
    if "#>-+=:|".utf8.contains(first) { return 0 }
    let digits = line.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    return digits > 0 && digits < line.count && ".)".utf8.contains(line[digits]) ? digits : nil
}

private func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "&"), UInt8(ascii: "~"):
        true
    default: false
    }
}
