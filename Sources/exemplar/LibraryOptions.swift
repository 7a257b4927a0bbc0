import ArgumentParser
import Authoring
import Content
import Disk
import Foundation
import Site

/// The options that name a library and the day and address of its site.
struct SourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with exemplar.yaml.", valueName: "dir"))
    var source = "."

    @Option(
        help: ArgumentHelp(
            "Where the site will be published, for feeds, the sitemap and canonical links.", valueName: "url"))
    var baseURL: String?

    @Option(
        help: ArgumentHelp(
            "Today, for overdue reviews, YYYY-MM-DD; SOURCE_DATE_EPOCH if not given.", valueName: "date"
        ))
    var today: String?

    @Option(help: ArgumentHelp("How many threads to use.", valueName: "n"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs is between 1 and 256") }
        if let today, CalendarDate(today) == nil { throw ValidationError("--today is a day such as 2026-11-23") }
        if let baseURL, Configuration.normalizedBaseURL(baseURL) == nil {
            throw ValidationError("--base-url is an address that begins with https://")
        }
    }

    /// Never the clock: the same input gives the same site on every day.
    private var day: CalendarDate? {
        if let today { return CalendarDate(today) }
        return ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Int.init).flatMap(
            CalendarDate.init(unixTime:))
    }

    func buildOptions(drafts: Bool) -> BuildOptions {
        var options = BuildOptions()
        options.includesDrafts = drafts
        options.jobs = jobs
        options.baseURL = baseURL.flatMap(Configuration.normalizedBaseURL)
        options.today = day
        return options
    }
}

/// The options of what is done once with a library.
struct LibraryOptions: ParsableArguments {
    @OptionGroup var place: SourceOptions

    @Flag(help: "Count warnings as errors.")
    var strict = false

    @Flag(help: "Include records with ‘status: draft’.")
    var drafts = false

    var source: String { place.source }
    var jobs: Int { place.jobs }

    /// Reads, checks and plans the library.
    func plan(_ progress: inout Progress) async throws -> PlannedSite {
        try requireLibrary(in: source)
        return try await PlannedSite(
            folder: source, options: place.buildOptions(drafts: drafts),
            checkFiles: { AuthorGuide.check($0, diagnostics: &$1) }, begin: { progress.begin($0) })
    }
}

/// Refuses a folder without settings or content: a renamed folder would quietly become an empty site.
func requireLibrary(in source: String) throws {
    if let refusal = libraryRefusal(source) { throw Failure(.usage, "error: " + refusal) }
}

/// Why a folder is no library; nil if it is one.
func libraryRefusal(_ source: String) -> String? {
    if fileKind(source + "/" + Configuration.fileName) == nil {
        return "there is no \(Configuration.fileName) in ‘\(source)’; name the library with --source"
    }
    return fileKind(source + "/content") == nil ? "there is no content/ in ‘\(source)’" : nil
}
