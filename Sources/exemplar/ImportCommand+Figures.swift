import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Text

/// `exemplar import --kind observation`
extension Import {
    func write(_ table: Spreadsheet, by figures: FigureImport) async throws {
        var figures = figures
        figures.takesProposals = addMetrics
        if let metrics, fileKind(metrics) != nil { figures.answers = try answers(in: metrics, figures.task.library) }
        let plan = await figures.plan(table)
        let asked = dryRun ? nil : metrics.flatMap { fileKind($0) == nil ? $0 : nil }
        // Names that are written into the table of questions are told by it.
        let problems = plan.table.diagnostics + (asked == nil ? plan.questions?.problems ?? [] : [])
        if !problems.isEmpty { tell(problems, in: table.file, beside: figures.files) }
        try Terminal.write(report(plan.table, fields: figures.task.fieldNames))
        if let questions = plan.questions {
            if let asked {
                try createFile(asked, questions.file)
                throw Failure(.problems, .metricsAsked(count: questions.problems.count, file: asked))
            }
            if metrics == nil { Terminal.printError(Phrase.metricsUnknown(questions.problems.count).text) }
        }
        guard problems.isEmpty else { throw Failure(Tally(problems, isStrict: true)) }
        if dryRun { return try Terminal.write(Phrase.dryRun.text + "\n") }
        guard let record = plan.table.records.first else { return }
        let files = [record.file, plan.registry].compactMap(\.self)
        let new = files.map(\.path).filter { path in !figures.files.contains { $0.path == path } }
        try change(files, new: Set(new), in: source)
        if plan.registry != nil { try Terminal.write(Phrase.metricsAdded(plan.added).text + "\n") }
        try Terminal.write(Phrase.figuresWritten(count: plan.count, path: record.file.path).text + "\n")
    }

    private func answers(in path: String, _ library: LibraryNames) throws -> [MetricAnswer] {
        let sheet = try readSpreadsheet(
            path, try readFile(path, atMost: Limits.sentBytes), Spreadsheet.Options())
        var diagnostics: [Diagnostic] = []
        let answers = MetricQuestions(library: library).answers(sheet, diagnostics: &diagnostics)
        guard diagnostics.isEmpty else {
            tell(diagnostics, in: sheet.file)
            throw Failure(Tally(diagnostics, isStrict: true))
        }
        return answers
    }
}
