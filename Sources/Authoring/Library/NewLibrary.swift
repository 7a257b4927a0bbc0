import Content
import Diagnostics
import Embedded
import Text
import Yams

/// A small library that builds at once: one place, one practice, one case, and the figure and source they rest
/// on, all made up and marked as examples to be replaced. Its words are in `templates/authoring/example/`.
package struct NewLibrary: Sendable {
    package var language: AuthorLanguage
    package var title: String?
    package var id: String

    /// - Parameter id: by which folders are known to have been published by this library, so another one for each.
    package init(language: AuthorLanguage, title: String? = nil, id: String = "example-library") {
        (self.language, self.title, self.id) = (language, title, id)
    }

    private static let recordsFile = "records.yaml"

    package var files: [NewFile] {
        let folder = "authoring/example/\(language.rawValue)/"
        let example = Example(yaml: embeddedText(folder + Self.recordsFile) ?? "")
        let title = yamlScalar(title ?? example.title)
        let texts = embeddedTemplates.filter { $0.path.hasPrefix(folder) && !$0.path.hasSuffix(Self.recordsFile) }
            .map {
                // Without the mark of UTF-8 spreadsheets take a table for one in an older encoding.
                let mark = $0.path.hasSuffix(".csv") ? "\u{FEFF}" : ""
                return NewFile(
                    path: String($0.path.dropFirst(folder.count)),
                    text: mark + filled($0.text, ["title": title, "id": id]))
            }
        let names = LibraryNames(languages: [language.rawValue])
        return texts + example.records.compactMap { $0.file(names, beside: texts) } + [
            NewFile(
                path: LibraryPath.metrics + "observations.csv", rows: [TableHeader.observations, example.observation]),
            NewFile(path: PlanTask.path, rows: [TableHeader.tasks]),
            NewFile(path: Checkpoint.path, rows: [TableHeader.checkpoints]),
            NewFile(path: PersonTitle.path, rows: [TableHeader.people]),
        ]
    }
}

/// What the records of an example say.
private struct Example {
    struct Record {
        var kind: AuthoredKind
        var id: String
        var title: String?
        var fields: [String: YAMLValue]
        var body: String
        /// For a source: the document that it describes and shows.
        var document: String?

        func file(_ library: LibraryNames, beside files: [NewFile]) -> NewFile? {
            let form = RecordForm(kind, id: id, title: title, library: library)
            switch kind {
            case .source:
                guard let file = files.first(where: { $0.path == document }) else { return nil }
                let name = file.path.lastPathPart
                return form.sourceFile(
                    of: SourceDocument(name: name, text: file.bytes), values: fields, showsText: true)
            case .metric: return NewFile(path: form.path, text: form.metricEntry(values: fields))
            default:
                let published = fields.merging(["status": .text("published")]) { own, _ in own }
                return NewFile(path: form.path, text: form.text(values: published, body: body))
            }
        }
    }

    var title: String
    var records: [Record]
    /// The cells of the one figure, in the order of the table.
    var observation: [String]

    init(yaml: String) {
        var problems: [Diagnostic] = []
        let root = YAMLSource(path: "", bytes: Array(yaml.utf8), offset: 0).compose(diagnostics: &problems)
        title = root?["title"]?.scalar?.string ?? ""
        observation = TableHeader.observations.map { root?["observation"]?[$0]?.scalar?.string ?? "" }
        records = (root?["records"]?.sequence.map(Array.init) ?? []).compactMap { node in
            guard let kind = node["kind"]?.scalar.flatMap({ AuthoredKind(rawValue: $0.string) }),
                let id = node["id"]?.scalar?.string
            else { return nil }
            let fields = (node["fields"]?.mapping ?? [:]).map { ($0.scalar?.string ?? "", YAMLValue($1)) }
            return Record(
                kind: kind, id: id, title: node["title"]?.scalar?.string,
                fields: Dictionary(fields) { first, _ in first }, body: node["body"]?.scalar?.string ?? "",
                document: node["document"]?.scalar?.string)
        }
    }
}

extension YAMLValue {
    /// The value of a node; a list of bare texts is one of ids.
    fileprivate init(_ node: Node) {
        switch node {
        case .scalar(let scalar): self = .text(scalar.string)
        case .alias: self = .list([])
        case .sequence(let sequence):
            let words = sequence.compactMap(\.scalar?.string)
            self = words.count == sequence.count ? .words(words) : .list(sequence.map { YAMLValue($0) })
        case .mapping(let mapping):
            self = .mapping(mapping.map { (key: $0.scalar?.string ?? "", value: YAMLValue($1)) })
        }
    }
}
