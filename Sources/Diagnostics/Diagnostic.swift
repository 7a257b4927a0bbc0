/// How bad a problem is. Under `--strict` a warning counts as an error.
package enum Severity: String, Sendable, Hashable {
    case error, warning
}

/// One problem with the library, told so that its editor can mend it without asking.
///
/// The shape follows Swift-DocC's `Problem`: what is wrong (`message`), where (`span`), how to mend it
/// (`hint`), and other places that belong to it (`notes`).
package struct Diagnostic: Hashable, Sendable {
    /// A second place that helps to understand the first, such as where an id was used before.
    package struct Note: Hashable, Sendable {
        package var message: String
        package var span: SourceSpan

        package init(_ message: String, at span: SourceSpan) {
            self.message = message
            self.span = span
        }
    }

    package var code: DiagnosticCode
    package var severity: Severity
    /// One sentence without a full stop, beginning in lower case, naming the thing in question.
    package var message: String
    package var span: SourceSpan
    /// What to do about it: “did you mean ‘panjin’?”.
    package var hint: String?
    package var notes: [Note]

    package init(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, hint: String? = nil, notes: [Note] = []
    ) {
        self.code = code
        self.severity = code.severity
        self.message = message
        self.span = span
        self.hint = hint
        self.notes = notes
    }
}

extension Diagnostic: Comparable {
    /// Reading order: by file, by place in it, then by id and text, so that a run always prints the same.
    package static func < (lhs: Diagnostic, rhs: Diagnostic) -> Bool {
        if lhs.span != rhs.span { return lhs.span < rhs.span }
        return (lhs.code.rawValue, lhs.message) < (rhs.code.rawValue, rhs.message)
    }
}
