import Content
import Diagnostics
import Text

/// A document from which a source record is made: its fingerprints, paragraph by paragraph.
package struct SourceDocument: Sendable {
    /// The last part of the file's path.
    package var name: String
    package var bytes: [UInt8]

    /// Nil if the document is not a text in UTF-8.
    package init?(name: String, bytes: [UInt8]) {
        var problems: [Diagnostic] = []
        guard checkEncoding(bytes, path: name, diagnostics: &problems), !bytes.contains(0) else { return nil }
        self.init(name: name, text: bytes)
    }

    init(name: String, text bytes: [UInt8]) {
        (self.name, self.bytes) = (name, bytes)
    }

    /// The paragraphs that have text, by the numbers under which `check --originals` looks for them: every line
    /// counts, empty ones too.
    var paragraphs: [(number: Int, text: String)] {
        let text = SourceText(bytes)
        return (1...max(1, text.lineStarts.count)).compactMap { number in
            let line = text.line(number)
            return line.allSatisfy(\.isWhitespace) ? nil : (number, line)
        }
    }
}

extension RecordForm {
    /// A source record that is filled in as far as a document tells by itself.
    package func sourceFile(of document: SourceDocument) -> NewFile {
        sourceFile(of: document, values: [:], showsText: false)
    }

    /// - Parameter values: further fields that are known.
    /// - Parameter showsText: whether the paragraphs themselves are written into the record.
    func sourceFile(of document: SourceDocument, values: [String: YAMLValue], showsText: Bool) -> NewFile {
        var values = values.merging(documentValues(document)) { first, _ in first }
        let paragraphs = document.paragraphs.map { number, text in
            var pairs = [
                ("n", "\(number)"), ("section", "s1"), ("kind", "text"),
                ("sentences", "\(OriginalText.sentences(of: text))"), ("chars", "\(text.count)"),
                ("fingerprint", NormalizedText(text).fingerprint),
            ]
            if showsText { pairs.append(("text", text)) }
            return YAMLValue.row(pairs.map { (key: $0, text: $1) })
        }
        values["paragraphs"] = .list(paragraphs)
        return NewFile(path: path, text: text(values: values))
    }

    private func documentValues(_ document: SourceDocument) -> [String: YAMLValue] {
        let whole = library.guide.phrase(.wholeText, in: library.language)
        return [
            "sha256": .text(OriginalText.sha256(document.bytes)), "file": .text(document.name),
            "sections": .list([.row([("id", "s1"), ("title", whole)])]),
        ]
    }
}
