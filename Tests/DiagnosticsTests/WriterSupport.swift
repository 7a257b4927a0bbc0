import Text

@testable import Diagnostics

/// A file whose problems are to be written.
struct Written {
    var path = "content/topics/lifts.md"
    var text: String

    /// The span of the first occurrence of a text.
    func span(_ part: String) -> SourceSpan {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? bytes.count
        return SourceSpan(path: path, range: start..<start + wanted.count)
    }

    func write(_ diagnostics: [Diagnostic], as format: DiagnosticFormat = .text, color: Bool = false) -> String {
        let (path, bytes) = (path, Array(text.utf8))
        return DiagnosticWriter(usesColor: color, language: .en) { $0 == path ? SourceText(bytes) : nil }
            .write(diagnostics, as: format)
    }

    /// The excerpt alone: what stands below the first line.
    func excerpt(_ part: String) -> String {
        excerpt(span(part))
    }

    func excerpt(_ span: SourceSpan) -> String {
        let lines = write([Diagnostic(.invalidValue, "x", at: span)]).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.dropFirst().dropLast().joined(separator: "\n")
    }
}

// Diagnostics in words of their own: what is tested here is how they are written, not what they say.

extension Diagnostic {
    init(_ code: DiagnosticCode, _ message: String, at span: SourceSpan, hint: String? = nil, notes: [Note] = []) {
        self.init(
            Message(code: code, sentence: .words(message)), at: span,
            hint: hint.map { Hint(sentence: .words($0)) }, notes: notes)
    }
}

extension Diagnostic.Note {
    init(_ message: String, at span: SourceSpan) { self.init(message: .words(message), span: span) }
}

extension Sentence {
    /// A sentence of the catalogue that is one hole.
    fileprivate static func words(_ text: String) -> Sentence { Diagnostic.Message.invalidYAML(text).sentence }
}
