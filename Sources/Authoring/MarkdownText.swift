import Text

/// A plain text as Markdown that shows exactly this text, for a statement: lines follow each other in one paragraph.
func markdownStatement(_ text: String) -> String {
    lines(of: text).reduce(into: "") { statement, line in
        // Lines of Chinese would be read as one; a backslash keeps them apart (CommonMark 6.7).
        if let last = statement.unicodeScalars.last, let first = line.unicodeScalars.first {
            statement += last.joinsLine(before: first) ? "\\\n" : "\n"
        }
        statement += markdownEscaped(line, beginsLine: true)
    }
}

/// A plain text as a Markdown body, a paragraph for each line.
///
/// - Parameter locators: where each line is taken from.
func markdownParagraphs(_ text: String, from locators: (Int) -> [String] = { _ in [] }) -> String {
    lines(of: text).enumerated().map { index, line in
        let marks = locators(index).map { "[\($0.drop { $0 != "#" }.dropFirst())](src:\($0))" }
        return markdownEscaped(line, beginsLine: true) + marks.joined()
    }.joined(separator: "\n\n")
}

/// The lines of a text without the space around them; empty ones are left out.
func lines(of text: String) -> [String] { parts(of: text, isSeparator: \.isNewline) }

/// What stands between separators, without the space around it; empty parts are left out.
func parts(of text: String, isSeparator: (Character) -> Bool) -> [String] {
    text.split(whereSeparator: isSeparator).map { trimmed($0) }.filter { !$0.isEmpty }
}
