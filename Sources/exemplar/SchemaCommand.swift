import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Text

struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the JSON Schema of a kind of record, for editors.",
        discussion: """
            It describes the front matter of a record, or a YAML file: metric is content/metrics/metrics.yaml, term \
            content/glossary.yaml, source a source.yaml, settings exemplar.yaml. docs/authoring.md shows how an \
            editor uses it. ‘check’ says everything that a schema says, and more.

            EXAMPLES
              exemplar schema practice
              exemplar schema case --translation    the front matter of a case.en.md
              exemplar schema --all schemas         one file a kind
            """)

    @Argument(help: "The kind.")
    var kind: AuthoredKind?

    @Option(help: ArgumentHelp("Write the schemas of all kinds into this folder.", valueName: "dir"))
    var all: String?

    @Flag(help: "The schema of translations, which give only what differs.")
    var translation = false

    @Option(help: "The language of explanations; that of the library unless given.")
    var language: AuthorLanguage?

    @Option(help: ArgumentHelp("The folder with exemplar.yaml, if there is one.", valueName: "dir"))
    var source = "."

    func validate() throws {
        if (kind == nil) == (all == nil) { throw ValidationError("name one kind, or a folder with --all") }
        if translation, let kind, !RecordSchema.names(of: kind).contains(true) {
            throw ValidationError("a \(kind.rawValue) has no translation files; its texts are maps by language")
        }
        if translation, all != nil { throw ValidationError("--all writes the schemas of translations too") }
    }

    func run() throws {
        let library = try library()
        let language = language ?? library.languages.first.map { AuthorLanguage(tag: $0) } ?? .chinese
        func schema(_ kind: AuthoredKind, _ isTranslation: Bool) -> RecordSchema {
            RecordSchema(
                kind, language: language, isTranslation: isTranslation, guide: library.guide,
                languages: library.languages)
        }
        func text(_ schema: RecordSchema) -> String { schema.json.text(indented: true) + "\n" }
        if let kind {
            return try Terminal.write(text(schema(kind, translation)))
        }
        guard let all else { return }
        try makeFolder(all)
        for kind in AuthoredKind.allCases {
            for isTranslation in RecordSchema.names(of: kind) {
                let schema = schema(kind, isTranslation)
                try replaceFile("\(all)/\(schema.fileName)", with: Array(text(schema).utf8))
            }
        }
    }

    /// The languages of the library in the folder and what its authors are told; those of the program where there
    /// is no library.
    private func library() throws -> (languages: [String], guide: AuthorGuide) {
        guard fileKind(source + "/" + Configuration.fileName) != nil else {
            return ([], .embedded)
        }
        try requireLibrary(in: source)
        let tree = try scan(folder: source)
        // Problems are for `check` to tell.
        var problems: [Diagnostic] = []
        let settings = Configuration(file: tree[Configuration.fileName], diagnostics: &problems)
        return (settings.languages, AuthorGuide(overrides: tree, diagnostics: &problems))
    }
}

extension AuthoredKind: ExpressibleByArgument {}
