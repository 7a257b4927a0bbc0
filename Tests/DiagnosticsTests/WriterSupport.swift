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
        return DiagnosticWriter(usesColor: color) { $0 == path ? SourceText(bytes) : nil }
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
