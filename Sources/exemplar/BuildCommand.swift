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
        guard var site = try await prepare(&progress) else { return }
        site.planned.releaseSources()
        let planned = site.planned
        let traceFile = try trace.map { try library.place.ownFile($0, .json) }
        let recorder = trace.map { _ in Trace(start: progress.start) }
        let report = try await planned.publish(
            to: site.folder, from: site.origin, options: publishing.options, jobs: library.jobs,
            observe: { recorder?.record($0, from: $1) }, begin: { progress.begin($0) })
        progress.finish()
        if timings {
            print(progress.timings) { site.count($0, files: report.written + report.unchanged) }
        }
        if let recorder { try traceFile?.write(recorder.json(progress.timings)) }
        try Terminal.write(
            Phrase.siteWritten(
                pages: planned.site.plan.pages.count, files: report.written + report.unchanged, folder: site.folder,
                written: report.written, unchanged: report.unchanged, removed: report.removed,
                tally: site.tally.phrase, time: Progress.phrase(progress.elapsed)
            ).text + "\n")
    }

    /// A site that only has to be made.
    private struct PreparedSite {
        var planned: PlannedSite
        var tally: Tally
        /// Where it goes.
        var folder: String
        var origin: SiteOrigin?
        var sources: SourceCount

        /// How much a stage processed.
        func count(_ stage: Stage, files: Int) -> Phrase {
            switch stage {
            case .scan: sources.phrase
            case .read: .countRecords(planned.site.library.recordCount)
            case .check: .countProblems(planned.diagnostics.count)
            case .plan: .countPages(planned.site.plan.pages.count)
            case .index: .countPages(planned.site.soughtPageCount)
            case .publish: .countFiles(files)
            }
        }
    }

    /// Scans, reads, checks and plans the library. Nil, with nothing left to do, where its site stands, made from the same without a
    /// problem.
    private func prepare(_ progress: inout Progress) async throws -> PreparedSite? {
        let scanned = try library.place.scan(&progress)
        let sources = SourceCount(scanned.tree)
        let digest = scanned.digest(library.place.buildOptions(drafts: library.drafts), program: Version.buildID)
        if let digest, try await tellStandingSite(scanned.tree, digest, sources, &progress) { return nil }
        let (planned, tally) = try await library.place.planToPublish(
            scanned, drafts: library.drafts, strict: library.strict, &progress)
        return PreparedSite(
            planned: planned, tally: tally, folder: try folder(planned.site.library.configuration),
            origin: digest.map { SiteOrigin(digest: $0, problems: tally.errors + tally.warnings) }, sources: sources)
    }

    /// Whether the site stands, and nobody has to be told of a problem again; says so.
    private func tellStandingSite(
        _ tree: SourceTree, _ digest: String, _ sources: SourceCount, _ progress: inout Progress
    ) async throws -> Bool {
        var problems: [Diagnostic] = []
        let settings = Configuration(of: tree, diagnostics: &problems)
        let origin = SiteOrigin(digest: digest, problems: 0)
        guard let standing = await standingSite(in: output ?? published(settings), from: origin, jobs: library.jobs)
        else { return false }
        let folder = try folder(settings)
        progress.finish()
        if timings { print(progress.timings) { _ in sources.phrase } }
        if let trace {
            try library.place.ownFile(trace, .json).write(Trace(start: progress.start).json(progress.timings))
        }
        try Terminal.write(
            Phrase.siteStands(
                files: standing.paths.count, folder: folder, time: Progress.phrase(progress.elapsed)
            ).text + "\n")
        return true
    }

    /// Where the site goes.
    private func folder(_ settings: Configuration) throws -> String {
        let published = published(settings)
        let folder = output ?? published
        try refuseSourceFolders(folder)
        // The folder may be another name of the one that is published, or lie in it.
        guard !library.drafts || !(resolvedPath(folder) + "/").hasPrefix(resolvedPath(published) + "/") else {
            throw Failure(.usage, .draftsIntoPublished(folder))
        }
        return folder
    }

    private func published(_ settings: Configuration) -> String {
        settings.output.hasPrefix("/") ? settings.output : library.source + "/" + settings.output
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

        var phrase: Phrase { .countFilesOfSize(count: files, size: Terminal.size(bytes)) }
    }

    private func print(_ timings: [Progress.Timing], count: (Stage) -> Phrase) {
        func column(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.columns))
        }
        let headings = [column(Phrase.stage.text, 18), column(Phrase.clock.text, 9), column(Phrase.processor.text, 9)]
        Terminal.printError(headings.joined(separator: " "))
        for timing in timings {
            let times = [timing.wall, timing.processor].map { column(Progress.phrase($0).text, 9) }.joined(
                separator: " ")
            Terminal.printError("\(column(timing.stage.name.text, 18)) \(times) \(count(timing.stage).text)")
        }
    }
}
