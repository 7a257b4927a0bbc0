import ArgumentParser
import Content
import Diagnostics
import Foundation
import Publishing
import Site

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the site.",
        discussion: """
            Nothing is written while the library has errors, so the old site stays whole. Files that did not \
            change are left alone; files are removed only if an earlier build wrote them.

            EXAMPLES
              exemplar build
              exemplar build --source library --output site --base-url https://practice.example.org
              exemplar build --strict --timings
            """)

    @OptionGroup var library: LibraryOptions

    @Option(
        help: ArgumentHelp("The output folder; ‘output’ in exemplar.yaml or public/ if not given.", valueName: "dir"))
    var output: String?

    @Flag(help: "Print how long each stage took.")
    var timings = false

    func run() async throws {
        var progress = Progress()
        let outcome = try await library.pipeline.run(&progress)
        let tally = Tally(outcome.diagnostics, isStrict: library.strict)
        if !outcome.diagnostics.isEmpty {
            progress.finish()
            let writer = DiagnosticWriter(outcome.tree, usesColor: Terminal.usesColor(STDERR_FILENO))
            Terminal.printError(writer.write(outcome.diagnostics, as: .text))
        }
        guard tally.errors == 0 else {
            progress.finish()
            throw Failure(.problems, "\(tally.text); nothing was written")
        }
        let folder = output ?? library.source + "/" + outcome.site.library.configuration.output
        try refuseSourceFolders(folder)

        progress.begin("index")
        var site = outcome.site
        await site.indexForSearch(jobs: library.jobs)
        progress.end("index")
        progress.begin("render and publish")
        let outputs = site.outputs
        let files = PublishedFiles(paths: outputs.map { site.path(of: $0) }) { [site] in site.render(outputs[$0]) }
        let report: PublishingReport
        do {
            report = try await publish(files, to: folder, jobs: library.jobs)
        } catch {
            progress.finish()
            throw Failure(.disk, "error: " + Self.message(for: error))
        }
        progress.end("render and publish")
        progress.finish()
        if timings { printTimings(progress) }
        try Terminal.write(
            "\(site.plan.pages.count) pages, \(outputs.count) files in \(folder): \(report.written) written, "
                + "\(report.unchanged) unchanged, \(report.removed) removed; \(tally.text); \(Progress.text(progress.elapsed))"
                + "\n")
    }

    /// An output folder inside `content/` would become its own input.
    private func refuseSourceFolders(_ folder: String) throws {
        /// The real path of the deepest folder that exists, with the rest behind it.
        func resolved(_ path: String) -> String {
            var existing = URL(filePath: path).standardizedFileURL
            var rest = ""
            while realPath(existing.path) == nil, existing.path != "/" {
                rest = "/" + existing.lastPathComponent + rest
                existing.deleteLastPathComponent()
            }
            return (realPath(existing.path) ?? "") + rest
        }
        let target = resolved(folder) + "/"
        for name in ["content", "seeds", "templates"]
        where target.hasPrefix(resolved(library.source + "/" + name) + "/") {
            throw Failure(
                .usage, "error: the output folder ‘\(folder)’ lies in \(name)/, where the library is read from")
        }
        if (resolved(library.source) + "/").hasPrefix(target) {
            throw Failure(.usage, "error: the output folder ‘\(folder)’ holds the library itself")
        }
    }

    private func printTimings(_ progress: Progress) {
        for (stage, duration) in progress.timings {
            let name = stage.padding(toLength: 18, withPad: " ", startingAt: 0)
            Terminal.printError("\(name) \(Progress.text(duration))")
        }
    }

    static func message(for error: PublishingError) -> String {
        switch error {
        case .notOurs(let folder, let example):
            "‘\(folder)’ is not empty and was not made by exemplar (it has ‘\(example)’); choose an empty folder"
        case .foreignFiles(let folder, let paths):
            "‘\(folder)’ has files that exemplar did not write and would replace: "
                + paths.prefix(5).joined(separator: ", ") + "; move them away first"
        case .impossiblePath(let path): "‘\(path)’ cannot be written below the output folder"
        case .busy(let folder): "another build is writing into ‘\(folder)’; try again when it has ended"
        case .damagedManifest(let folder):
            "the \(Manifest.fileName) in ‘\(folder)’ cannot be read; restore it, or build into an empty folder"
        case .notAFolder(let path): "‘\(path)’ is not a folder"
        case .system(let operation, let path, let reason): "cannot \(operation) ‘\(path)’: \(reason)"
        }
    }
}
