import Content
import Diagnostics
import Text

extension FigureCandidates {
    /// What taking the table over would change.
    package struct Plan: Sendable {
        /// The rows of figures, with what speaks against them.
        package var figures: FigureImport.Plan?
        /// Every file that is new or changed.
        package var files: [SourceTree.File] = []
        /// How many figures become links, and how many rows are left for later.
        package var linked = 0
        package var left = 0
        /// Numbers that are no figures.
        package var allowed: [String] = []
        package var diagnostics: [Diagnostic] = []
    }

    /// A row that is to be taken over.
    private struct Confirmed {
        var row: Spreadsheet.Row
        var figure: UnlinkedFigure
        var id: String
        var hasMetric: Bool
    }

    /// - Parameter sheet: the table as somebody filled it in.
    package func take(_ sheet: Spreadsheet) async -> Plan {
        var plan = Plan(diagnostics: sheet.diagnostics)
        guard let columns = columns(of: sheet, &plan.diagnostics) else { return plan }
        let confirmed = confirmed(in: sheet, columns, &plan)
        let known = Set(names.names(of: .observation)).union(confirmed.filter(\.hasMetric).map(\.id))
        // A further mention of a figure that has a row needs none of its own.
        let rows = confirmed.filter { $0.hasMetric || !known.contains($0.id) }
        if !rows.isEmpty {
            let figures = await figureRows(rows.map(\.row), of: sheet, columns)
            plan.diagnostics += figures.table.diagnostics
            plan.figures = figures
        }
        guard plan.diagnostics.isEmpty, plan.figures?.questions == nil else { return plan }
        plan.linked = confirmed.count
        await change(&plan, linking: confirmed.map { ($0.figure, $0.id) })
        return plan
    }

    private func columns(of sheet: Spreadsheet, _ diagnostics: inout [Diagnostic]) -> [Column: Int]? {
        guard let header = sheet.rows.first?.cells else {
            diagnostics.append(Diagnostic(.noColumns, at: SourceSpan(path: sheet.file.path, range: 0..<0)))
            return nil
        }
        var columns: [Column: Int] = [:]
        for column in Column.allCases {
            let labels = [column.rawValue, ImportField.folded(label(column))]
            columns[column] = header.indices.first { labels.contains(ImportField.folded(header.text($0))) }
        }
        let missing = Column.required.filter { columns[$0] == nil }
        diagnostics += missing.map { column in
            Diagnostic(
                .noSuchColumn(label(column)), at: header.span,
                hint: .columnsAre(header.indices.map { header.text($0) }.filter { !$0.isEmpty }))
        }
        return missing.isEmpty ? columns : nil
    }

    private func confirmed(in sheet: Spreadsheet, _ columns: [Column: Int], _ plan: inout Plan) -> [Confirmed] {
        var confirmed: [Confirmed] = []
        var used: Set<Int> = []
        var named: [Int: (printed: String, span: SourceSpan)] = [:]
        let existing = Set(names.names(of: .observation))
        var done = linkedMentions(in: sheet, columns)
        for row in sheet.rows.dropFirst() {
            func text(_ column: Column) -> String {
                columns[column].map { lines(of: row.cells.text($0)).joined(separator: " ") } ?? ""
            }
            func span(_ column: Column) -> SourceSpan {
                columns[column].flatMap { row.cells.indices.contains($0) ? row.cells[$0].span : nil } ?? row.cells.span
            }
            guard row.cells.contains(where: { !trimmed($0.text).isEmpty }) else { continue }
            let (word, id, printed) = (text(.decision), text(.id), text(.printed))
            let path = String(text(.at).prefix { $0 != ":" })
            let mention = Mention(path: path, printed: printed, sentence: text(.sentence))
            if done[mention, default: 0] > 0, existing.contains(id), isLinked(id, in: path) {
                done[mention, default: 0] -= 1
                continue
            }
            let place = found.indices.first { index in
                let figure = found[index]
                return !used.contains(index) && figure.path == path && figure.printed == printed
                    && figure.sentence == text(.sentence)
            }
            if let place { used.insert(place) }
            guard !word.isEmpty else {
                plan.left += place == nil ? 0 : 1
                continue
            }
            guard let decision = Decision(word) else {
                let words = Decision.allCases.map { Phrase.wordAlone($0.phrase.text(in: language)) }
                plan.diagnostics.append(
                    Diagnostic(.notAWordOfColumn(word), at: span(.decision), hint: .useOneOf(words)))
                continue
            }
            let isDone =
                decision == .name
                ? figures.library.configuration.allowedNumbers.contains(printed) : isLinked(id, in: path)
            guard let place else {
                if !isDone {
                    plan.diagnostics.append(
                        Diagnostic(
                            .figureNotInText(printed: printed, path: path), at: span(.printed), hint: .listFiguresAgain)
                    )
                }
                continue
            }
            if decision == .name {
                named[place] = (printed, span(.printed))
            } else if !isValidID(id) {
                plan.diagnostics.append(Diagnostic(.invalidID(id), at: span(.id), hint: .charactersOfIDs))
            } else {
                confirmed.append(
                    Confirmed(row: row, figure: found[place], id: id, hasMetric: !text(.metric).isEmpty))
            }
        }
        for (_, name) in named.sorted(by: { $0.key < $1.key }) where !plan.allowed.contains(name.printed) {
            plan.allowed.append(name.printed)
            // A name is passed over wherever it begins.
            let others = found.indices.filter { named[$0] == nil && found[$0].printed.hasPrefix(name.printed) }
            guard !others.isEmpty else { continue }
            let prints = Set(others.map { found[$0].printed }).sorted().map { Phrase.quoted($0) }
            plan.diagnostics.append(
                Diagnostic(.nameHidesFigures(name: name.printed, others: prints), at: name.span, hint: .allowLongerName)
            )
        }
        return confirmed
    }

