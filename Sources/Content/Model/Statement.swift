import Diagnostics
import Markdown
import Text

/// A name that one record uses for another, with the place where it is written.
package struct Reference: Sendable, Equatable {
    package var id: String
    package var span: SourceSpan

    package init(id: String, span: SourceSpan) {
        self.id = id
        self.span = span
    }
}

/// A sentence about a practice or a case: taken from a source, concluded from one, or the editor's own.
package struct Statement: Attested, Equatable {
    package var text = Localized<MarkdownDocument>([])
    package var origin = Origin()

    package static let shorthand = "text"
    package static let fields: [Field<Statement>] = [.prose("text", \.text)] + Origin.fields()

    /// Without a text, in the place of one that is missing.
    package init() {}
    package init(at span: @autoclosure () -> SourceSpan) {}

    init(text: Localized<MarkdownDocument>, origin: Origin) { (self.text, self.origin) = (text, origin) }
}

/// A word of a fixed list that is said of a practice: by a source, or by the editor.
package struct Attribution<Word: Vocabulary>: Attested, Equatable {
    package var word = Word.first
    package var origin = Origin()
    package var span: SourceSpan

    package static var shorthand: String { "is" }
    package static var fields: [Field<Attribution>] {
        [.word("is", \.word, required: true)] + Origin.fields()
    }

    package init(at span: @autoclosure () -> SourceSpan) { self.span = span() }
}

/// An entry whose text is a statement that somebody vouches for.
package protocol StatementEntry: Attested {
    var statement: Statement { get set }
}

extension StatementEntry {
    package var origin: Origin {
        get { statement.origin }
        set { statement.origin = newValue }
    }
}
