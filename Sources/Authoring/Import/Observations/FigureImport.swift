import Content
import Diagnostics
import Text

/// Turns an office's table of figures into a table of the library.
package struct FigureImport: Sendable {
    /// What somebody says about columns and rows.
    package var task: SpreadsheetImport
    /// What somebody says about names of metrics that the library does not have.
    package var answers: [MetricAnswer] = []
    /// Whether such metrics are added as the program proposes them.
    package var takesProposals = false
    /// The files of the library.
    package var files: [SourceTree.File] { tree.files }
    let tree: SourceTree
    let library: Library
    /// What is wrong with the library as it is.
    let problems: [Diagnostic]

    /// - Parameter tree: the files of the library, whatever problems it has.
    package init(reading tree: SourceTree) async {
        var problems: [Diagnostic] = []
        let raw = await read(tree, includesDrafts: true, jobs: 1, diagnostics: &problems)
        library = await check(raw, diagnostics: &problems)
        self.problems = problems
        task = SpreadsheetImport(.observation, library: LibraryNames(library, tree: tree))
        self.tree = tree
    }

    /// What an import would write.
    package struct Plan: Sendable {
        /// The table, and what speaks against it.
        package var table: SpreadsheetImport.Plan
        /// How many figures it has.
        package var count = 0
        /// The registry of metrics, if some are added, and their ids.
        package var registry: NewFile?
        package var added: [String] = []
        /// What is told of names of metrics that nobody knows, and the table that asks for them, if there are any.
        package var questions: (problems: [Diagnostic], file: [UInt8])?
    }

    package func plan(_ sheet: Spreadsheet) async -> Plan {
        var diagnostics = sheet.diagnostics
        guard let index = headerIndex(in: sheet) else {
            let start = SourceSpan(path: sheet.file.path, range: 0..<0)
            let message = task.headerRow.map { Diagnostic.Message.noSuchRow($0) } ?? .noColumns
            return Plan(
                table: .init(remarks: sheet.remarks, diagnostics: diagnostics + [Diagnostic(message, at: start)]))
        }
        let table = FigureTable(sheet, header: index, task: task, diagnostics: &diagnostics)
        var plan = Plan(
            table: .init(mapping: table.mapping, remarks: sheet.remarks + table.remarks, diagnostics: diagnostics))
        guard !table.entries.isEmpty else {
            if diagnostics.isEmpty {
                plan.table.diagnostics.append(
                    Diagnostic(.noFigureColumn, at: sheet.rows[index].cells.span, hint: .nameFigureColumn))
            }
            return plan
        }
        var reader = FigureReader(self, table, sheet, header: sheet.rows[index].cells.span)
        let rows = reader.rows()
        plan.table.diagnostics += reader.diagnostics
        plan.table.remarks += reader.remarks
        plan.table.skipped = reader.skipped
        let open = reader.book.open
        if !open.isEmpty {
            plan.questions = (open.map(\.problem), MetricQuestions(library: task.library).file(open))
        }
        plan.registry = registry(adding: reader.book.additions)
        plan.added = reader.book.additions.map(\.id)
        let unsourced = rows.count { $0.cells["source"] == nil }
        if unsourced > 0 { plan.table.remarks.append(.figuresHaveNoSource(unsourced)) }
        if !rows.isEmpty {
            let file = FigureFile(rows, path: path(for: sheet))
            // What is wrong with a figure by itself is told of all that can be read.
            let told = await file.problems(in: tree, with: plan.registry, before: problems)
            plan.table.diagnostics += told.filter { $0.severity == .error }
            plan.table.warnings = told.filter { $0.severity == .warning }.byCause()
            plan.table.records = [(title: "\(rows.count)", file: file.file)]
            plan.count = rows.count
        }
        plan.table.diagnostics = plan.table.diagnostics.byCause()
        return plan
    }

    /// The row with the headers, or the upper one of two: 目标值 again and again says that metrics stand above it.
    private func headerIndex(in sheet: Spreadsheet) -> Int? {
        guard var index = task.headerIndex(in: sheet), task.headerRow == nil else { return task.headerIndex(in: sheet) }
        func texts(_ index: Int) -> [String] { sheet.rows[index].cells.map { trimmed($0.text) }.filter { !$0.isEmpty } }
        // 单位 is the name of a field, too, but not where a unit follows.
        if FigureTable.units(in: sheet.rows[index].cells) != nil
            || texts(index).count == 1 && !TableUnit.units(in: texts(index)[0]).isEmpty
        {
            let isBelow = index > 0 && texts(index - 1).count > 1
            index = isBelow ? index - 1 : sheet.rows.indices.dropFirst(index + 1).first { texts($0).count > 1 } ?? index
        }
        guard index > 0 else { return index }
        let aspects = texts(index).filter { FigureAspect($0) != nil }
        let isLower = Set(aspects).count < aspects.count && texts(index - 1).count > 1
        return isLower ? index - 1 : index
    }

    private func registry(adding questions: [MetricBook.Question]) -> NewFile? {
        guard !questions.isEmpty else { return nil }
        var bytes = tree[Metric.path]?.bytes ?? []
        for question in questions {
            let fields = question.values.filter { key, text in Metric.known(key) != nil && !text.isEmpty }
            let form = RecordForm(.metric, id: question.id, title: question.name, library: task.library)
            bytes = MetricRegistry(bytes).adding(form, values: fields.mapValues { .text($0) })
        }
        return NewFile(path: Metric.path, bytes: bytes)
    }

    /// A file of its own, named after the table; nothing is ever replaced.
    private func path(for sheet: Spreadsheet) -> String {
        let title = [stem(of: sheet.file.path), sheet.name ?? ""].joined(separator: " ")
        let name = slug(of: title, readings: task.library.readings)
        let base = LibraryPath.metrics + (name.isEmpty ? "figures" : name)
        return freeName(base) { !task.library.hasFile($0 + ".csv") } + ".csv"
    }
}
