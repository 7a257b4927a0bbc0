import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Foundation
import Text

/// `exemplar export`
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutExport, .helpExport)

    @Argument(help: .say(.optionExported, "file"))
    var file: String

    @Option(help: .say(.optionExportKind))
    var kind: ExportKind

    @OptionGroup var library: FolderOption

    @OptionGroup var interface: LanguageOption

    func run() async throws {
        guard file.lowercased().hasSuffix(".xlsx") else { throw Failure(.usage, .exportEndsInXLSX(file)) }
        let tree = try library.readTree()
        guard let table = RecordTable(kind.kind, of: tree, await LibraryNames(reading: tree)) else { return }
        try createFile(file, try table.workbook())
        try Terminal.write(Phrase.tableExported(file: file, count: table.count).text + "\n")
    }
}

/// A kind that a table can hold.
struct ExportKind: ExpressibleByArgument {
    var kind: AuthoredKind

    init?(argument: String) {
        guard let kind = AuthoredKind(rawValue: argument), kind.canBeExported else { return nil }
        self.kind = kind
    }

    static let allValueStrings = AuthoredKind.allCases.filter(\.canBeExported).map(\.rawValue)
}

/// `exemplar update`
struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutUpdate, .helpUpdate)

    @Argument(help: .say(.optionUpdated, "file"))
    var file: String

    @OptionGroup var trial: DryRunOption

    @OptionGroup var library: FolderOption

    @OptionGroup var interface: LanguageOption

    func run() async throws {
        let tree = try library.readTree()
        let plan = try await plan(RecordUpdate(reading: tree))
        for line in plan.remarks + plan.changes { try Terminal.write(line.text + "\n") }
        for problem in plan.problems { Terminal.printError(problem.text) }
        if !plan.diagnostics.isEmpty {
            let writer = DiagnosticWriter(tree.replacing(plan.files), for: STDERR_FILENO)
            Terminal.printError(writer.write(plan.diagnostics, as: .text))
        }
        guard plan.problems.isEmpty, plan.diagnostics.isEmpty else { throw Failure(.problems, .nothingUpdated) }
        if plan.files.isEmpty { return try Terminal.write(Phrase.nothingToUpdate.text + "\n") }
        if try trial.stops() { return }
        try change(plan.files, new: [], in: library.source, since: tree)
        try Terminal.write(Phrase.tableUpdated(cells: plan.changes.count, files: plan.files.count).text + "\n")
    }

    private func plan(_ update: RecordUpdate) async throws -> RecordUpdate.Plan {
        let bytes = try readFile(file, atMost: Limits.sentBytes)
        do throws(Spreadsheet.Refusal) {
            return try await update.plan(file, bytes)
        } catch {
            guard case .told(let message) = error else { throw Failure(.problems, .isNotExported(file)) }
            throw Failure(.problems, message)
        }
    }
}

/// Writes a file that is not there yet, wherever it is to lie.
func createFile(_ path: String, _ bytes: [UInt8]) throws {
    let name = path.lastPathPart
    let folder = String(path.dropLast(name.count))
    try create([NewFile(path: name, bytes: bytes)], in: folder.isEmpty ? "." : folder)
}
