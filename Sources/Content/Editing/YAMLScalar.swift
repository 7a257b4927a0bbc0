/// A text as a YAML scalar on one line: plain where nothing in it could mean anything else, else between
/// double quotation marks (YAML 1.1, chapter 9).
///
/// - Parameter isInFlow: whether it stands between brackets or braces, where a comma ends it.
package func yamlScalar(_ text: String, isInFlow: Bool = false) -> String {
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
