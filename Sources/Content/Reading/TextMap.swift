import Diagnostics
import Text
import Yams

/// Reads a YAML file that is one flat mapping from keys to texts, such as the interface texts.
///
/// - Parameter contacts: the numbers and addresses that the texts may hold, if they are published.
package func readTextMap(
    _ file: SourceTree.File, publishing contacts: PublishedContacts? = nil, diagnostics: inout [Diagnostic]
) -> [(key: String, value: String, span: SourceSpan)] {
    guard checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) else { return [] }
    let start = byteOrderMarkLength(file.bytes)
    let source = YAMLSource(path: file.path, bytes: Array(file.bytes[start...]), offset: start)
    guard let root = source.compose(diagnostics: &diagnostics) else { return [] }
    if root.mapping == nil {
        diagnostics.append(
            Diagnostic(
                .notTexts, at: source.span(of: root),
                hint: root.string.flatMap { text in
                    .fullWidthMark(in: text, of: ["："]) ?? key(before: text).map { .writeSpaceAfterColon($0) }
                }))
    }
    var texts: [(key: String, value: String, span: SourceSpan)] = []
    for (key, value) in root.mapping ?? [:] {
        guard let name = key.string, case .scalar(let scalar) = value else {
            diagnostics.append(Diagnostic(.notAText, at: source.span(of: value)))
            continue
        }
        if let contacts {
            let span = source.span(of: value)
            diagnostics += contacts.problems(
                in: scalar.string.utf8, offset: source.verbatimOffset(of: scalar.string, in: span), fallback: span)
        }
        texts.append((name, scalar.string, source.span(of: key)))
    }
    return texts
}

/// What stands before the colon of a line that has no space behind it: `glossary-title:名词`.
private func key(before text: String) -> String? {
    guard let colon = text.firstIndex(of: ":"), colon > text.startIndex, !text[..<colon].contains(" ") else {
        return nil
    }
    return String(text[..<colon])
}
