/// What became of a record from one library to another.
package struct RecordChange: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case added, removed, changed
        /// It has another id, and its aliases lead there from the one it had.
        case renamed(from: String)
    }

    /// Whether readers can see it, where that is not simply the same as before.
    package enum Publication: String, Sendable, Equatable {
        /// It was a draft and is none any more.
        case published
        /// It is a draft again.
        case withdrawn
        /// It was and is a draft: no page of the site shows it.
        case draft
    }

    package var kind: ComparedKind
    package var id: String
    /// The file in the default language, of what there is now or, where it is gone, of what there was.
    package var path: String
    package var title: Localized<String>
    package var change: Kind
    package var publication: Publication?
    /// In the order of the fields. Of what was added or removed, everything that it says or said.
    package var fields: [FieldChange]
}

/// What became of one thing that a field says.
package struct FieldChange: Sendable, Equatable {
    /// A field, and which of the things that it holds.
    package struct Step: Sendable, Equatable {
        package var field: KnownField
        package var item: Item?

        init(_ field: KnownField, _ item: Item? = nil) { (self.field, self.item) = (field, item) }
    }

    package enum Item: Sendable, Equatable {
        /// By what tells it from the others: the id of a speaker, the number of a paragraph.
        case name(String)
        /// By its place, from 1; of what is gone, by the place where it was.
        case position(Int)
    }

    package enum Edit: Sendable, Equatable {
        case added([Said])
        case removed([Said])
        case changed(old: String, new: String)
        /// Among the others, by its places, from 1.
        case moved(from: Int, to: Int, [Said])
    }

    /// From the field of the record inwards: the step, and who takes it.
    package var path: [Step]
    /// The tag of the language, where the text is one of several.
    package var language: String?
    package var edit: Edit
}

/// One text of something: of a statement its words in a language, its reason, each of its locators.
package struct Said: Sendable, Equatable {
    /// Inside of what it is said; none where that is a text itself.
    package var fields: [KnownField] = []
    package var language: String?
    package var text: String
}
