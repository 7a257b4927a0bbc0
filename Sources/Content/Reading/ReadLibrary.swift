import Diagnostics
import Markdown
import Text

/// Everything the files of a library say, before anything is known of how it fits together.
package struct RawLibrary: Sendable {
    package var configuration: Configuration { library.configuration }
    /// What was read, in the order of the files. Drafts are in it only if they were asked for.
    var library: Library
    /// What each record of a kind says, in the order of the library's list.
    var facts: [RecordKind: [RecordFacts]] = [:]
    /// Every id there was a file, row or entry for, readable or not, so that one broken entry does not
    /// turn each reference to it into a problem of its own.
    var seen = SeenIDs()
    /// The drafts that are left out.
    var drafts = SeenIDs()
    /// Their files in the default language.
    var draftPaths: Set<String> = []
    /// Record files that could not be read, by path.
    var unreadablePaths: Set<String> = []
}

/// The ids that occur in a library, with or without a readable value behind them.
struct SeenIDs: Sendable {
    private var ids: Set<String> = []
    /// Kinds one of whose files could not be read at all, so that any id may have been in it.
    private var unreadable: Set<ReferenceKind> = []

    mutating func insert(_ id: String, as kind: ReferenceKind) { ids.insert(kind.rawValue + ":" + id) }

    mutating func markUnreadable(_ kind: ReferenceKind) { unreadable.insert(kind) }

    func contains(_ id: String, as kind: ReferenceKind) -> Bool { ids.contains(kind.rawValue + ":" + id) }

    func mayContain(_ id: String, as kind: ReferenceKind) -> Bool {
        unreadable.contains(kind) || contains(id, as: kind)
    }
}

/// The second stage: from files to typed values. Goes on after every problem and reports all of them.
///
/// - Parameters:
///   - includesDrafts: whether drafts are part of the library; otherwise they are left out here.
///   - terminology: what people call fields and words, for those who are told of problems.
package func read(
    _ tree: SourceTree, includesDrafts: Bool, jobs: Int, terminology: TerminologySource = .none,
    diagnostics: inout [Diagnostic]
) async -> RawLibrary {
    var memory = ReadMemory()
    let configuration = Configuration(of: tree, terminology: terminology, diagnostics: &diagnostics)
    return await read(
        tree, configuration, includesDrafts: includesDrafts, jobs: jobs, terminology: terminology, memory: &memory,
        diagnostics: &diagnostics)
}

/// The same for a library whose settings are known, and which may have been read before.
package func read(
    _ tree: SourceTree, _ configuration: Configuration, includesDrafts: Bool, jobs: Int,
    terminology: TerminologySource = .none, memory: inout ReadMemory, diagnostics: inout [Diagnostic]
) async -> RawLibrary {
    var raw = RawLibrary(library: Library(configuration: configuration))
    guard configuration.isReadable else {
        // Without its languages every record would be told to be wrong. What cannot be read either is told all the same.
        for file in tree.files(in: SourceTree.contentFolder) + tree.files(in: SourceTree.seedsFolder)
        where [".md", ".yaml", ".csv"].contains(where: file.path.hasSuffix) {
            _ = checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics)
        }
        return raw
    }
    var options = MarkdownOptions()
    options.allowsRawHTML = configuration.allowsRawHTML
    var context = ReadingContext(
        languages: configuration.languages, markdown: options, allowedNumbers: configuration.allowedNumbers,
        contacts: configuration.contacts, includesDrafts: includesDrafts)
    context.house = HouseWords(tree, context: context, diagnostics: &diagnostics)
    context.confirmed = ConfirmedTranslations(tree, context: context, diagnostics: &diagnostics)
    context.comparesTranslations = context.confirmed != nil
    context.terminology = terminology
    for file in tree.refused { raw.refuse(file, diagnostics: &diagnostics) }
    let content = tree.files(in: SourceTree.contentFolder)
    let files = groupRecordFiles(content, languages: configuration.languages, diagnostics: &diagnostics)
    context.confirmed?.checkNames(
        records: files.map(\.address), languages: configuration.languages, diagnostics: &diagnostics)
    for result in await memory.records(of: files, context: context, jobs: jobs) {
        diagnostics += result.diagnostics
        raw.add(result, includesDrafts: includesDrafts)
    }
    for file in content where !file.path.hasSuffix(".md") && !isObservationFile(file.path) {
        // These were read before all that they are about.
        guard !HouseWords.paths.contains(file.path), file.path != ConfirmedText.path else { continue }
        raw.readData(file, context: context, diagnostics: &diagnostics)
    }
    raw.library.observations = await readObservations(
        content.filter { isObservationFile($0.path) }, jobs: jobs, context: context, seen: &raw.seen,
        diagnostics: &diagnostics)
    context.isQuoting = true
    raw.readSeeds(tree.files(in: SourceTree.seedsFolder), context: context, diagnostics: &diagnostics)
    return raw
}

