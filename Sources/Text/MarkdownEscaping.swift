/// A text as Markdown that shows exactly this text (CommonMark 0.31, and the extensions of docs/content-model.md). Only
/// characters that begin something are escaped, so that most texts stay as they are.
///
/// - Parameters:
///   - beginsLine: whether it stands where a heading, a list, a quotation, a rule or a table could begin.
///   - lessThan: how `<` is written. Readers that know no backslash before it would take `\\<b>` for a tag; those are
///     given `&lt;`.
package func markdownEscaped(_ line: some StringProtocol, beginsLine: Bool, lessThan: String = "\\<") -> String {
    guard beginsLine, let first = line.first else { return escaped(line, lessThan) }
    if "#>-+=:|".contains(first) { return "\\" + escaped(line, lessThan) }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark) else { return escaped(line, lessThan) }
    return String(digits) + "\\" + escaped(rest, lessThan)
}

private func escaped(_ text: some StringProtocol, _ lessThan: String) -> String {
    // Whatever means something is written in ASCII, so bytes are enough to find it.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || isMarkup($0) }) else { return String(text) }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
        if byte == UInt8(ascii: "<") {
            result += lessThan.utf8
            continue
        }
        if isMarkup(byte) { result.append(UInt8(ascii: "\\")) }
        result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
}

private func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "&"), UInt8(ascii: "~"):
        true
    default: false
    }
}
