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

extension DataTable {
    /// The keys of the fields that ``DataTableBuilder/state(_:)`` writes.
    static let state = ["reviewed", "status"]

    /// Every meaning that a column has.
    static let meanings: [DataMeaning] = {
        var seen: Set<DataMeaning> = []
        return Name.allCases.flatMap { DataTable($0, of: .empty).fields.map(\.meaning) }
            .filter { seen.insert($0).inserted }
    }()
}

extension DataTableBuilder {
    /// What is known of a record besides its contents.
    mutating func state<R: Record>(_ record: @escaping @Sendable (Row) -> R) {
        fields("reviewed", of: record)
        fields("status", of: record)
    }

    /// Where the sources say so, such as `roundtable-2025#P25.S2`.
    mutating func locators(_ locators: @escaping @Sendable (Row) -> [Reference]) {
        list(.locators) { row in
            locators(row).map(\.id).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }
}
