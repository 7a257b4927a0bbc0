/// A table of the open data: its schema in the terms of Frictionless Table Schema, and its rows.
package struct DataTable: Sendable {
    /// The tables in the order of the page that lists them; the name is also that of the file.
    package enum Name: String, CaseIterable, Sendable {
        case places, practices
        case practiceItems = "practice-items"
        case cases, adoptions, mechanisms, matrix, topics, mentions, metrics, observations, tasks, checkpoints,
            glossary, sources, speakers
        case corrections
    }

    /// A field whose values are the ids of another table.
    struct ForeignKey: Sendable, Equatable {
        var field: String
        var table: Name
    }

    let name: Name
    let fields: [DataField]
    /// Empty where rows may repeat.
    let primaryKey: [String]
    let foreignKeys: [ForeignKey]
    package let count: Int
    /// The cells of a row, one for each field. Rows are made when they are written, so that a table costs no
    /// memory until then.
    let row: @Sendable (Int) -> [DataCell]
}

/// A column of a table.
struct DataField: Sendable, Equatable {
    /// The types of Table Schema that are used here.
    enum Kind: String, CaseIterable, Sendable {
        case string, number, integer, boolean, date, year
    }

    /// What a field may hold, with the key of the interface text that says it in words.
    struct Word: Sendable, Equatable {
        var value: String
        var label: String
    }

    /// The name without the language.
    var base: String
    /// The BCP 47 tag of a translation; nil for the default language and for what is not text in a language.
    var language: String?
    var kind = Kind.string
    var meaning: DataMeaning
    /// The words of a fixed vocabulary; empty where anything may stand.
    var words: [Word] = []
    /// Whether a cell holds several values between semicolons.
    var isList = false
    var isRequired = false
    var isUnique = false

    /// `title`, and in a translation `title.en`, as in the tables that a library is written in.
    var name: String { language.map { "\(base).\($0)" } ?? base }
}

/// The value of one field in one row.
enum DataCell: Sendable, Equatable {
    /// Not reported, or not recorded. Never zero.
    case empty
    /// Words, ids, dates and periods.
    case text(String)
    case number(Double)
    case integer(Int)
    case bool(Bool)

    static func optional(_ text: String?) -> DataCell {
        guard let text, !text.isEmpty else { return .empty }
        return .text(text)
    }
}
