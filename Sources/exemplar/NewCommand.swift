import ArgumentParser
import Authoring
import Content
import Disk
import Text

struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a new record with every field explained.",
        discussion: """
            The record is a draft; what must be filled in begins with 【待填】 or 【to fill in】, and ‘check --drafts’ \
            tells what remains. Metrics are added to content/metrics/metrics.yaml. Sources, metrics and \
            adoptions have no drafts: the library builds again when they are filled in. Nothing is overwritten.

            EXAMPLES
              exemplar new place linan --title 临安区
              exemplar new practice linan/weekly-meeting --title 每周碰头会
              exemplar new source notice-2025 --from originals/notice.txt
            """)

    @Argument(help: "What to make: \(NewKind.allValueStrings.joined(separator: ", ")).")
    var made: NewKind

    @Argument(help: "The id: place/slug for practices and cases, else a slug.")
    var id: String

    @Option(help: ArgumentHelp("The folder with exemplar.yaml.", valueName: "dir"))
    var source = "."

    @Option(help: "The title or name.")
    var title: String?

    @Option(
        help: ArgumentHelp(
            "For a source: the document, as UTF-8 text with one paragraph a line.", valueName: "file"))
    var from: String?

    private var kind: AuthoredKind { made.kind }

    func run() async throws {
        if from != nil, kind != .source { throw Failure(.usage, "error: --from is for sources only") }
        try checkID()
        let library = try await readNames(source)
        if kind.recordKind?.isGroupedByPlace == true { try checkPlace(in: library) }
        let form = RecordForm(kind, id: id, title: title, library: library)
        if kind == .metric {
            try append(form)
        } else {
            try create([try from.map { form.sourceFile(of: try document($0)) } ?? form.file], in: source)
        }
        try Terminal.write("\(source == "." ? "" : source + "/")\(form.path)\n")
    }

    private func checkID() throws {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isGrouped = kind.recordKind?.isGroupedByPlace == true
        guard parts.count == (isGrouped ? 2 : 1) else {
            throw Failure(
                .usage,
                isGrouped
                    ? "error: the id of a \(kind.rawValue) has its place in it, such as linan/weekly-meeting, not ‘\(id)’"
                    : "error: the id of a \(kind.rawValue) has no folder in it, not ‘\(id)’")
        }
        if let bad = parts.first(where: { !isValidID($0) }) {
            throw Failure(
                .usage,
                "error: ‘\(bad)’ cannot be an id; use lower-case ASCII letters, digits and single hyphens, and "
                    + "--title for the title")
        }
    }

    private func checkPlace(in library: LibraryNames) throws {
        let place = String(id.prefix { $0 != "/" })
        let places = library.names(of: .place)
        guard !places.contains(place) else { return }
        let hint = nearest(to: place, among: places).map { "did you mean ‘\($0)’? If not, make" } ?? "make"
        throw Failure(
            .usage, "error: there is no place ‘\(place)’; \(hint) it first: exemplar new place \(place)")
    }

    private func document(_ path: String) throws -> SourceDocument {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let document = SourceDocument(name: name, bytes: try readFile(path)) else {
            throw Failure(.usage, "error: ‘\(path)’ is not UTF-8 text; save it as plain text in UTF-8 first")
        }
        return document
    }

    /// Adds a metric to the end of the registry; what stands there stays as it is, byte for byte.
    private func append(_ form: RecordForm) throws {
        let path = source + "/" + form.path
        guard fileKind(path) != nil else {
            return try create([NewFile(path: form.path, bytes: Array(form.metricEntry.utf8))], in: source)
        }
        let registry = MetricRegistry(try readFile(path))
        guard !registry.contains(form.id) else {
            throw Failure(.disk, "error: nothing is overwritten, and there is already a metric ‘\(form.id)’")
        }
        try replaceFile(path, with: registry.adding(form))
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

/// The names in the library in a folder, drafts and all; its problems are for `check` to tell.
func readNames(_ source: String) async throws -> LibraryNames {
    try requireLibrary(in: source)
    let tree = try scan(folder: source)
    return await LibraryNames(reading: tree)
}
