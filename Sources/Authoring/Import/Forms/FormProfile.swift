import Content
import Text

/// A form on which cases are called for, as `templates/authoring/forms/NAME.yaml` describes it: which of its columns
/// fill which field, which of them tell it from others, and how long their texts may be.
package struct FormProfile: Sendable {
    struct Column: Sendable {
        var header: String
        /// ‘-’ leaves the column out; without one, its header says what it fills.
        var field: String?
        /// The most that the form allows, counted as ``wordCount(_:)`` does.
        var limit: Int?
        /// Whether a table is this form if all such headers stand in it.
        var identifies = false
    }

    /// The name of its file.
    package var id: String
    var names: [AuthorLanguage: String] = [:]
    /// What its rows are.
    var kind: ImportKind?
    var columns: [Column] = []

    /// Everything it can be called.
    var allNames: [String] { [id] + AuthorLanguage.allCases.compactMap { names[$0] } }

    func name(in language: AuthorLanguage) -> String { names[language] ?? id }

    var choices: [ColumnMapping.Choice] {
        columns.compactMap { column in
            column.field.map { ColumnMapping.Choice(header: column.header, field: $0, isRequired: false) }
        }
    }

    /// How many of its columns stand among headers, folded; nil if those that identify it do not.
    func likeness(to headers: Set<String>) -> Int? {
        let telling = columns.filter(\.identifies)
        guard !telling.isEmpty, telling.allSatisfy({ headers.contains(ImportField.folded($0.header)) }) else {
            return nil
        }
        return columns.count { headers.contains(ImportField.folded($0.header)) }
    }

    /// The most that a text under a header may have. What the table itself prints holds before the form:
    /// `工作成效（不超过300字）`.
    static func limit(under header: String, in form: FormProfile?) -> Int? {
        if let printed = header.firstMatch(of: #/(?<digits>[0-9]{1,6})\s*字/#),
            !["不少于", "以上", "至少"].contains(where: header.contains)
        {
            return Int(printed.digits)
        }
        let folded = ImportField.folded(header)
        return form?.columns.first { ImportField.folded($0.header) == folded }?.limit
    }
}