    /// Where a figure stands, as a table names it.
    private struct Mention: Hashable {
        var path: String
        var printed: String
        var sentence: String
    }

    /// How many rows of each mention there are beyond those that still lead to no row: so many were linked before.
    private func linkedMentions(in sheet: Spreadsheet, _ columns: [Column: Int]) -> [Mention: Int] {
        var counts: [Mention: Int] = [:]
        for row in sheet.rows.dropFirst() {
            func text(_ column: Column) -> String {
                columns[column].map { lines(of: row.cells.text($0)).joined(separator: " ") } ?? ""
            }
            let path = String(text(.at).prefix { $0 != ":" })
            counts[Mention(path: path, printed: text(.printed), sentence: text(.sentence)), default: 0] += 1
        }
        for figure in found {
            counts[Mention(path: figure.path, printed: figure.printed, sentence: figure.sentence), default: 0] -= 1
        }
        return counts
    }

    private func isLinked(_ id: String, in path: String) -> Bool {
        figures.tree[path].map { $0.bytes.firstRange(of: "](obs:\(id))".utf8) != nil } ?? false
    }

    /// What the rows of figures become in the library.
    private func figureRows(
        _ rows: [Spreadsheet.Row], of sheet: Spreadsheet, _ columns: [Column: Int]
    ) async -> FigureImport.Plan {
        var (figures, part) = (figures, sheet)
        (part.name, part.rows) = (nil, sheet.rows.prefix(1) + rows)
        figures.task.headerRow = sheet.rows.first?.number
        let header = sheet.rows[0].cells
        let fields = Dictionary(columns.map { ($1, $0) }) { first, _ in first }
        figures.task.choices = header.indices.filter { !header.text($0).isEmpty }.map { index in
            let field = fields[index].flatMap { $0.isOfFigure ? $0.rawValue : nil }
            return .init(header: header.text(index), field: field ?? ColumnMapping.Choice.leaveOut, isRequired: false)
        }
        return await figures.plan(part)
    }

    /// Changes the texts and the settings, and reads the library again: it must have no problem that it did not have.
    private func change(_ plan: inout Plan, linking links: [(figure: UnlinkedFigure, id: String)]) async {
        let tree = figures.tree
        var edits = tree.linking(links)
        if !plan.allowed.isEmpty {
            guard let settings = tree.allowing(plan.allowed) else {
                let start = SourceSpan(path: SourceTree.settingsName, range: 0..<0)
                plan.diagnostics.append(Diagnostic(.numbersNotAllowedHere(plan.allowed), at: start))
                return
            }
            edits += settings
        }
        let texts = tree.edited(by: edits)
        let new = [plan.figures?.table.records.first?.file, plan.figures?.registry].compactMap(\.self)
        // Rows first: no text leads to one that is not there yet.
        plan.files = new + texts
        let paths = Set(texts.map(\.path))
        // What new metrics lack is left to be written.
        plan.diagnostics += await problems(of: tree.replacing(plan.files)).without(figures.problems)
            .filter { paths.contains($0.span.path) || $0.severity == .error && $0.span.path != Metric.path }
    }
}

extension FigureCandidates.Decision {
    /// In either language.
    init?(_ word: String) {
        let named = Self.allCases.first { decision in
            DiagnosticLanguage.allCases.contains { decision.phrase.text(in: $0) == word.lowercased() }
        }
        guard let named else { return nil }
        self = named
    }
}
