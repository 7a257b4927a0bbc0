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
        let problems = plan.table.diagnostics
        // What only asks for metrics is told by the questions.
        let asks = metrics != nil && plan.questions != nil
        let told = asks ? problems.filter { $0.code != .unknownReference } : problems
        if !told.isEmpty { tell(told, in: table.file, beside: figures.files) }
        try Terminal.write(report(plan.table, fields: figures.task.fieldNames))
        if let questions = plan.questions {
            guard let metrics else {
                Terminal.printError(Phrase.metricsUnknown(questions.count).text)
                throw Failure(Tally(problems, isStrict: true))
            }
            guard fileKind(metrics) == nil else {
                tell(problems, in: table.file, beside: figures.files)
                throw Failure(Tally(problems, isStrict: true))
            }
            try createFile(metrics, questions.file)
            throw Failure(.problems, .metricsAsked(count: questions.count, file: metrics))
        }
        guard problems.isEmpty else { throw Failure(Tally(problems, isStrict: true)) }
        if dryRun { return try Terminal.write(Phrase.dryRun.text + "\n") }
        guard let record = plan.table.records.first else { return }
        try create([record.file], in: source)
        if let registry = plan.registry {
            try replaceFile(source + "/" + registry.path, with: registry.bytes)
            try Terminal.write(Phrase.metricsAdded(plan.added).text + "\n")
        }
        let count = record.file.bytes.count { $0 == UInt8(ascii: "\n") } - 1
        try Terminal.write(Phrase.figuresWritten(count: count, path: record.file.path).text + "\n")
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
