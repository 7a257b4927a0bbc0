import Diagnostics
import Text

/// What a field of an original said when somebody found that its translation says the same: a row of the table that
/// `exemplar translated` keeps.
package struct ConfirmedText: TableRow, Equatable {
    package static let path = "content/translations.csv"

    package var span: SourceSpan
    /// The record by the path of its file below `content/`: `topics/lifts`.
    package var record = ""
    /// Of the translation.
    package var language = ""
    /// The key of the field; `body` for the text under the front matter.
    package var field = ""
    /// The fingerprints of the sentences of the original, with spaces between.
    package var original: String?

    package static let fields: [Field<ConfirmedText>] = [
        .id("record", \.record, \.span),
        .text("language", \.language, required: true),
        .text("field", \.field, required: true),
        .text("original", \.original),
    ]

    package init(at span: SourceSpan) { self.span = span }
}

/// Which version of its original each translation renders.
struct ConfirmedTranslations: Sendable, Equatable {
    private let rows: [ConfirmedText]
    /// The rows of each translation, by its record and language.
    private let byTranslation: [String: [ConfirmedText]]

    /// Nil without a table.
    init?(_ tree: SourceTree, context: ReadingContext, diagnostics: inout [Diagnostic]) {
        guard let file = tree[ConfirmedText.path] else { return nil }
        var seen = SeenIDs()
        rows = readTable(file, of: ConfirmedText.self, context: context, seen: &seen, diagnostics: &diagnostics)
        byTranslation = Dictionary(grouping: rows) { $0.record + "\n" + $0.language }
    }

    static func == (left: Self, right: Self) -> Bool { left.rows == right.rows }

    /// The fingerprints of each field's sentences; nil for a translation that nobody has confirmed.
    func fingerprints(_ record: String, in language: String) -> [String: [String]]? {
        byTranslation[record + "\n" + language].map { rows in
            Dictionary(
                rows.map { ($0.field, ($0.original ?? "").split(separator: " ").map(String.init)) },
                uniquingKeysWith: { $1 })
        }
    }

    /// Tells of the rows that are about no record or no language of the library, each name once.
    func checkNames(records: [String], languages: [String], diagnostics: inout [Diagnostic]) {
        var known = Set(records)
        var knownLanguages = Set(languages.dropFirst())
        for row in rows {
            if known.insert(row.record).inserted {
                diagnostics.append(
                    Diagnostic(
                        .confirmsNoRecord(row.record), at: row.span,
                        hint: .nearest(to: row.record, among: records) ?? .removeConfirmations))
            } else if knownLanguages.insert(row.language).inserted {
                diagnostics.append(
                    Diagnostic(
                        .confirmsNoLanguage(row.language), at: row.span,
                        hint: .nearest(to: row.language, among: Array(languages.dropFirst())) ?? .removeConfirmations))
            }
        }
    }
}

extension RecordFile {
    /// The path of its files below `content/`, without language and ending.
    var address: String { kind.folder.isEmpty ? id : "\(kind.folder)/\(id)" }
}
