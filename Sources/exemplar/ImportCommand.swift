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

    @Option(help: .say(.optionSheet, "name"))
    var sheet: String?

    @Option(help: .say(.optionHeader, "row"))
    var header: Int?

    @Option(help: .say(.optionEncoding, "name"))
    var encoding: TextEncoding?

    @Flag(help: .say(.optionWithContacts))
    var withContacts = false

    @Flag(help: .say(.optionDryRun))
    var dryRun = false

    @Flag(help: .say(.optionSkipExisting))
    var skipExisting = false

    @Option(help: .say(.optionMetrics, "file"))
    var metrics: String?

    @Flag(help: .say(.optionAddMetrics))
    var addMetrics = false

    @Option(help: .say(.optionSource, "dir"))
    var source = "."

    @OptionGroup var interface: LanguageOption

    func run() async throws {
        let table = try spreadsheet()
        guard kind == .observation else { return try write(table, in: try await readNames(source)) }
        try requireLibrary(in: source)
        var figures = await FigureImport(reading: try scan(folder: source))
        try prepare(&figures.task)
        try await write(table, by: figures)
    }

    private func write(_ table: Spreadsheet, in library: LibraryNames) throws {
        var task = SpreadsheetImport(kind, library: library)
        try prepare(&task)
        let plan = task.plan(table)
        if !plan.diagnostics.isEmpty {
            tell(plan.diagnostics, in: table.file)
        }
        try Terminal.write(report(plan, fields: task.fieldNames))
        guard plan.diagnostics.isEmpty else {
            throw Failure(Tally(plan.diagnostics, isStrict: true))
        }
        if dryRun { return try Terminal.write(Phrase.dryRun.text + "\n") }
        try create(plan.records.map(\.file), in: source)
        try Terminal.write(Phrase.draftsWritten(plan.records.count).text + "\n")
    }

    /// Takes over what is said of columns and rows.
    private func prepare(_ task: inout SpreadsheetImport) throws {
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
        (task.headerRow, task.takesContacts) = (header, withContacts)
        if let mistake = task.mistake { throw Failure(.usage, mistake) }
    }

    private func spreadsheet() throws -> Spreadsheet {
        var options = Spreadsheet.Options()
        (options.sheet, options.encoding) = (sheet, encoding)
        return try readSpreadsheet(file, options)
    }

    func readSpreadsheet(_ path: String, _ options: Spreadsheet.Options) throws -> Spreadsheet {
        let bytes = try readFile(path, atMost: Limits.sentBytes)
        do throws(Spreadsheet.Refusal) {
            return try Spreadsheet(path: path, bytes: bytes, options: options)
        } catch {
            switch error {
            case .told(let message): throw Failure(.problems, message)
            case .found(let diagnostics, let file):
                tell(diagnostics, in: file)
                throw Failure(Tally(diagnostics, isStrict: true))
            }
        }
    }

    /// - Parameter others: files that notes lead to.
    func tell(_ diagnostics: [Diagnostic], in file: SourceTree.File, beside others: [SourceTree.File] = []) {
        let writer = DiagnosticWriter(SourceTree(files: others + [file]), for: STDERR_FILENO)
        Terminal.printError(writer.write(diagnostics.sorted(), as: .text))
    }

    /// The columns that the file of `--mapping` names.
    private func keptChoices() throws -> [ColumnMapping.Choice] {
        guard let mapping else { return [] }
        let file = SourceTree.File(path: mapping, bytes: try readFile(mapping, atMost: Limits.textBytes))
        var diagnostics: [Diagnostic] = []
        let pairs = readTextMap(file, diagnostics: &diagnostics)
        guard diagnostics.isEmpty else {
            tell(diagnostics, in: file)
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

    /// Which column went where, what was not taken over and why, and which file each row becomes.
    func report(_ plan: SpreadsheetImport.Plan, fields: [String]) -> String {
        var lines: [Phrase] = []
        var others: [Phrase] = []
        for column in plan.mapping.columns {
            switch column.use {
            case .field(let field): lines.append(.columnTaken(header: column.header, field: field))
            case .unknown: others.append(.columnUnknown(column.header))
            case .leftOut: others.append(.columnLeftOut(column.header))
            case .runningNumber: others.append(.columnIsNumber(column.header))
            case .unnamed: others.append(.columnUnnamed(column.address))
            case .empty: continue
            }
        }
        others += plan.remarks
        if !others.isEmpty { lines.append(.notTakenOver) }
        lines += others.map { .item($0) }
        if plan.mapping.columns.contains(where: { $0.use == .unknown }) {
            lines.append(.giveColumnField)
            lines.append(.fieldsAre(fields))
        }
        lines += plan.skipped.map { .recordExists($0) }
        let records = plan.diagnostics.isEmpty ? plan.records.map { "\($0.file.path)  \($0.title)" } : []
        return (lines.map(\.text) + records).map { $0 + "\n" }.joined()
    }
}

extension ImportKind: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }

    public static var allValueStrings: [String] { allCases.map { $0.rawValue.lowercased() } }
}
