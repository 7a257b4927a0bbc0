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
    var result = ""
    for character in text {
        if character == "<" {
            result += lessThan
            continue
        }
        if "\\`*_[]&~".contains(character) { result.append("\\") }
        result.append(character)
    }
    return result
}
