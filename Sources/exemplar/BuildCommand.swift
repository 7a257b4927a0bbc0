import ArgumentParser
import Content
import Diagnostics
import Disk
import Foundation
import Site
import Text

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutBuild, .helpBuild)

    @OptionGroup var library: LibraryOptions

    @Option(help: .say(.optionOutput, "dir"))
    var output: String?

    @Flag(help: .say(.optionTimings))
    var timings = false

    @Option(help: .say(.optionTrace, "file"))
    var trace: String?

    @OptionGroup var publishing: PublishingFlags

    func run() async throws {
        var progress = Progress()
        defer { progress.finish() }
        var plan = try await library.place.planToPublish(drafts: library.drafts, strict: library.strict, &progress)
        let sources = SourceCount(plan.planned.tree)
        plan.planned.releaseSources()
        let (planned, tally) = plan
        let setting = planned.site.library.configuration.output
        let published = setting.hasPrefix("/") ? setting : library.source + "/" + setting
        let folder = output ?? published
        try refuseSourceFolders(folder)
        // The folder may be another name of the one that is published, or lie in it.
        guard !library.drafts || !(resolvedPath(folder) + "/").hasPrefix(resolvedPath(published) + "/") else {
            throw Failure(.usage, .draftsIntoPublished(folder))
        }

        let traceFile = try trace.map { try library.place.ownFile($0, .json) }
        let recorder = trace.map { _ in Trace(start: progress.start) }
        let report = try await planned.publish(
            to: folder, options: publishing.options, jobs: library.jobs,
            observe: { recorder?.record($0, from: $1) }, begin: { progress.begin($0) })
        progress.finish()
        if timings { printTimings(progress, sources, planned, report) }
        if let recorder { try traceFile?.write(recorder.json(progress.timings)) }
        try Terminal.write(
            Phrase.siteWritten(
                pages: planned.site.plan.pages.count, files: report.written + report.unchanged, folder: folder,
                written: report.written, unchanged: report.unchanged, removed: report.removed, tally: tally.phrase,
                time: Progress.phrase(progress.elapsed)
            ).text + "\n")
    }

    /// An output folder inside `content/` would become its own input.
    private func refuseSourceFolders(_ folder: String) throws {
        let target = resolvedPath(folder) + "/"
        for name in SourceTree.folders
        where target.hasPrefix(resolvedPath(library.source + "/" + name) + "/") {
            throw Failure(.usage, .outputInSource(folder: folder, name: name))
        }
        if (resolvedPath(library.source) + "/").hasPrefix(target) {
            throw Failure(.usage, .outputHoldsLibrary(folder))
        }
    }

    /// How much was read.
    private struct SourceCount {
        var files: Int
        var bytes: Int

        init(_ tree: SourceTree) { (files, bytes) = (tree.files.count, tree.files.reduce(0) { $0 + $1.bytes.count }) }
    }

    private func printTimings(
        _ progress: Progress, _ sources: SourceCount, _ planned: PlannedSite, _ report: PublishingReport
    ) {
        func column(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.columns))
        }
        func count(_ stage: Stage) -> Phrase {
            switch stage {
            case .scan: return .countFilesOfSize(count: sources.files, size: Terminal.size(sources.bytes))
            case .read: return .countRecords(planned.site.library.recordCount)
            case .check: return .countProblems(planned.diagnostics.count)
            case .plan: return .countPages(planned.site.plan.pages.count)
            case .index: return .countPages(planned.site.soughtPageCount)
            case .publish: return .countFiles(report.written + report.unchanged)
            }
        }
        let headings = [column(Phrase.stage.text, 18), column(Phrase.clock.text, 9), column(Phrase.processor.text, 9)]
        Terminal.printError(headings.joined(separator: " "))
        for timing in progress.timings {
            let times = [timing.wall, timing.processor].map { column(Progress.phrase($0).text, 9) }.joined(
                separator: " ")
            Terminal.printError("\(column(timing.stage.name.text, 18)) \(times) \(count(timing.stage).text)")
        }
    }
}
