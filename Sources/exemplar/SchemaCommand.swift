import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Text

struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutSchema, .helpSchema)

    @Argument(help: .say(.optionSchemaKind))
    var kind: AuthoredKind?

    @Option(help: .say(.optionAll, "dir"))
    var all: String?

    @Flag(help: .say(.optionTranslation))
    var translation = false

    @Option(help: .say(.optionSchemaLanguage))
    var language: AuthorLanguage?

    @Option(help: .say(.optionSourceIfAny, "dir"))
    var source = "."

    @OptionGroup var interface: LanguageOption

    func validate() throws {
        if (kind == nil) == (all == nil) { throw ValidationError(.nameOneKind) }
        if translation, let kind, !RecordSchema.names(of: kind).contains(true) {
            throw ValidationError(.noTranslationFiles(kind.noun))
        }
        if translation, all != nil { throw ValidationError(.allHasTranslations) }
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
        for kind in AuthoredKind.allCases where kind.hasSchema {
            for isTranslation in RecordSchema.names(of: kind) {
                let schema = schema(kind, isTranslation)
                try OwnFile("\(all)/\(schema.fileName)", .json).write(Array(text(schema).utf8))
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
        let settings = Configuration(of: tree, diagnostics: &problems)
        return (settings.languages, AuthorGuide(overrides: tree, diagnostics: &problems))
    }
}

extension AuthoredKind: ExpressibleByArgument {
    public init?(argument: String) {
        guard let kind = AuthoredKind(rawValue: argument), kind.hasSchema else { return nil }
        self = kind
    }

    public static var allValueStrings: [String] { allCases.filter(\.hasSchema).map(\.rawValue) }
}
