import Archive
import Content
import Diagnostics
import Office
import Text

/// The figures that stand in texts and lead to no row, as a table in which somebody says what each of them is.
package struct FigureCandidates: Sendable {
    /// A column of the table, in its order. Those that only help to decide are not read again.
    enum Column: String, CaseIterable {
        case record, sentence, printed, decision, metric, role, period, place, source, locator, unit
        case value, qualifier, lower, upper, id, at

        /// Whether a row of figures takes it over.
        var isOfFigure: Bool {
            [.id, .printed, .metric, .role, .period, .place, .source, .locator, .unit].contains(self)
        }

        /// Without these no row can be found again.
        static let required: [Column] = [.decision, .sentence, .printed, .id, .at]
    }

    /// What somebody says that a number is.
    enum Decision: CaseIterable {
        case figure, name

        var phrase: Phrase { self == .figure ? .decisionFigure : .decisionName }
    }

    /// How confirmed figures are read.
    package var figures: FigureImport
    let found: [UnlinkedFigure]
    /// What the check says of figures that cannot be linked by the program.
    package let others: [Diagnostic]

    package init(reading tree: SourceTree) async {
        figures = await FigureImport(reading: tree)
        (found, others) = tree.unlinkedFigures(figures.problems)
    }

    package var count: Int { found.count }

    var names: LibraryNames { figures.task.library }

    var language: DiagnosticLanguage { names.language == .chinese ? .zh : .en }

    // MARK: Headers

    func label(_ column: Column) -> String {
        Self.phrase(column)?.text(in: language)
            ?? names.guide.label(of: [column.rawValue], in: "observation", language: names.language)
    }

    private static func phrase(_ column: Column) -> Phrase? {
        switch column {
        case .record: .candidateRecord
        case .sentence: .candidateSentence
        case .decision: .candidateDecision
        case .at: .candidatePlace
        default: nil
        }
    }

    // MARK: The table

    /// - Parameter isWorkbook: whether it is a workbook with drop-downs; CSV if not.
    package func file(isWorkbook: Bool) throws(ArchiveFailure) -> [UInt8] {
        var taken = Set(names.names(of: .observation))
        var ids: [String: (id: String, sentence: String)] = [:]
        let rows = found.map { figure in row(figure, taken: &taken, ids: &ids) }
        guard isWorkbook else { return NewFile(path: "", rows: [Column.allCases.map(label)] + rows).bytes }
        let columns = Column.allCases.map { column in
            SheetContent.Column(label(column), width: column == .sentence ? 48 : 16, choices: choices(column))
        }
        return try Office.workbook(
            [SheetContent(Phrase.candidateSheet.text(in: language), columns: columns, rows: rows)],
            choicesName: Phrase.sheetOfChoices.text(in: language))
    }

    private func choices(_ column: Column) -> [String] {
        switch column {
        case .decision: Decision.allCases.map { $0.phrase.text(in: language) }
        case .role: field("role")?.words.compactMap { $0.names.first ?? $0.word } ?? []
        default: []
        }
    }

    private func field(_ key: String) -> ImportField? { figures.task.fields.first { $0.key == key } }

    /// What authors call a word of a fixed list.
    private func name(_ word: String, of key: String) -> String {
        field(key)?.words.first { $0.word == word }?.names.first ?? word
    }

    /// - Parameter ids: by record, print and metric, the id proposed first and where: what another sentence says again is one
    ///   row.
    private func row(
        _ figure: UnlinkedFigure, taken: inout Set<String>, ids: inout [String: (id: String, sentence: String)]
    ) -> [String] {
        let read = PrintedFigure(figure.printed, anyNoun: true)
        let metric = metric(of: figure, unit: read?.unit ?? "")
        // 3个小区 and 3个站点 are two figures: only another sentence about the same metric may say the same one again.
        let key = [figure.record.text, figure.printed, metric ?? figure.sentence].joined(separator: "\n")
        let earlier = ids[key].flatMap { $0.sentence == figure.sentence ? nil : $0.id }
        let isRepeated = earlier != nil
        let id = earlier ?? freeName(figure.record.id.replacing("/", with: "-")) { taken.insert($0).inserted }
        ids[key] = (id, figure.sentence)
        return Column.allCases.map { column -> String in
            switch column {
            case .record: figure.record.text
            case .sentence: figure.sentence
            case .printed: figure.printed
            case .decision: ""
            case .metric: isRepeated ? "" : metric ?? ""
            case .role: figure.field == "result" ? name("result", of: "role") : ""
            case .period: OfficeTime.named(in: figure.sentence)?.period ?? ""
            case .place: String(figure.record.id.prefix { $0 != "/" })
            case .source: figure.source ?? ""
            case .locator: figure.locator ?? ""
            case .unit: read?.unit ?? ""
            case .value: read?.value.plainDigits ?? ""
            case .qualifier: read.map { name($0.qualifier.rawValue, of: "qualifier") } ?? ""
            case .lower: read?.lower?.plainDigits ?? ""
            case .upper: read?.upper?.plainDigits ?? ""
            case .id: id
            case .at: "\(figure.path):\(figure.line)"
            }
        }
    }

    /// The name of the one metric that a sentence names and whose unit the figure has.
    private func metric(of figure: UnlinkedFigure, unit: String) -> String? {
        let named = figures.library.metrics.compactMap { metric -> (id: String, name: String)? in
            let units = metric.unit?.all ?? []
            guard units.isEmpty || units.contains(where: { !$0.isEmpty && unit.hasPrefix($0) }) else { return nil }
            return metric.name.all.filter { figure.sentence.contains($0) }.max { $0.count < $1.count }
                .map { (metric.id, $0) }
        }
        let longest = named.map(\.name.count).max()
        let best = named.filter { $0.name.count == longest }
        return best.count == 1 ? best[0].name : nil
    }
}
