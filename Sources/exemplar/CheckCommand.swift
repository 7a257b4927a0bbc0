import ArgumentParser
import Content
import Diagnostics
import Disk
import Foundation
import Site
import Text

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report every problem of the library; write nothing.",
        discussion: """
            EXAMPLES
              exemplar check --strict
              exemplar check --originals ~/papers   compare with the documents themselves
              exemplar check --report report.html   a page for the editor
              exemplar check --format github        annotations in GitHub Actions
              exemplar check --format sarif > problems.sarif
            """)

    @OptionGroup var library: LibraryOptions

    @Option(help: "How to write the problems: \(DiagnosticFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = DiagnosticFormat.text

    @Option(
        help: ArgumentHelp(
            "Compare every paragraph and figure with the documents in this folder.", valueName: "dir"))
    var originals: String?

    @Option(help: ArgumentHelp("Write a report for the editor, one page that stands alone.", valueName: "file"))
    var report: String?

    func run() async throws {
        var progress = Progress()
        let planned = try await library.plan(&progress)
        progress.finish()
        var diagnostics = planned.diagnostics
        var files: [SourceTree.File] = []
        var comparison: OriginalsReport?
        if let originals {
            files = try originalFiles(in: originals)
            comparison = checkOriginals(planned.site.library, files: files, diagnostics: &diagnostics)
            diagnostics.sort()
        }
        if library.strict {
            for index in diagnostics.indices { diagnostics[index].severity = .error }
        }
        let tree = SourceTree(files: planned.tree.files + files)
        let writer = DiagnosticWriter(tree, usesColor: Terminal.usesColor(STDOUT_FILENO))
        if let report {
            try replaceFile(report, with: planned.site.editorReport(writer.resolve(diagnostics)))
        }
        try Terminal.write(writer.write(diagnostics, as: format))
        let tally = Tally(diagnostics, isStrict: library.strict)
        let records = planned.site.plan.pages.count
        Terminal.printError("\(records) pages checked: \(tally.text); \(Progress.text(progress.elapsed))")
        if let comparison {
            Terminal.printError(
                "originals: \(comparison.paragraphs) paragraphs and \(comparison.figures) figures confirmed, "
                    + "\(comparison.identicalFiles) of \(planned.site.library.sources.count) files identical")
        }
        if tally.errors > 0 { throw ExitCode(ExitStatus.problems.rawValue) }
    }
}

extension Check {
    /// The files right in a folder, with paths that begin with its name as it was given.
    private func originalFiles(in folder: String) throws -> [SourceTree.File] {
        guard fileKind(folder) == .folder, let names = try names(in: folder) else {
            throw Failure(.usage, "error: there is no folder ‘\(folder)’ with originals")
        }
        return try names.map { folder + "/" + $0 }.filter { [.file, .other].contains(fileKind($0)) }.map { path in
            SourceTree.File(path: path, bytes: try readFile(path))
        }
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}
