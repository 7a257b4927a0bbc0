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

    // MARK: Rows

    /// The figures that somebody says are figures. Rows whose figure is linked already ask for nothing.
    private func confirmed(in sheet: Spreadsheet, _ columns: [Column: Int], _ plan: inout Plan) -> [Confirmed] {
        var confirmed: [Confirmed] = []
        var used: Set<Int> = []
        var named: [Int: AllowedName] = [:]
        let existing = Set(names.names(of: .observation))
        let rows = sheet.rows.dropFirst().map { FilledRow(row: $0, columns: columns) }
        var done = linkedMentions(in: rows)
        for row in rows where !row.isEmpty {
            let (id, mention) = (row.text(.id), row.mention)
            if done[mention, default: 0] > 0, existing.contains(id), isLinked(id, in: mention.path) {
                done[mention, default: 0] -= 1
                continue
            }
            let place = found.indices.first { !used.contains($0) && Mention(found[$0]) == mention }
            if let place { used.insert(place) }
            guard !row.text(.decision).isEmpty else {
                plan.left += place == nil ? 0 : 1
                continue
            }
            guard let decision = decision(of: row, &plan.diagnostics) else { continue }
            guard let place else {
                if !isDone(row, decision) { plan.diagnostics.append(row.notInText) }
                continue
            }
            if decision == .name {
                named[place] = AllowedName(printed: mention.printed, span: row.span(.printed))
            } else if !isValidID(id) {
                plan.diagnostics.append(Diagnostic(.invalidID(id), at: row.span(.id), hint: .charactersOfIDs))
            } else {
                confirmed.append(
                    Confirmed(row: row.row, figure: found[place], id: id, hasMetric: !row.text(.metric).isEmpty))
            }
        }
        allow(named, &plan)
        return confirmed
    }

    private func decision(of row: FilledRow, _ diagnostics: inout [Diagnostic]) -> Decision? {
        let word = row.text(.decision)
        if let decision = Decision(word) { return decision }
        let words = Decision.allCases.map { Phrase.wordAlone($0.phrase.text(in: language)) }
        diagnostics.append(Diagnostic(.notAWordOfColumn(word), at: row.span(.decision), hint: .useOneOf(words)))
        return nil
    }

    /// Whether the library has what a row asks for.
    private func isDone(_ row: FilledRow, _ decision: Decision) -> Bool {
        switch decision {
        case .name: figures.library.configuration.allowedNumbers.contains(row.text(.printed))
        case .figure: isLinked(row.text(.id), in: row.mention.path)
        }
    }

    /// A number that is no figure, and where the table says so.
    private struct AllowedName {
        var printed: String
        var span: SourceSpan
    }

    /// - Parameter named: by their places among the figures that were found.
    private func allow(_ named: [Int: AllowedName], _ plan: inout Plan) {
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
    }

    /// How many rows of each mention there are beyond those that still lead to no row: so many were linked before.
    private func linkedMentions(in rows: [FilledRow]) -> [Mention: Int] {
        var counts: [Mention: Int] = [:]
        for row in rows { counts[row.mention, default: 0] += 1 }
        for figure in found { counts[Mention(figure), default: 0] -= 1 }
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

extension FigureCandidates {
    /// Where a figure stands, as a table names it.
    fileprivate struct Mention: Hashable {
        var path: String
        var printed: String
        var sentence: String
    }

    /// A row of the table as somebody filled it in.
    private struct FilledRow {
        let row: Spreadsheet.Row
        let columns: [Column: Int]

        var isEmpty: Bool { row.cells.allSatisfy { trimmed($0.text).isEmpty } }

        func text(_ column: Column) -> String {
            columns[column].map { lines(of: row.cells.text($0)).joined(separator: " ") } ?? ""
        }

        func span(_ column: Column) -> SourceSpan {
            columns[column].flatMap { row.cells.indices.contains($0) ? row.cells[$0].span : nil } ?? row.cells.span
        }

        var mention: Mention {
            Mention(
                path: String(text(.at).prefix { $0 != ":" }), printed: text(.printed), sentence: text(.sentence))
        }

        var notInText: Diagnostic {
            Diagnostic(
                .figureNotInText(printed: mention.printed, path: mention.path), at: span(.printed),
                hint: .listFiguresAgain)
        }
    }
}

extension FigureCandidates.Mention {
    fileprivate init(_ figure: UnlinkedFigure) {
        self.init(path: figure.path, printed: figure.printed, sentence: figure.sentence)
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
