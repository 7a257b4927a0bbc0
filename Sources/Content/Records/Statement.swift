import Diagnostics
import Markdown

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
package struct Statement: Sendable, Equatable {
    package var text: Localized<MarkdownDocument>
    /// Where the sources say so; empty when the editor speaks.
    package var locators: [Reference]
    package var span: SourceSpan

    package var isStatedInSource: Bool { !locators.isEmpty }
}

/// A word of a fixed list that is said of a practice: by a source, or by the editor.
package struct Attribution<Word: Vocabulary>: Sendable, Equatable {
    package var word: Word
    /// Where the sources say so; empty when the editor judges.
    package var locators: [Reference]

    package var isStatedInSource: Bool { !locators.isEmpty }
}

/// One step of a practice, in order.
package struct Step: Sendable, Equatable {
    package var statement: Statement
    package var by: Localized<String>?
    package var needs: Localized<String>?
    package var gives: Localized<String>?
    package var takes: Localized<String>?
}

/// Somebody who takes part in a practice.
package struct Actor: Sendable, Equatable {
    package var name: Localized<String>
    package var role: Localized<String>?
    package var level: Level?
    package var locators: [Reference]
}
