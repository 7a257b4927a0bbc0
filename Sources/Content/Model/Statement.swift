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

/// A sentence about a practice or a case: taken from a source, or the editor's own.
package struct Statement: FieldEntry, Equatable {
    package var text = Localized<MarkdownDocument>([])
    /// Where the sources say so; empty when the editor speaks.
    package var locators: [Reference] = []

    package var isStatedInSource: Bool { !locators.isEmpty }

    package static let shorthand = "text"
    package static let fields: [Field<Statement>] = [.locators("from", \.locators), .prose("text", \.text)]

    /// Without a text, in the place of one that is missing.
    package init() {}
    package init(at span: @autoclosure () -> SourceSpan) {}

    init(text: Localized<MarkdownDocument>, locators: [Reference]) { (self.text, self.locators) = (text, locators) }
}

/// A word of a fixed list that is said of a practice: by a source, or by the editor.
package struct Attribution<Word: Vocabulary>: FieldEntry, Equatable {
    package var word = Word.first
    /// Where the sources say so; empty when the editor judges.
    package var locators: [Reference] = []

    package var isStatedInSource: Bool { !locators.isEmpty }

    package static var shorthand: String { "is" }
    package static var fields: [Field<Attribution>] {
        [.word("is", \.word, required: true), .locators("from", \.locators)]
    }

    package init(at span: @autoclosure () -> SourceSpan) {}
}
