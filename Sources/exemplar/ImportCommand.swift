import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Foundation
import Text

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Turn a spreadsheet into draft records.",
        discussion: """
            A row becomes a record, a column a field. Usual headers are known in Chinese and English (标题, 地区, 问题, \
            做法, 成效 …); others are named with --map. While a row has a problem nothing is written, all problems \
            are told in one run, and nothing is ever overwritten. docs/authoring.md has the whole list.

            EXAMPLES
              exemplar import cases.csv --kind case --dry-run
              exemplar import cases.csv --kind case --place linan --set practice=linan/weekly-meeting
              exemplar import practices.csv --kind practice --map 亮点=logic --map 备注=-
            """)

    @Argument(help: ArgumentHelp("A CSV file, saved as “CSV UTF-8”; GB18030 (GBK) is read too.", valueName: "file"))
    var file: String

    @Option(help: "What the rows are: \(ImportKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: ImportKind

    @Option(name: .long, help: ArgumentHelp("The field a column fills; - leaves it out.", valueName: "header=field"))
    var map: [String] = []

    @Option(help: ArgumentHelp("A YAML file of such lines, ‘header: field’.", valueName: "file"))
    var mapping: String?

    @Option(name: .long, help: ArgumentHelp("A value for rows that have none.", valueName: "field=value"))
    var set: [String] = []

    @Option(help: ArgumentHelp("The place of rows that name none: --set place=…", valueName: "slug"))
    var place: String?

    @Flag(help: "Show what would be written, and write nothing.")
    var dryRun = false

    @Flag(help: "Leave rows out whose record exists already.")
    var skipExisting = false

    @Option(help: ArgumentHelp("The folder with exemplar.yaml.", valueName: "dir"))
    var source = "."

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
        if let mistake = task.mistake { throw Failure(.usage, "error: \(mistake)") }

        let plan = task.plan(sheet)
        if !plan.diagnostics.isEmpty {
            let writer = DiagnosticWriter(
                SourceTree(files: [sheet.file]), usesColor: Terminal.usesColor(STDERR_FILENO))
            Terminal.printError(writer.write(plan.diagnostics, as: .text))
        }
        try Terminal.write(report(plan, fields: task.fieldNames, isConverted: sheet.isConverted))
        guard plan.diagnostics.isEmpty else {
            throw Failure(.problems, "\(Tally(plan.diagnostics, isStrict: true).text); nothing was written")
        }
        if dryRun { return try Terminal.write("dry run: nothing was written\n") }
        try create(plan.records.map(\.file), in: source)
        try Terminal.write("\(plan.records.count) drafts written; next: exemplar check --drafts\n")
    }

    private func spreadsheet() throws -> Spreadsheet {
        do {
            return try Spreadsheet(path: file, bytes: try readFile(file))
        } catch let refusal as Spreadsheet.Refusal {
            throw Failure(.problems, "error: " + refusal.message)
        }
    }

    /// The columns that the file of `--mapping` names.
    private func keptChoices() throws -> [ColumnMapping.Choice] {
        guard let mapping else { return [] }
        let file = SourceTree.File(path: mapping, bytes: try readFile(mapping))
        var diagnostics: [Diagnostic] = []
        let pairs = readTextMap(file, diagnostics: &diagnostics)
        guard diagnostics.isEmpty else {
            let writer = DiagnosticWriter(SourceTree(files: [file]), usesColor: Terminal.usesColor(STDERR_FILENO))
            Terminal.printError(writer.write(diagnostics.sorted(), as: .text))
            throw Failure(.problems, "error: ‘\(mapping)’ cannot be read; nothing was written")
        }
        return pairs.map { ColumnMapping.Choice(header: $0.key, field: $0.value, isRequired: false) }
    }

    private func halves(
        _ text: String, at sign: String.Index?, option: String
    ) throws -> (before: String, after: String) {
        guard let sign, sign != text.startIndex, text.index(after: sign) != text.endIndex else {
            throw Failure(.usage, "error: \(option) wants two words with = between them, not ‘\(text)’")
        }
        return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }

    /// Which column went where, and which file each row becomes.
    private func report(_ plan: SpreadsheetImport.Plan, fields: [String], isConverted: Bool) -> String {
        var lines = isConverted ? ["\(file) is not UTF-8 and was read as GB18030 (GBK)"] : []
        for column in plan.mapping.columns where column.isUsed && !column.isLeftOut {
            lines.append(column.field.map { "\(column.header) → \($0)" } ?? "\(column.header) is NOT taken over")
        }
        if plan.mapping.columns.contains(where: { $0.isUsed && !$0.isLeftOut && $0.field == nil }) {
            lines.append("give such a column a field with --map HEADER=FIELD, or leave it out with --map HEADER=-")
            lines.append("fields: \(fields.joined(separator: ", "))")
        }
        lines += plan.skipped.map { "\($0) exists and is left alone" }
        if plan.diagnostics.isEmpty { lines += plan.records.map { "\($0.file.path)  \($0.title)" } }
        return lines.map { $0 + "\n" }.joined()
    }
}

extension ImportKind: ExpressibleByArgument {}
