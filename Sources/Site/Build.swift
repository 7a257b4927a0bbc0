import Content
import Diagnostics
import Disk
import Markdown
import Text

/// How a library is read, and what for.
package struct BuildOptions: Sendable {
    package var includesDrafts = false
    /// How many threads are used.
    package var jobs = 1
    /// Where the site will be published; that of the library's settings unless given.
    package var baseURL: String?
    /// Today, for overdue reviews; without it none is overdue.
    package var today: CalendarDate?
    /// The last day that can have been, by the clock: a record of a later one is wrong. Nothing on a page depends on it, and what
    /// is right today is right tomorrow.
    package var latest: CalendarDate?
    package var shape = SiteShape.folder
    /// What people call fields and words, for those who are told of problems.
    package var terminology = TerminologySource.none

    package init() {}

    /// By which two ways to read a library are told apart: all that changes a page. How many threads there are does not,
    /// and what people call fields shows in messages alone.
    fileprivate func add(to digest: inout OriginDigest) {
        digest.add(includesDrafts ? "drafts" : nil)
        digest.add(baseURL)
        digest.add(today?.description)
        digest.add("\(shape)")
    }
}

/// A library as it lies on the disk, every file of it read.
package struct ScannedLibrary: Sendable {
    package let tree: SourceTree
    /// Files that may have been read before they were whole.
    fileprivate var unsettled = UnsettledFiles()

    package init(folder: String) throws(ReadError) { tree = try scan(folder: folder, unsettled: &unsettled) }

    /// The digest of all that its site depends on: its files, the choices of a build, and the programs that make it.
    ///
    /// - Parameter program: by which this very program is known; nothing is known where it is not.
    package func digest(_ options: BuildOptions, program: [UInt8]?) -> String? {
        guard let program else { return nil }
        var digest = OriginDigest()
        digest.add(program)
        digest.add(commonMarkVersion)
        options.add(to: &digest)
        digest.add(tree)
        return digest.hex
    }
}

/// What is kept from one time that a library is planned to the next, so that only what has changed is read again.
package struct BuildMemory: Sendable {
    fileprivate var reading = ReadMemory()
    fileprivate var templates: ReadTemplates?

    package init() {}
}

/// The stages of a build. Rendering and publishing go together, file by file, so that a large site is never in memory
/// as a whole.
package enum Stage: String, Sendable {
    case scan, read, check, plan, index
    case publish = "render and publish"
}

