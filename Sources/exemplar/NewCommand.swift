import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Text

struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutNew, .helpNew)

    @Argument(help: .say(.optionKind, "kind"))
    var made: NewKind

    @Argument(help: .say(.optionID))
    var id: String

    @OptionGroup var library: FolderOption

    @Option(help: .say(.optionTitle))
    var title: String?

    @Option(help: .say(.optionFrom, "file"))
    var from: String?

    @Option(help: .say(.optionTranslateInto, "tag"))
    var language: String?

    @OptionGroup var interface: LanguageOption

    private var kind: AuthoredKind { made.kind }

    func run() async throws {
        if from != nil, kind != .source { throw Failure(.usage, .fromIsForSources) }
        try checkID()
        if let language { return try await translate(into: language) }
        let names = try await library.readNames()
        if kind.recordKind?.isGroupedByPlace == true { try checkPlace(in: names) }
        let form = RecordForm(kind, id: id, title: title, library: names)
        if kind == .metric {
            try append(form)
        } else {
            try create([try from.map { form.sourceFile(of: try document($0)) } ?? form.file], in: library.source)
        }
        try write(form.path)
    }

    /// Writes the translation of a record that there is.
    private func translate(into language: String) async throws {
        guard let recordKind = kind.recordKind else { throw Failure(.usage, .languageIsForRecords) }
        let tree = try library.readTree()
        let names = await LibraryNames(reading: tree)
        let (tag, path) = (names.languages[0], RecordForm(kind, id: id, library: names).path)
        _ = try languageNumber(language, among: names.languages)
        guard let original = tree[path] ?? tree[pathOfTranslation(of: path, into: tag, from: tag)] else {
            let hint = Diagnostic.Hint.nearest(to: id, among: names.names(of: ReferenceKind(recordKind)))
            throw Failure(.usage, Phrase.nothingToTranslate(kind: kind.noun, id: id).suggesting(hint))
        }
        let draft = TranslationDraft(of: original, recordKind, into: language, from: tag)
        let head = Phrase.translationHead(path: original.path, kind: kind.rawValue, id: id, language: language).text
        guard let file = draft.file(head: head, title: title) else {
            throw Failure(.problems, .originalUnreadable(original.path))
        }
        try create([file], in: library.source)
        try write(file.path)
    }

    /// Tells the path of what was made, as somebody can open it.
    private func write(_ path: String) throws {
        try Terminal.write("\(library.source == "." ? "" : library.source + "/")\(path)\n")
    }

    private func checkID() throws {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isGrouped = kind.recordKind?.isGroupedByPlace == true
        guard parts.count == (isGrouped ? 2 : 1) else {
            throw Failure(
                .usage,
                isGrouped ? .idWithoutPlace(kind: kind.noun, id: id) : .idWithFolder(kind: kind.noun, id: id))
        }
        if kind == .record(.home), id != "index" { throw Failure(.usage, .idOfHome(id)) }
        if let bad = parts.first(where: { !isValidID($0) }) {
            throw Failure(.usage, .suggested(problem: Phrase.notAnID(bad), hint: Phrase.titleIsOption))
        }
    }

    private func checkPlace(in library: LibraryNames) throws {
        let place = String(id.prefix { $0 != "/" })
        let places = library.names(of: .place)
        guard !places.contains(place) else { return }
        let hint =
            Diagnostic.Hint.nearest(to: place, among: places) ?? .make(kind: RecordKind.place.rawValue, id: place)
        throw Failure(.usage, Phrase.noPlace(place).suggesting(hint))
    }

    private func document(_ path: String) throws -> SourceDocument {
        let name = path.lastPathPart
        guard let document = SourceDocument(name: name, bytes: try readFile(path)) else {
            throw Failure(.usage, .documentNotUTF8(path))
        }
        return document
    }

    /// Adds a metric to the end of the registry; what stands there stays as it is, byte for byte.
    private func append(_ form: RecordForm) throws {
        let path = library.source + "/" + form.path
        guard fileKind(path) != nil else {
            return try create([NewFile(path: form.path, bytes: Array(form.metricEntry.utf8))], in: library.source)
        }
        let file = NewFile(path: form.path, bytes: try readFile(path))
        let registry = MetricRegistry(file.bytes)
        guard !registry.contains(form.id) else {
            throw Failure(.disk, .metricExists(form.id))
        }
        try change(
            [NewFile(path: form.path, bytes: registry.adding(form))], new: [], in: library.source,
            since: SourceTree(files: [file]))
    }
}

/// A kind of which there can be a new one.
struct NewKind: ExpressibleByArgument {
    var kind: AuthoredKind

    init?(argument: String) {
        guard let kind = AuthoredKind(rawValue: argument), kind.canBeNew else { return nil }
        self.kind = kind
    }

    static let allValueStrings = AuthoredKind.allCases.filter(\.canBeNew).map(\.rawValue)
}
