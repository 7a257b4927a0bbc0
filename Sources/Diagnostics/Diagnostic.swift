import Text

/// How bad a problem is. Under `--strict` a warning counts as an error.
package enum Severity: String, Sendable, Hashable {
    case error, warning

    /// As people are told of it.
    package var name: Phrase { self == .error ? .error : .warning }
}

/// One problem with the library, told so that its editor can fix it without asking.
///
/// The shape follows Swift-DocC's `Problem`: what is wrong (`message`), where (`span`), how to fix it
/// (`hint`), and other places that belong to it (`notes`). All it says comes from the catalogue:
///
///     Diagnostic(.unknownKey(name), at: span, hint: .nearest(to: name, among: known))
package struct Diagnostic: Hashable, Sendable {
    /// What is wrong: a sentence that belongs to one diagnostic.
    package struct Message: Hashable, Sendable {
        let code: DiagnosticCode
        let sentence: Sentence
    }

    /// What to do about it.
    package struct Hint: Hashable, Sendable {
        package let sentence: Sentence
    }

    /// A second place that helps to understand the first, such as where an id was used before.
    package struct Note: Hashable, Sendable {
        package var message: Sentence
        package var span: SourceSpan
    }

    package private(set) var code: DiagnosticCode
    package var severity: Severity
    /// One sentence without a full stop, beginning in lower case, naming the thing in question.
    package private(set) var message: Sentence
    package var span: SourceSpan
    /// What to do about it: “did you mean ‘panjin’?”.
    package let hint: Sentence?
    package private(set) var notes: [Note]
    /// What `check --fix` may write in place of the span, because it can mean nothing else.
    package private(set) var fix: String?

    package init(
        _ message: Message, at span: SourceSpan, hint: Hint? = nil, notes: [Note] = [], fix: String? = nil
    ) {
        code = message.code
        severity = message.code.severity
        self.message = message.sentence
        self.span = span
        self.hint = hint?.sentence
        self.notes = notes
        self.fix = fix
    }

    /// The same problem for somebody to correct who sees the text.
    package var withoutFix: Diagnostic {
        var copy = self
        copy.fix = nil
        return copy
    }

    /// The same problem told of other places; a note of a place that there is not is left out.
    package func moved(_ place: (SourceSpan) -> SourceSpan?) -> Diagnostic {
        var copy = self
        copy.span = place(span) ?? span
        copy.notes = notes.compactMap { note in place(note.span).map { Note(message: note.message, span: $0) } }
        return copy
    }

    package func noting(_ more: [Note]) -> Diagnostic {
        var copy = self
        copy.notes += more
        return copy
    }

    /// The same place and advice for another problem that the first one means.
    package func reported(as message: Message) -> Diagnostic {
        var copy = self
        (copy.code, copy.severity, copy.message) = (message.code, message.code.severity, message.sentence)
        return copy
    }
}

extension Diagnostic.Hint {
    /// Asks whether a name like the one written was meant; nil if none is near.
    package static func nearest(to name: String, among names: some Collection<String>) -> Self? {
        Text.nearest(to: name, among: names).map { didYouMean($0) }
    }
}

extension Diagnostic: Comparable {
    /// Reading order: by file, by place in it, then by id and text, so that a run always prints the same.
    package static func < (lhs: Diagnostic, rhs: Diagnostic) -> Bool {
        if lhs.span != rhs.span { return lhs.span < rhs.span }
        return (lhs.code.rawValue, lhs.message.description) < (rhs.code.rawValue, rhs.message.description)
    }
}
