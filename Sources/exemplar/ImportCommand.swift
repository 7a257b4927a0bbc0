import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Foundation
import Text

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutImport, .helpImport)

    @Argument(help: .say(.optionSpreadsheet, "file"))
    var file: String

    @Option(help: .say(.optionRows))
    var kind: ImportKind

    @Option(name: .long, help: .say(.optionMap, "header=field"))
    var map: [String] = []

    @Option(help: .say(.optionMapping, "file"))
    var mapping: String?

    @Option(name: .long, help: .say(.optionSet, "field=value"))
    var set: [String] = []

    @Option(help: .say(.optionPlace, "slug"))
    var place: String?

    @Flag(help: .say(.optionDryRun))
    var dryRun = false

    @Flag(help: .say(.optionSkipExisting))
    var skipExisting = false

    @Option(help: .say(.optionSource, "dir"))
    var source = "."

    @OptionGroup var interface: LanguageOption

    func run() async throws {
        let sheet = try spreadsheet()
        try write(sheet, in: try await readNames(source))
    }

    private func write(_ sheet: Spreadsheet, in library: LibraryNames) throws {
        var task = SpreadsheetImport(kind, library: library)
        // Headers and texts may have = in them, fields have not.
        task.choices =
            try keptChoices()
            + map.map { text in
                let (header, field) = try halves(text, at: text.lastIndex(of: "="), option: "--map")
                return ColumnMapping.Choice(header: header, field: field)
            }
        task.defaults = try set.map { text in
            let (field, value) = try halves(text, at: text.firstIndex(of: "="), option: "--set")
            return (field: field, text: value)
        }
        if let place { task.defaults.append((field: "place", text: place)) }
        task.skipsExisting = skipExisting
        if let mistake = task.mistake { throw Failure(.usage, mistake) }

        let plan = task.plan(sheet)
        if !plan.diagnostics.isEmpty {
            let writer = DiagnosticWriter(SourceTree(files: [sheet.file]), for: STDERR_FILENO)
            Terminal.printError(writer.write(plan.diagnostics, as: .text))
        }
        try Terminal.write(report(plan, fields: task.fieldNames, isConverted: sheet.isConverted))
        guard plan.diagnostics.isEmpty else {
            throw Failure(Tally(plan.diagnostics, isStrict: true))
        }
        if dryRun { return try Terminal.write(Phrase.dryRun.text + "\n") }
        try create(plan.records.map(\.file), in: source)
        try Terminal.write(Phrase.draftsWritten(plan.records.count).text + "\n")
    }

    private func spreadsheet() throws -> Spreadsheet {
        do {
            return try Spreadsheet(path: file, bytes: try readFile(file))
        } catch let refusal as Spreadsheet.Refusal {
            throw Failure(.problems, refusal.message)
        }
    }

    /// The columns that the file of `--mapping` names.
    private func keptChoices() throws -> [ColumnMapping.Choice] {
        guard let mapping else { return [] }
        let file = SourceTree.File(path: mapping, bytes: try readFile(mapping))
        var diagnostics: [Diagnostic] = []
        let pairs = readTextMap(file, diagnostics: &diagnostics)
        guard diagnostics.isEmpty else {
            let writer = DiagnosticWriter(SourceTree(files: [file]), for: STDERR_FILENO)
            Terminal.printError(writer.write(diagnostics.sorted(), as: .text))
            throw Failure(.problems, .mappingUnreadable(mapping))
        }
        return pairs.map { ColumnMapping.Choice(header: $0.key, field: $0.value, isRequired: false) }
    }

    private func halves(
        _ text: String, at sign: String.Index?, option: String
    ) throws -> (before: String, after: String) {
        guard let sign, sign != text.startIndex, text.index(after: sign) != text.endIndex else {
            throw Failure(.usage, .noTwoWords(option: option, text: text))
        }
        return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }

    /// Which column went where, and which file each row becomes.
    private func report(_ plan: SpreadsheetImport.Plan, fields: [String], isConverted: Bool) -> String {
        var lines: [Phrase] = isConverted ? [.readAsGBK(file)] : []
        for column in plan.mapping.columns where column.isUsed && !column.isLeftOut {
            lines.append(
                column.field.map { .columnTaken(header: column.header, field: $0) } ?? .columnNotTaken(column.header))
        }
        if plan.mapping.columns.contains(where: { $0.isUsed && !$0.isLeftOut && $0.field == nil }) {
            lines.append(.giveColumnField)
            lines.append(.fieldsAre(fields))
        }
        lines += plan.skipped.map { .recordExists($0) }
        let records = plan.diagnostics.isEmpty ? plan.records.map { "\($0.file.path)  \($0.title)" } : []
        return (lines.map(\.text) + records).map { $0 + "\n" }.joined()
    }
}

extension ImportKind: ExpressibleByArgument {}
