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
        try questions.answer(&figures)
        let plan = await figures.plan(table)
        let problems = plan.table.diagnostics + questions.problems(plan, dryRun: trial.dryRun)
        let told = problems + plan.table.warnings
        if !told.isEmpty { tell(told, in: table.file, beside: figures.files) }
        try Terminal.write(report(plan.table, fields: figures.task.fieldNames))
        try questions.ask(plan, dryRun: trial.dryRun)
        guard problems.isEmpty else { throw Failure(Tally(problems, isStrict: true)) }
        if try trial.stops() { return }
        guard let record = plan.table.records.first else { return }
        let files = [record.file, plan.registry].compactMap(\.self)
        try change(files, new: figures.new(files), in: library.source, since: SourceTree(files: figures.files))
        try plan.report()
    }
}

/// How names of metrics that the library does not have are asked for and answered.
struct MetricOptions: ParsableArguments {
    @Option(help: .say(.optionMetrics, "file"))
    var metrics: String?

    @Flag(help: .say(.optionAddMetrics))
    var addMetrics = false

    /// Takes over what somebody says of them.
    func answer(_ figures: inout FigureImport) throws {
        figures.takesProposals = addMetrics
        guard let metrics, fileKind(metrics) != nil else { return }
        let sheet = try readSpreadsheet(
            metrics, try readFile(metrics, atMost: Limits.sentBytes), Spreadsheet.Options())
        var diagnostics: [Diagnostic] = []
        figures.answers = MetricQuestions(library: figures.task.library).answers(sheet, diagnostics: &diagnostics)
        guard diagnostics.isEmpty else {
            tell(diagnostics, in: sheet.file)
            throw Failure(Tally(diagnostics, isStrict: true))
        }
    }

    /// The file in which they are to be asked for, if it is not there yet.
    private func asked(dryRun: Bool) -> String? {
        dryRun ? nil : metrics.flatMap { fileKind($0) == nil ? $0 : nil }
    }

    /// Names that are written into the table of questions are told by it.
    func problems(_ plan: FigureImport.Plan, dryRun: Bool) -> [Diagnostic] {
        asked(dryRun: dryRun) == nil ? plan.questions?.problems ?? [] : []
    }

    func ask(_ plan: FigureImport.Plan, dryRun: Bool) throws {
        guard let questions = plan.questions else { return }
        if let asked = asked(dryRun: dryRun) {
            try createFile(asked, questions.file)
            // Nothing is wrong: a second run takes the answers.
            Terminal.printError(Phrase.metricsAsked(count: questions.problems.count, file: asked).text)
            throw ExitCode(ExitStatus.problems.rawValue)
        }
        if metrics == nil { Terminal.printError(Phrase.metricsUnknown(questions.problems.count).text) }
    }
}

extension FigureImport {
    /// The paths at which the library has nothing yet.
    func new(_ changed: [NewFile]) -> Set<String> { Set(changed.map(\.path)).subtracting(files.map(\.path)) }
}

extension FigureImport.Plan {
    /// Tells what was written.
    func report() throws {
        if registry != nil { try Terminal.write(Phrase.metricsAdded(added).text + "\n") }
        guard let record = table.records.first else { return }
        try Terminal.write(Phrase.figuresWritten(count: count, path: record.file.path).text + "\n")
    }
}
