import Diagnostics
import Markdown
import Parallel

/// Everything the files of a library say, before anything is known of how it fits together.
package struct RawLibrary: Sendable {
    package var configuration: Configuration
    var homes: [Home] = []
    var places: [Place] = []
    var mechanisms: [Mechanism] = []
    var topics: [Topic] = []
    var practices: [Practice] = []
    var cases: [CaseStudy] = []
    var pages: [Page] = []
    var adoptions: [Adoption] = []
    var metrics: [Metric] = []
    var observations = Observations()
    var tasks: [PlanTask] = []
    var checkpoints: [Checkpoint] = []
    var glossary: [GlossaryTerm] = []
    var corrections: [Correction] = []
    var sources: [Source] = []
    /// Images and other files beside the records, by path.
    var assets: [SourceTree.File] = []
    /// Every id there was a file, row or entry for, readable or not, so that one broken entry does not
    /// turn each reference to it into a problem of its own.
    var seen = SeenIDs()
    /// What is still to be filled in, with the path of its record: a draft may wait.
    var placeholders: [(record: String, problem: Diagnostic)] = []
    /// Record files that could not be read, by path.
    var unreadablePaths: Set<String> = []

    /// The files of records that are drafts, by path.
    var draftPaths: Set<String> {
        var paths: Set<String> = []
        func add<R: Record>(_ records: [R]) {
            for record in records where record.header.status == .draft { paths.insert(record.header.path) }
        }
        add(places)
        add(mechanisms)
        add(topics)
        add(practices)
        add(cases)
        add(pages)
        return paths
    }
}

/// The ids that occur in a library, with or without a readable value behind them.
struct SeenIDs: Sendable {
    private var ids: Set<String> = []
    /// Kinds one of whose files could not be read at all, so that any id may have been in it.
    private var unreadable: Set<ReferenceKind> = []

    mutating func insert(_ id: String, as kind: ReferenceKind) { ids.insert(kind.rawValue + ":" + id) }

    mutating func markUnreadable(_ kind: ReferenceKind) { unreadable.insert(kind) }

    func mayContain(_ id: String, as kind: ReferenceKind) -> Bool {
        unreadable.contains(kind) || ids.contains(kind.rawValue + ":" + id)
    }
}

/// What a reference can name.
enum ReferenceKind: String, Sendable, Hashable {
    case place, mechanism, topic, practice, `case`, page, adoption, home
    case metric, observation, task, term, source

    init(_ kind: RecordKind) {
        self =
            switch kind {
            case .home: .home
            case .place: .place
            case .mechanism: .mechanism
            case .topic: .topic
            case .practice: .practice
            case .case: .case
            case .page: .page
            case .adoption: .adoption
            }
    }
}

/// The second stage: from files to typed values. Goes on after every problem and reports all of them.
package func read(
    _ tree: SourceTree, jobs: Int, diagnostics: inout [Diagnostic]
) async -> RawLibrary {
    let configuration = Configuration(file: tree[Configuration.fileName], diagnostics: &diagnostics)
    var library = RawLibrary(configuration: configuration)
    var options = MarkdownOptions()
    options.allowsRawHTML = configuration.allowsRawHTML
    let context = ReadingContext(
        languages: configuration.languages, markdown: options, allowedNumbers: configuration.allowedNumbers)
    let content = tree.files(in: "content")
    let files = groupRecordFiles(content, languages: configuration.languages, diagnostics: &diagnostics)
    for result in await files.parallelMap(jobs: jobs, { readRecord($0, context: context) }) {
        diagnostics += result.diagnostics.filter { $0.code != .placeholder }
        library.placeholders += result.diagnostics.filter { $0.code == .placeholder }.map { (result.path, $0) }
        library.seen.insert(result.id, as: ReferenceKind(result.kind))
        if result.record == nil { library.unreadablePaths.insert(result.path) }
        library.append(result.record)
    }
    for file in content where !file.path.hasSuffix(".md") && !isObservationFile(file.path) {
        library.readData(file, context: context, diagnostics: &diagnostics)
    }
    library.observations = await readObservations(
        content.filter { isObservationFile($0.path) }, jobs: jobs, context: context, seen: &library.seen,
        diagnostics: &diagnostics)
    library.readSeeds(tree.files(in: "seeds"), context: context, diagnostics: &diagnostics)
    return library
}

private func isObservationFile(_ path: String) -> Bool {
    path.hasPrefix("content/metrics/") && path.hasSuffix(".csv")
}

extension RawLibrary {
    fileprivate mutating func append(_ record: AnyRecord?) {
        switch record {
        case .home(let value): homes.append(value)
        case .place(let value): places.append(value)
        case .mechanism(let value): mechanisms.append(value)
        case .topic(let value): topics.append(value)
        case .practice(let value): practices.append(value)
        case .caseStudy(let value): cases.append(value)
        case .page(let value): pages.append(value)
        case .adoption(let value): adoptions.append(value)
        case nil: break
        }
    }

    /// Files that may stand beside records and are published as they are.
    private static let assetExtensions: Set<String> = ["png", "jpg", "jpeg", "webp", "gif", "svg", "pdf"]

    fileprivate mutating func readData(
        _ file: SourceTree.File, context: ReadingContext, diagnostics: inout [Diagnostic]
    ) {
        switch file.path {
        case "content/metrics/metrics.yaml":
            metrics = readMetrics(file, context: context, seen: &seen, diagnostics: &diagnostics)
        case "content/glossary.yaml":
            glossary = readGlossary(file, context: context, seen: &seen, diagnostics: &diagnostics)
        case "content/corrections.csv":
            corrections = readCorrections(file, context: context, diagnostics: &diagnostics)
        case "content/plans/tasks.csv":
            tasks = readTasks(file, context: context, seen: &seen, diagnostics: &diagnostics)
        case "content/plans/checkpoints.csv":
            checkpoints = readCheckpoints(file, context: context, diagnostics: &diagnostics)
        case let path where Self.assetExtensions.contains(fileExtension(path)):
            assets.append(file)
        default:
            diagnostics.append(
                Diagnostic(
                    .misplacedFile, "this file is not part of a library", at: SourceSpan(path: file.path, range: 0..<0),
                    hint: "records are .md, tables are content/metrics/*.csv and content/plans/*.csv"))
        }
    }

    fileprivate mutating func readSeeds(
        _ files: ArraySlice<SourceTree.File>, context: ReadingContext, diagnostics: inout [Diagnostic]
    ) {
        for file in files {
            let parts = file.path.split(separator: "/").map(String.init)
            guard parts.count == 3, parts[2] == "source.yaml", isValidID(parts[1]) else {
                diagnostics.append(
                    Diagnostic(
                        .misplacedFile, "only seeds/<id>/source.yaml is read here",
                        at: SourceSpan(path: file.path, range: 0..<0)))
                continue
            }
            seen.insert(parts[1], as: .source)
            if let source = readSource(file, id: parts[1], context: context, diagnostics: &diagnostics) {
                sources.append(source)
            }
        }
    }
}

/// The part of a file's name after its last dot, in lower case.
package func fileExtension(_ path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "" }
    return path[path.index(after: dot)...].lowercased()
}
