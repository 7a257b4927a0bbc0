import ArgumentParser
import Authoring
import Content
import Delivery
import Diagnostics
import Disk
import Foundation
import Site
import Text

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutCheck, .helpCheck)

    @OptionGroup var library: LibraryOptions

    @Option(help: .say(.optionFormat))
    var format = DiagnosticFormat.text

    @Option(help: .say(.optionOriginals, "dir"))
    var originals: String?

    @Option(help: .say(.optionReport, "file"))
    var report: String?

    @Flag(help: .say(.optionFix))
    var fix = false

    @Option(help: .say(.optionCheckOutput, "dir"))
    var output: String?

    func run() async throws {
        if let output { return try checkSite(in: output) }
        let reportFile = try report.map { try library.place.ownFile($0, .markup) }
        var progress = Progress()
        var planned = try await library.plan(&progress)
        progress.finish()
        // Of corrections that overlap one is written, and one may bring out another.
        for round in 0..<(fix ? 8 : 0) {
            guard try applyFixes(of: planned.diagnostics, to: planned.tree) else {
                if round == 0 { Terminal.printError(Phrase.nothingToFix.text) }
                break
            }
            planned = try await library.plan(&progress)
            progress.finish()
        }
        var diagnostics = planned.problems
        var comparison: OriginalsReport?
        var shown: [SourceTree.File] = []
        if let originals {
            let files = try originalFiles(in: originals)
            comparison = checkOriginals(planned.site.library, files: files, diagnostics: &diagnostics) { file, source in
                openOriginal(file, source).map { original in
                    shown.append(original.file)
                    return original
                }
            }
            diagnostics.sort()
        }
        if library.strict {
            for index in diagnostics.indices { diagnostics[index].severity = .error }
        }
        let tree = SourceTree(files: planned.tree.files + shown)
        let writer = DiagnosticWriter(tree, for: STDOUT_FILENO)
        try reportFile?.write(planned.site.editorReport(writer.resolve(diagnostics), in: Interface.language))
        try Terminal.write(writer.write(diagnostics, as: format))
        let tally = Tally(diagnostics, isStrict: library.strict)
        Terminal.printError(
            Phrase.pagesChecked(
                pages: planned.site.plan.pages.count, tally: tally.phrase, time: Progress.phrase(progress.elapsed)
            ).text)
        if let allowed = Tally.allowedNumbers(planned.site.library.passedOver) { Terminal.printError(allowed.text) }
        if planned.site.library.unconfirmed > 0 {
            Terminal.printError(Phrase.unconfirmedTranslations(planned.site.library.unconfirmed).text)
        }
        if let comparison {
            Terminal.printError(
                Phrase.originalsConfirmed(
                    paragraphs: comparison.paragraphs, figures: comparison.figures,
                    identical: comparison.identicalFiles, sources: planned.site.library.sources.count
                ).text)
            if !comparison.otherFiles.isEmpty {
                Terminal.printError(Phrase.otherOriginals(comparison.otherFiles).text)
            }
        }
        if tally.errors > 0 { throw ExitCode(ExitStatus.problems.rawValue) }
    }
}

extension Check {
    /// The files right in a folder, with paths that begin with its name as it was given.
    private func originalFiles(in folder: String) throws -> [SourceTree.File] {
        guard fileKind(folder) == .folder, let names = try names(in: folder) else {
            throw Failure(.usage, .noOriginals(folder))
        }
        return try names.map { folder + "/" + $0 }.filter { [.file, .other].contains(fileKind($0)) }.map { path in
            SourceTree.File(path: path, bytes: try readFile(path, atMost: Limits.sentBytes))
        }
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}