/// Whether a file is a table of figures.
func isObservationFile(_ path: String) -> Bool {
    path.hasPrefix(LibraryPath.metrics) && path.hasSuffix(".csv")
}

extension RawLibrary {
    fileprivate mutating func add(_ result: ReadRecord, includesDrafts: Bool) {
        let kind = ReferenceKind(result.kind)
        seen.insert(result.id, as: kind)
        guard let record = result.record else {
            unreadablePaths.insert(result.path)
            return
        }
        if record.status == .draft, !includesDrafts {
            drafts.insert(result.id, as: kind)
            draftPaths.insert(result.path)
        } else {
            library.append(record)
            library.passedOver.merge(result.passedOver, uniquingKeysWith: +)
            library.unconfirmed += result.unconfirmed
            if let facts = result.facts { self.facts[result.kind, default: []].append(facts) }
        }
    }

    /// Tells that a file is too large. What it may have said is taken to exist.
    fileprivate mutating func refuse(_ file: SourceTree.File, diagnostics: inout [Diagnostic]) {
        let limit = Limits.bytes(of: file.path)
        diagnostics.append(
            Diagnostic(
                .overLimit(Phrase.fileTooLarge(size: megabytes(file.refusedSize ?? 0), limit: megabytes(limit))),
                at: SourceSpan(path: file.path, range: 0..<0), hint: .seeLimits))
        var others: [Diagnostic] = []
        for record in groupRecordFiles([file], languages: configuration.languages, diagnostics: &others) {
            seen.insert(record.id, as: ReferenceKind(record.kind))
            unreadablePaths.insert(file.path)
        }
        if isObservationFile(file.path) { seen.markUnreadable(.observation) }
        for entries in Library.registries where entries.path == file.path { seen.markUnreadable(entries.referenceKind) }
        for rows in Library.tables where rows.path == file.path {
            if let kind = rows.referenceKind { seen.markUnreadable(kind) }
        }
        let parts = file.path.pathParts
        if file.path.hasPrefix(LibraryPath.seeds), parts.count == 3 { seen.insert(String(parts[1]), as: .source) }
    }

    fileprivate mutating func readData(
        _ file: SourceTree.File, context: ReadingContext, diagnostics: inout [Diagnostic]
    ) {
        if let entries = Library.registries.first(where: { $0.path == file.path }) {
            readRegistry(file, of: entries, context: context, diagnostics: &diagnostics)
        } else if let rows = Library.tables.first(where: { $0.path == file.path }) {
            readTable(file, of: rows, context: context, diagnostics: &diagnostics)
        } else if AttachedFiles.isPublished(file.path) {
            library.assets.append(file)
        } else {
            diagnostics.append(
                Diagnostic(
                    .notPartOfLibrary, at: SourceSpan(path: file.path, range: 0..<0),
                    hint: AttachedFiles.hint(forFile: file.path)))
        }
    }

    private mutating func readRegistry<Entry: RegistryEntry>(
        _ file: SourceTree.File, of entries: Entry.Type, context: ReadingContext, diagnostics: inout [Diagnostic]
    ) {
        library[keyPath: Entry.list] = Content.readRegistry(
            file, of: entries, context: context, seen: &seen, diagnostics: &diagnostics)
    }

    private mutating func readTable<Row: ListedRow>(
        _ file: SourceTree.File, of rows: Row.Type, context: ReadingContext, diagnostics: inout [Diagnostic]
    ) {
        library[keyPath: Row.list] = Content.readTable(
            file, of: rows, context: context, seen: &seen, diagnostics: &diagnostics)
    }

    fileprivate mutating func readSeeds(
        _ files: ArraySlice<SourceTree.File>, context: ReadingContext, diagnostics: inout [Diagnostic]
    ) {
        for file in files {
            let parts = file.path.pathParts.map(String.init)
            guard parts.count == 3, parts[2] == "source.yaml", isValidID(parts[1]) else {
                diagnostics.append(Diagnostic(.notASourceFile, at: SourceSpan(path: file.path, range: 0..<0)))
                continue
            }
            seen.insert(parts[1], as: .source)
            if let source = readSource(file, id: parts[1], context: context, diagnostics: &diagnostics) {
                library.sources.append(source)
            }
        }
    }
}

/// The part of a file's name after its last dot, in lower case.
package func fileExtension(_ path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "" }
    return path[path.index(after: dot)...].lowercased()
}
