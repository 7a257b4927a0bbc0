/// A value of a record as YAML that is pleasant to edit.
indirect enum YAMLValue: Sendable, Equatable {
    case text(String)
    /// A list of ids on one line.
    case words([String])
    case list([YAMLValue])
    case mapping([(key: String, value: YAMLValue)])
    /// A mapping on one line.
    case row([(key: String, text: String)])

    static func == (lhs: YAMLValue, rhs: YAMLValue) -> Bool { lhs.lines == rhs.lines }

    /// A list of one is written as the one.
    static func oneOrMany(_ values: [YAMLValue]) -> YAMLValue {
        values.count == 1 ? values[0] : .list(values)
    }

    /// The value in block style: the first line stands behind its key or dash if it is the only one.
    fileprivate var lines: [String] {
        switch self {
        case .text(let text): [yamlScalar(text)]
        case .words(let words): ["[" + words.map { yamlScalar($0, isInFlow: true) }.joined(separator: ", ") + "]"]
        case .list(let values):
            values.flatMap { value in
                value.lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
            }
        case .row(let pairs):
            ["{" + pairs.map { "\($0.key): \(yamlScalar($0.text, isInFlow: true))" }.joined(separator: ", ") + "}"]
        case .mapping(let pairs): pairs.flatMap { yamlLines($0.key, $0.value) }
        }
    }
}

/// A key and its value, as the lines of a block mapping.
func yamlLines(_ key: String, _ value: YAMLValue) -> [String] {
    switch value {
    case .text, .words, .row: value.lines.map { "\(key): \($0)" }
    case .list(let values) where values.isEmpty: ["\(key): []"]
    case .list, .mapping: ["\(key):"] + value.lines.map { "  " + $0 }
    }
}

/// A text as a YAML scalar on one line: plain where nothing in it could mean anything else, else between
/// double quotation marks (YAML 1.1, chapter 9).
///
/// - Parameter isInFlow: whether it stands between brackets or braces, where a comma ends it.
func yamlScalar(_ text: String, isInFlow: Bool = false) -> String {
    isPlain(text, isInFlow: isInFlow) ? text : quoted(text)
}

private func isPlain(_ text: String, isInFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, isWordCharacter(first) || "“‘《（【「".unicodeScalars.contains(first),
        text != "null"
    else { return false }
    var last: Unicode.Scalar = first
    for scalar in text.unicodeScalars {
        switch scalar {
        case ",": if isInFlow { return false }
        case "#": if last == " " { return false }
        default: if !isWordCharacter(scalar), !isHarmless(scalar) { return false }
        }
        last = scalar
    }
    return last != " "
}

/// Letters and digits: what plain texts may begin with and consist of.
private func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: true
    default: false
    }
}

/// Punctuation that means nothing inside a plain scalar. The colon is not in this list, so that ‘: ’ cannot stand
/// in one.
private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ".", "-", "+", "/", "%", "(", ")", ";", "_", "=", "'", "–", "—", "…", "·", "“", "”", "‘", "’": true
    // CJK punctuation and full-width forms, without the ideographic space.
    case "\u{3001}"..."\u{303F}", "\u{FF01}"..."\u{FF5E}": true
    default: false
    }
}

private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case "\r": result += "\\r"
        default:
            if needsEscape(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 8 : 4
                result += width == 8 ? "\\U" : "\\u"
                result += String(repeating: "0", count: width - digits.count) + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
    return result + "\""
}

/// Characters that YAML does not take as they are, that end lines, or that nobody could see in an editor.
private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: true
    default: false
    }
}
