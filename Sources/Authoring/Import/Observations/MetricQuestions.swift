import Content
import Diagnostics
import Text

/// The table in which somebody says what the names of metrics in a table of figures mean: a row a name, with what the
/// program proposes. A row whose id is that of a metric which there is says that the name means it.
package struct MetricQuestions {
    private let library: LibraryNames
    /// What a new metric says.
    private let fields: [ImportField]
    private let role: ImportField?

    package init(library: LibraryNames) {
        self.library = library
        fields = ImportField.fields(of: AuthoredKind.metric, library)
        role = ImportField.fields(of: AuthoredKind.observation, library).first { $0.key == "role" }
    }

    private var language: DiagnosticLanguage { library.language == .chinese ? .zh : .en }

    private func label(_ key: String) -> String {
        key == "id" || key == "role"
            ? library.guide.label(of: [key], in: "observation", language: library.language)
            : library.guide.label(of: [key], in: "metric", language: library.language)
    }

    func file(_ questions: [MetricBook.Question]) -> [UInt8] {
        let keys = ["id"] + fields.map(\.key) + ["role"]
        let asked: [Phrase] = [.nameInTable, .numberOfFigures, .nearestMetric]
        let header = asked.map { $0.text(in: language) } + keys.map(label)
        let rows = questions.map { question in
            [question.name, "\(question.count)", question.nearest ?? ""]
                + keys.map { key in
                    if key == "id" { return question.id }
                    let text = question.values[key] ?? ""
                    return word(text, of: key) ?? text
                }
        }
        return NewFile(path: "", rows: [header] + rows).bytes
    }

    /// What authors call a word of a fixed list.
    private func word(_ text: String, of key: String) -> String? {
        (fields + (role.map { [$0] } ?? [])).first { $0.key == key }?.words.first { $0.word == text }?.names.first
    }

    /// What somebody wrote into the table of questions; what is wrong in it is told at its cell.
    package func answers(_ sheet: Spreadsheet, diagnostics: inout [Diagnostic]) -> [MetricAnswer] {
        diagnostics += sheet.diagnostics
        guard let header = sheet.rows.first?.cells else { return [] }
        let known = fields + (role.map { [$0] } ?? [])
        let keys = header.map { cell -> String? in
            let text = ImportField.folded(cell.text)
            let isName = DiagnosticLanguage.allCases.contains {
                ImportField.folded(Phrase.nameInTable.text(in: $0)) == text
            }
            if isName { return "name-in-table" }
            return (["id"] + known.map(\.key)).first { text == $0 || text == ImportField.folded(label($0)) }
        }
        return sheet.rows.dropFirst().compactMap { row -> MetricAnswer? in
            var answer = MetricAnswer(name: "", id: nil, values: [:])
            for (key, cell) in zip(keys, row.cells) {
                let text = lines(of: cell.text).joined(separator: " ")
                guard let key, !text.isEmpty else { continue }
                switch key {
                case "name-in-table": answer.name = text
                case "id":
                    answer.id = text
                    if !isValidID(text) {
                        diagnostics.append(Diagnostic(.invalidID(text), at: cell.span, hint: .charactersOfIDs))
                    }
                default:
                    guard let field = known.first(where: { $0.key == key }), !field.words.isEmpty else {
                        answer.values[key] = text
                        continue
                    }
                    if let word = field.word(named: text) {
                        answer.values[key] = word
                    } else {
                        diagnostics.append(
                            Diagnostic(.notAWordOfColumn(text), at: cell.span, hint: .useOneOf(field.knownWords)))
                    }
                }
            }
            return answer.name.isEmpty ? nil : answer
        }
    }
}

extension ImportField {
    /// The word of the list that somebody means by a name.
    func word(named name: String) -> String? { words.first { $0.word == name || $0.names.contains(name) }?.word }
}
