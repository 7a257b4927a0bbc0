import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Foundation
import Site
import Text

/// The library that a command reads.
struct FolderOption: ParsableArguments {
    @Option(help: .say(.optionSource, "dir"))
    var source = "."

    func readTree() throws -> SourceTree {
        try requireLibrary(in: source)
        return try scan(folder: source)
    }

    /// The names in the library, drafts and all; its problems are for `check` to tell.
    func readNames() async throws -> LibraryNames { await LibraryNames(reading: try readTree()) }
}

/// Whether a command only tells what it would write.
struct DryRunOption: ParsableArguments {
    @Flag(help: .say(.optionDryRun))
    var dryRun = false

    /// Whether nothing is to be written, after saying so.
    func stops() throws -> Bool {
        if dryRun { try Terminal.write(Phrase.dryRun.text + "\n") }
        return dryRun
    }
}

/// The options that name a library and the day and address of its site.
struct SourceOptions: ParsableArguments {
    @OptionGroup var folder: FolderOption

    @Option(help: .say(.optionBaseURL, "url"))
    var baseURL: String?

    @Option(help: .say(.optionToday, "date"))
    var today: String?

    @Option(help: .say(.optionJobs, "n"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @OptionGroup var interface: LanguageOption

    var source: String { folder.source }

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError(.jobsOutOfRange) }
        if let today, CalendarDate(today) == nil { throw ValidationError(.todayIsNoDay) }
        if today == nil, let epoch = Self.epoch, day == nil { throw ValidationError(.epochIsNoTime(epoch)) }
        if let baseURL, Configuration.normalizedBaseURL(baseURL) == nil {
            throw ValidationError(.baseURLIsNoAddress)
        }
    }

    /// Today by the clock, in the part of the world where the day begins first.
    private static var latestDay: CalendarDate? {
        CalendarDate(unixTime: Int(Date().timeIntervalSince1970) + 14 * 3600)
    }

    /// Never the clock: the same input gives the same site on every day.
    private var day: CalendarDate? {
        if let today { return CalendarDate(today) }
        return Self.epoch.flatMap { Int($0) }.flatMap(CalendarDate.init(unixTime:))
    }

    /// Seconds since 1970 (reproducible-builds.org, “SOURCE_DATE_EPOCH”).
    private static var epoch: String? { ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] }

    func buildOptions(drafts: Bool) -> BuildOptions {
        var options = BuildOptions(drafts: drafts, jobs: jobs)
        options.baseURL = baseURL.flatMap(Configuration.normalizedBaseURL)
        options.today = day
        options.latest = Self.latestDay
        return options
    }
}

extension BuildOptions {
    /// For a library whose problems are told in the language of this run.
    init(drafts: Bool, jobs: Int) {
        self.init()
        (includesDrafts, self.jobs) = (drafts, jobs)
        terminology = .embedded(in: Interface.language)
    }
}

/// The options of what is done once with a library.
struct LibraryOptions: ParsableArguments {
    @OptionGroup var place: SourceOptions

    @Flag(help: .say(.optionStrict))
    var strict = false

    @Flag(help: .say(.optionDrafts))
    var drafts = false

    var source: String { place.source }
    var jobs: Int { place.jobs }

    /// Reads, checks and plans the library.
    func plan(_ progress: inout Progress) async throws -> PlannedSite {
        try await place.plan(drafts: drafts, &progress)
    }
}

extension SourceOptions {
    /// Reads the files of the library.
    func scan(_ progress: inout Progress) throws -> ScannedLibrary {
        try requireLibrary(in: source)
        progress.begin(.scan)
        return try ScannedLibrary(folder: source)
    }

    /// Reads, checks and plans the library.
    ///
    /// - Parameter scanned: its files, where they have been read.
    func plan(
        _ scanned: ScannedLibrary? = nil, drafts: Bool, shape: SiteShape = .folder, _ progress: inout Progress
    ) async throws -> PlannedSite {
        var options = buildOptions(drafts: drafts)
        options.shape = shape
        return await PlannedSite(
            try scanned ?? scan(&progress), options: options,
            checkFiles: { AuthorGuide.check($0, diagnostics: &$1) }, begin: { progress.begin($0) })
    }

    /// The same for a library that is to be published: its problems are told, and errors end the run.
    func planToPublish(
        _ scanned: ScannedLibrary? = nil, drafts: Bool, strict: Bool, shape: SiteShape = .folder,
        _ progress: inout Progress
    ) async throws -> (planned: PlannedSite, tally: Tally) {
        let planned = try await plan(scanned, drafts: drafts, shape: shape, &progress)
        let problems = planned.problems
        let tally = Tally(problems, isStrict: strict)
        if !problems.isEmpty {
            progress.finish()
            let writer = DiagnosticWriter(planned.tree, for: STDERR_FILENO)
            Terminal.printError(writer.write(problems, as: .text))
        }
        guard tally.errors == 0 else { throw Failure(tally) }
        return (planned, tally)
    }
}

extension PlannedSite {
    /// Its diagnostics, with what a library that is to be published lacks.
    var problems: [Diagnostic] { (diagnostics + site.library.figuresWithoutSource).sorted() }
}

/// Refuses a folder without settings or content: a renamed folder would quietly become an empty site. A change that was cut
/// short is undone before anybody reads the folder.
func requireLibrary(in source: String) throws {
    if let refusal = libraryRefusal(source) { throw Failure(.usage, refusal) }
    if undoUnfinishedChange(in: source) { Terminal.printError(Phrase.unfinishedChangeUndone.text) }
}
