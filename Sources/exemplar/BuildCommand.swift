import ArgumentParser
import Content
import Diagnostics
import Disk
import Foundation
import Site
import Text

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
              exemplar build --drafts --output drafts
            """)

    @OptionGroup var library: LibraryOptions

    @Option(
        help: ArgumentHelp("The output folder; ‘output’ in exemplar.yaml or public/ if not given.", valueName: "dir"))
    var output: String?

    @Flag(help: "Print how long each stage took, on the clock and of the processors, and what it went through.")
    var timings = false

    @Option(
        help: ArgumentHelp(
            "Write how long each stage and each file took, for chrome://tracing or ui.perfetto.dev.",
            valueName: "file"))
    var trace: String?

    func run() async throws {
        var progress = Progress()
        defer { progress.finish() }
        let planned = try await library.plan(&progress)
        let tally = Tally(planned.diagnostics, isStrict: library.strict)
        if !planned.diagnostics.isEmpty {
            progress.finish()
            let writer = DiagnosticWriter(planned.tree, usesColor: Terminal.usesColor(STDERR_FILENO))
            Terminal.printError(writer.write(planned.diagnostics, as: .text))
        }
        guard tally.errors == 0 else {
            throw Failure(.problems, "\(tally.text); nothing was written")
        }
        let published = library.source + "/" + planned.site.library.configuration.output
        let folder = output ?? published
        try refuseSourceFolders(folder)
        // The folder may be another name of the one that is published.
        guard !library.drafts || resolvedPath(folder) != resolvedPath(published) else {
            throw Failure(
                .usage,
                "error: ‘\(folder)’ is the folder of the published site; choose another one for drafts with --output, or "
                    + "look at them with exemplar serve")
        }

        let recorder = trace.map { _ in Trace(start: progress.start) }
        let report = try await planned.publish(
            to: folder, jobs: library.jobs, observe: { recorder?.record($0, from: $1) }, begin: { progress.begin($0) })
        progress.finish()
        if timings { printTimings(progress, planned, report) }
        if let trace, let recorder { try replaceFile(trace, with: recorder.json(progress.timings)) }
        try Terminal.write(
            "\(planned.site.plan.pages.count) pages, \(report.written + report.unchanged) files in \(folder): \(report.written) written, "
                + "\(report.unchanged) unchanged, \(report.removed) removed; \(tally.text); \(Progress.text(progress.elapsed))"
                + "\n")
    }

    /// An output folder inside `content/` would become its own input.
    private func refuseSourceFolders(_ folder: String) throws {
        let target = resolvedPath(folder) + "/"
        for name in SourceTree.folders
        where target.hasPrefix(resolvedPath(library.source + "/" + name) + "/") {
            throw Failure(
                .usage, "error: the output folder ‘\(folder)’ lies in \(name)/, where the library is read from")
        }
        if (resolvedPath(library.source) + "/").hasPrefix(target) {
            throw Failure(.usage, "error: the output folder ‘\(folder)’ holds the library itself")
        }
    }

    private func printTimings(_ progress: Progress, _ planned: PlannedSite, _ report: PublishingReport) {
        func column(_ text: String, _ width: Int) -> String {
            text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
        }
        func count(_ stage: Stage) -> String {
            switch stage {
            case .scan:
                let bytes = planned.tree.files.reduce(0) { $0 + $1.bytes.count }
                return String(format: "%d files, %.1f MB", planned.tree.files.count, Double(bytes) / 1e6)
            case .read: return "\(planned.site.library.recordCount) records"
            case .check: return "\(planned.diagnostics.count) problems"
            case .plan: return "\(planned.site.plan.pages.count) pages"
            case .index: return "\(planned.site.soughtPageCount) pages"
            case .publish: return "\(report.written + report.unchanged) files"
            }
        }
        Terminal.printError("\(column("stage", 18)) \(column("clock", 9)) \(column("processor", 9))")
        for timing in progress.timings {
            let times = [timing.wall, timing.processor].map { column(Progress.text($0), 9) }.joined(separator: " ")
            Terminal.printError("\(column(timing.stage.rawValue, 18)) \(times) \(count(timing.stage))")
        }
    }
}