/// A library on its way to a site, with all that is wrong with it: the first four stages.
///
///     scan ──▶ read ──▶ check ──▶ plan ──▶ index ──▶ render ──▶ publish
///     SourceTree  RawLibrary  Library  SitePlan  SiteSearch  bytes  output folder
package struct PlannedSite: Sendable {
    package private(set) var tree: SourceTree
    package let site: Site
    /// Whether it was planned with drafts; there may be none.
    package let hasDrafts: Bool
    /// In the order of files and lines.
    package let diagnostics: [Diagnostic]
    private var unsettled = UnsettledFiles()

    /// - Parameters:
    ///   - checkFiles: Checks files that are no part of the site, such as what authors are told.
    ///   - begin: Is told of each stage before it begins.
    package init(
        _ scanned: ScannedLibrary, options: BuildOptions, checkFiles: (SourceTree, inout [Diagnostic]) -> Void,
        begin: (Stage) -> Void
    ) async {
        await self.init(scanned.tree, options: options, checkFiles: checkFiles, begin: begin)
        unsettled = scanned.unsettled
    }

    package init(
        _ tree: SourceTree, options: BuildOptions, kinds: PageKinds = .standard,
        checkFiles: (SourceTree, inout [Diagnostic]) -> Void = { _, _ in }, begin: (Stage) -> Void = { _ in }
    ) async {
        var memory = BuildMemory()
        await self.init(
            tree, options: options, memory: &memory, kinds: kinds, checkFiles: checkFiles, begin: begin)
    }

    /// - Parameter memory: What is known from the last time, with the same kinds of pages.
    package init(
        _ tree: SourceTree, options: BuildOptions, memory: inout BuildMemory, kinds: PageKinds = .standard,
        checkFiles: (SourceTree, inout [Diagnostic]) -> Void = { _, _ in }, begin: (Stage) -> Void = { _ in }
    ) async {
        var diagnostics: [Diagnostic] = []
        begin(.read)
        let configuration = Configuration(of: tree, terminology: options.terminology, diagnostics: &diagnostics)
        // Templates are one task on one core: they are read while the records are.
        let lastTemplates = memory.templates
        async let readTemplates = ReadTemplates(of: tree, configuration, kinds: kinds, last: lastTemplates)
        let raw = await Content.read(
            tree, configuration, includesDrafts: options.includesDrafts, jobs: options.jobs,
            terminology: options.terminology, memory: &memory.reading, diagnostics: &diagnostics)
        begin(.check)
        let library = SharedLibrary(
            await check(
                raw, today: options.today, latest: options.latest, jobs: options.jobs, diagnostics: &diagnostics))
        checkFiles(tree, &diagnostics)
        begin(.plan)
        let templates = await readTemplates
        memory.templates = templates
        diagnostics += templates.diagnostics
        let sitePlan = plan(library, templates: templates.set, kinds: kinds, diagnostics: &diagnostics)
        self.tree = tree
        hasDrafts = options.includesDrafts
        self.diagnostics = diagnostics.sorted()
        site = Site(
            library: library, plan: sitePlan, templates: templates.set,
            options: SiteOptions(
                baseURL: options.baseURL ?? library.value.configuration.baseURL, today: options.today,
                shape: options.shape),
            kinds: kinds)
    }

    /// Lets go of the texts that were read, a third of what a large library takes: a site is made of its records, and only
    /// messages need what they were read from.
    package mutating func releaseSources() {
        tree = SourceTree(files: [])
        trimMemory()
    }

    /// The last three stages, for a library without errors. Nothing is made where the site of the same origin stands.
    ///
    /// - Parameters:
    ///   - origin: What the site is made from.
    ///   - observe: Is told of each file that was rendered, and when that began; from any thread.
    package func publish(
        to folder: String, from origin: SiteOrigin? = nil, options: PublishingOptions = PublishingOptions(), jobs: Int,
        observe: @escaping @Sendable (String, ContinuousClock.Instant) -> Void = { _, _ in },
        begin: (Stage) -> Void = { _ in }
    ) async throws(PublishingError) -> PublishingReport {
        if let origin, let standing = await standingSite(in: folder, from: origin, jobs: jobs) {
            return PublishingReport(unchanged: standing.paths.count)
        }
        var files = await files(jobs: jobs, observe: observe, begin: begin)
        files.origin = origin
        return try await Disk.publish(files, to: folder, options: watching(options), jobs: jobs)
    }

    /// With which publishing looks once more at what was read a moment after it was written.
    package func watching(_ options: PublishingOptions) -> PublishingOptions {
        var options = options
        options.changedSource = { [unsettled] in unsettled.firstChanged }
        return options
    }

    private var mark: LibraryMark {
        let settings = site.library.configuration
        return LibraryMark(
            id: settings.id ?? settings.derivedID, derivedID: settings.derivedID,
            pages: site.plan.pages.filter { $0.record?.kind == .practice || $0.record?.kind == .case }.map(\.path))
    }

    /// Every file of the site, each rendered when its turn comes.
    package func files(
        jobs: Int, observe: @escaping @Sendable (String, ContinuousClock.Instant) -> Void = { _, _ in },
        begin: (Stage) -> Void = { _ in }
    ) async -> PublishedFiles {
        begin(.index)
        let search = await site.index(jobs: jobs)
        trimMemory()
        begin(.publish)
        return published(site.files(search: search), observe: observe)
    }

    /// Every file but those of search.
    package func filesWithoutSearch() -> PublishedFiles { published(site.files()) }

    private func published(
        _ files: [SiteFile], observe: @escaping @Sendable (String, ContinuousClock.Instant) -> Void = { _, _ in }
    ) -> PublishedFiles {
        PublishedFiles(paths: files.map(\.path), hasDrafts: hasDrafts, library: mark) { index in
            let start = ContinuousClock.now
            defer { observe(files[index].path, start) }
            return files[index].render()
        }
    }
}

/// A library alone, without a plan of its site; what is wrong with it is not told.
package func readLibrary(_ tree: SourceTree, options: BuildOptions) async -> Library {
    var problems: [Diagnostic] = []
    let raw = await Content.read(
        tree, includesDrafts: options.includesDrafts, jobs: options.jobs, diagnostics: &problems)
    return await check(raw, jobs: options.jobs, diagnostics: &problems)
}
