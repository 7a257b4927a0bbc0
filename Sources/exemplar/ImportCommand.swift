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

    @Option(name: .customLong("form"), help: .say(.optionForm, "name"))
    var formName: String?

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

    @OptionGroup var trial: DryRunOption

    @Flag(help: .say(.optionSkipExisting))
    var skipExisting = false

    @Option(name: .customLong("as"), help: .say(.optionAs))
    var form = ImportForm.table

    @Option(name: .long, help: .say(.optionReportedBy, "name"))
    var reportedBy: String?

    @Option(name: .long, help: .say(.optionCiteAs, "id"))
    var citeAs: String?

    @Flag(name: .long, help: .say(.optionNoCite))
    var noCite = false

    @OptionGroup var questions: MetricOptions

    @OptionGroup var library: FolderOption

    @OptionGroup var interface: LanguageOption

    /// What would be passed over in silence is refused.
    func validate() throws {
        let tables = [
            "--map": !map.isEmpty, "--mapping": mapping != nil, "--set": !set.isEmpty, "--sheet": sheet != nil,
            "--header": header != nil, "--encoding": encoding != nil,
        ]
        let records = ["--with-contacts": withContacts, "--no-cite": noCite, "--form": formName != nil]
        let cited = ["--cite-as": citeAs != nil, "--reported-by": reportedBy != nil]
        let figures = ["--metrics": questions.metrics != nil, "--add-metrics": questions.addMetrics]
        let isFigures = kind == .observation
        let useless = [
            (with: "--as list", options: form == .list ? [tables, records, figures] : []),
            ("--kind \(kind.rawValue)", isFigures ? [records, cited] : [figures]), ("--no-cite", noCite ? [cited] : []),
        ]
        for (with, options) in useless {
            let given = options.joined().filter(\.value).map(\.key).sorted()
            if !given.isEmpty { throw ValidationError(.optionsHaveNoUse(options: given, with: with)) }
        }
    }

    func run() async throws {
        let bytes = try readFile(file, atMost: Limits.sentBytes)
        switch form {
        case .list: try writeList(bytes, in: try await library.readNames())
        case .table where kind == .observation:
            var figures = await FigureImport(reading: try library.readTree())
            try prepare(&figures.task)
            try await write(try spreadsheet(bytes), by: figures)
        case .table: try write(try spreadsheet(bytes), submitted: bytes, in: try await library.readNames())
        }
    }

    private func writeList(_ bytes: [UInt8], in library: LibraryNames) throws {
        guard kind == .practice else { throw Failure(.usage, .listIsOfPractices) }
        var task = ListImport(submission(bytes), library: library)
        task.skipsExisting = skipExisting
        if let place {
            guard let id = library.place(named: place) else { throw Failure(.usage, .noPlace(place)) }
            task.place = id
        }
        if let mistake = task.mistake { throw Failure(.usage, mistake) }
        let (plan, text) = try reading { () throws(Spreadsheet.Refusal) in try task.plan(path: file) }
        try finish(plan, of: text, fields: [])
    }

    private func write(_ table: Spreadsheet, submitted bytes: [UInt8], in library: LibraryNames) throws {
        guard library.guide.brokenForms.isEmpty else {
            for (file, problems) in library.guide.brokenForms { tell(problems, in: file) }
            throw Failure(Tally(library.guide.brokenForms.flatMap(\.problems), isStrict: true))
        }
        var task = SpreadsheetImport(kind, library: library)
        task.formName = formName
        try prepare(&task, submission: noCite ? nil : submission(bytes))
        try finish(task.plan(table), of: table.file, fields: task.fieldNames)
    }

    /// Tells what would be written and what speaks against it, and writes it if nothing does.
    private func finish(_ plan: SpreadsheetImport.Plan, of text: SourceTree.File, fields: [String]) throws {
        let told = plan.diagnostics + plan.warnings
        if !told.isEmpty { tell(told, in: text) }
        try Terminal.write(report(plan, fields: fields))
        guard plan.diagnostics.isEmpty else {
            throw Failure(Tally(plan.diagnostics, isStrict: true))
        }
        if try trial.stops() { return }
        try create(plan.records.map(\.file) + [plan.source].compactMap(\.self), in: library.source)
        if plan.source != nil { try Terminal.write(Phrase.keepOriginal(file.lastPathPart).text + "\n") }
        try Terminal.write(Phrase.draftsWritten(plan.records.count).text + "\n")
    }

    /// Takes over what is said of columns and rows.
    private func prepare(_ task: inout SpreadsheetImport, submission: Submission? = nil) throws {
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
        task.submission = submission
        if let mistake = task.mistake { throw Failure(.usage, mistake) }
    }

    /// The file as what the drafts cite.
    private func submission(_ bytes: [UInt8]) -> Submission {
        var submission = Submission(name: file.lastPathPart, bytes: bytes)
        (submission.id, submission.speaker) = (citeAs, reportedBy)
        return submission
    }

    private func spreadsheet(_ bytes: [UInt8]) throws -> Spreadsheet {
        var options = Spreadsheet.Options()
        (options.sheet, options.encoding) = (sheet, encoding)
        return try readSpreadsheet(file, bytes, options)
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
        let isSound = plan.diagnostics.isEmpty
        var records = isSound ? plan.records.map { "\($0.file.path)  \($0.title)" } : []
        if isSound, let citation = plan.citation { records.append(citation.text) }
        return (lines.map(\.text) + records).map { $0 + "\n" }.joined()
    }
}

/// What the file is read as.
enum ImportForm: String, ExpressibleByArgument, CaseIterable {
    case table, list
}

extension ImportKind: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }

    public static var allValueStrings: [String] { allCases.map { $0.rawValue.lowercased() } }
}
