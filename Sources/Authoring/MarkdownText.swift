/// A plain text as Markdown that shows exactly this text, for a statement: lines follow each other in one paragraph.
///
/// Only characters that begin something are escaped (CommonMark 0.31, and the extensions of
/// docs/content-model.md), so that most texts stay as they are.
func markdownStatement(_ text: String) -> String {
    lines(of: text).map(markdownLine).joined(separator: "\n")
}

/// A plain text as a Markdown body, a paragraph for each line.
func markdownParagraphs(_ text: String) -> String {
    lines(of: text).map(markdownLine).joined(separator: "\n\n")
}

/// One line, with what would begin a heading, a list, a quotation, a rule or a table at its start escaped as well.
private func markdownLine(_ line: String) -> String {
    guard let first = line.first else { return "" }
    if "#>-+=:|".contains(first) { return "\\" + escaped(line) }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark) else { return escaped(line) }
    return digits + "\\" + escaped(rest)
}

private func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
        if "\\`*_[]<&~".contains(character) { result.append("\\") }
        result.append(character)
    }
    return result
}

/// The lines of a text without the space around them; empty ones are left out.
func lines(of text: String) -> [String] { parts(of: text, isSeparator: \.isNewline) }

/// What stands between separators, without the space around it; empty parts are left out.
func parts(of text: String, isSeparator: (Character) -> Bool) -> [String] {
    text.split(whereSeparator: isSeparator).map { trimmed($0) }.filter { !$0.isEmpty }
}

/// A text without the space around it, no-break and ideographic ones and byte order marks included.
func trimmed(_ text: some StringProtocol) -> String {
    func isSpace(_ character: Character) -> Bool { character.isWhitespace || character == "\u{FEFF}" }
    var rest = Substring(text)
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(rest)
}
