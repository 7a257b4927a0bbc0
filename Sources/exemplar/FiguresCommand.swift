import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Foundation
import Text

/// `exemplar figures`
struct Figures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutFigures, .helpFigures)

    @Argument(help: .say(.optionCandidates, "file"))
    var file: String

    @Flag(help: .say(.optionTake))
    var take = false

    @OptionGroup var questions: MetricOptions

    @Option(name: .long, help: .say(.optionSet, "field=value"))
    var set: [String] = []

    @OptionGroup var trial: DryRunOption

    @OptionGroup var library: FolderOption

    @OptionGroup var interface: LanguageOption

    /// What would be passed over in silence is refused.
    func validate() throws {
        let options = [
            "--metrics": questions.metrics != nil, "--add-metrics": questions.addMetrics, "--set": !set.isEmpty,
            "--dry-run": trial.dryRun,
        ]
        let given = options.filter(\.value).map(\.key).sorted()
        if !take, !given.isEmpty { throw ValidationError(.needsTake(given)) }
    }

    func run() async throws {
        var candidates = await FigureCandidates(reading: try library.readTree())
        guard take else { return try write(candidates) }
        candidates.figures.task.defaults = try set.map { text in
            let (field, value) = try halves(text, at: text.firstIndex(of: "="), option: "--set")
            return (field: field, text: value)
        }
        if let mistake = candidates.figures.task.mistake { throw Failure(.usage, mistake) }
        try questions.answer(&candidates.figures)
        var options = Spreadsheet.Options()
        // The others are the program's own.
        if isWorkbook { options.sheet = "1" }
        let sheet = try readSpreadsheet(file, try readFile(file, atMost: Limits.sentBytes), options)
        try take(await candidates.take(sheet), of: sheet, into: candidates.figures)
    }

    private var isWorkbook: Bool { file.lowercased().hasSuffix(".xlsx") }

    private func write(_ candidates: FigureCandidates) throws {
        if !candidates.others.isEmpty {
            let writer = DiagnosticWriter(SourceTree(files: candidates.figures.files), for: STDERR_FILENO)
            Terminal.printError(writer.write(candidates.others, as: .text))
            Terminal.printError(Phrase.figuresToLinkByHand(candidates.others.count).text)
        }
        guard candidates.count > 0 else { return try Terminal.write(Phrase.noLooseFigures.text + "\n") }
        try createFile(file, try candidates.file(isWorkbook: isWorkbook))
        try Terminal.write(Phrase.candidatesWritten(count: candidates.count, file: file).text + "\n")
    }

    private func take(_ plan: FigureCandidates.Plan, of sheet: Spreadsheet, into figures: FigureImport) throws {
        let problems = plan.diagnostics + (plan.figures.map { questions.problems($0, dryRun: trial.dryRun) } ?? [])
        if !problems.isEmpty {
            tell(problems, in: sheet.file, beside: SourceTree(files: figures.files).replacing(plan.files).files)
        }
        for remark in plan.figures?.table.remarks ?? [] { try Terminal.write(remark.text + "\n") }
        for id in plan.figures?.table.skipped ?? [] { try Terminal.write(Phrase.recordExists(id).text + "\n") }
        if let asked = plan.figures { try questions.ask(asked, dryRun: trial.dryRun) }
        guard problems.isEmpty else { throw Failure(Tally(problems, isStrict: true)) }
        let left = Phrase.candidatesLeft(plan.left).text
        guard !plan.files.isEmpty else { return try Terminal.write(Phrase.noCandidatesTaken.text + "\n" + left + "\n") }
        if try trial.stops() { return }
        try change(
            plan.files, new: figures.new(plan.files), in: library.source, since: SourceTree(files: figures.files))
        try plan.figures?.report()
        try Terminal.write(
            Phrase.candidatesTaken(links: plan.linked, names: plan.allowed.count).text + "\n" + left + "\n")
    }
}
