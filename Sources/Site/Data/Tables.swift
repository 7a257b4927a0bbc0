import Content
import Markdown

extension DataTable {
    /// A table of a library. Drafts are in no table unless the library was checked with its drafts; archived
    /// records are, marked as such.
    package init(_ name: Name, of library: Library) {
        switch name {
        case .places: self = .places(library)
        case .practices: self = .practices(library)
        case .practiceItems: self = .practiceItems(library)
        case .cases: self = .cases(library)
        case .adoptions: self = .adoptions(library)
        case .mentions: self = .mentions(library)
        case .mechanisms: self = .mechanisms(library)
        case .matrix: self = .matrix(library)
        case .topics: self = .topics(library)
        case .metrics: self = .metrics(library)
        case .observations: self = .observations(library)
        case .tasks: self = .tasks(library)
        case .checkpoints: self = .checkpoints(library)
        case .glossary: self = .glossary(library)
        case .sources: self = .sources(library)
        case .speakers: self = .speakers(library)
        case .corrections: self = .corrections(library)
        }
    }
}

extension DataTableBuilder {
    /// What is known of a record besides its contents.
    mutating func state(_ header: @escaping @Sendable (Row) -> Header) {
        date(.reviewed) { header($0).reviewed }
        word(.status, labels: "record-status") { header($0).status }
    }

    /// Where the sources say so, such as `roundtable-2025#P25.S2`.
    mutating func locators(_ locators: @escaping @Sendable (Row) -> [Reference]) {
        list(.locators) { row in
            locators(row).map(\.id).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    /// Source and locator in columns of their own.
    mutating func origin(
        source: @escaping @Sendable (Row) -> Reference?, locator: @escaping @Sendable (Row) -> Reference?
    ) {
        reference(.source, to: .sources) { source($0)?.id }
        text(.locator) { locator($0)?.id }
    }

    mutating func synonyms(_ synonyms: @escaping @Sendable (Row) -> [Localized<String>]) {
        texts(.synonyms) { row, language in
            synonyms(row).compactMap { $0.exact(language) }.joined(separator: ";")
        }
    }

    /// Statements as plain text, a line each.
    mutating func statements(_ meaning: DataMeaning, _ statements: @escaping @Sendable (Row) -> [Statement]) {
        texts(meaning) { row, language in
            statements(row).compactMap { $0.text.exact(language)?.plainText }.joined(separator: "\n")
        }
    }
}
