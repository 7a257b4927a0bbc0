import Content
import Diagnostics
import Embedded
import Text
import Yams

/// A service that checks and publishes a library whenever it changes.
package enum AutomationService: String, CaseIterable, Sendable {
    case github, gitlab, gitea, jenkins
}

/// What a library needs for a service, and for editors of text: `templates/authoring/ci/`, where a folder `all` is for
/// every service, and a name that begins with `dot-` is that of a hidden file.
///
/// The files of the services only call `ci/library.sh`, which runs wherever there is a shell.
package struct AutomationFiles: Sendable {
    package var service: AutomationService
    package var language: AuthorLanguage

    package init(for service: AutomationService, language: AuthorLanguage) {
        (self.service, self.language) = (service, language)
    }

    private static let folder = "authoring/ci/"
    private static let schemas = "schemas"

    package var files: [NewFile] {
        let words = words
        let texts = ["all", service.rawValue].flatMap { name in
            embeddedTemplates.compactMap { template -> NewFile? in
                let folder = Self.folder + name + "/"
                guard template.path.hasPrefix(folder) else { return nil }
                let parts = template.path.dropFirst(folder.count).pathParts
                let path = parts.map { $0.hasPrefix("dot-") ? "." + $0.dropFirst(4) : String($0) }
                return NewFile(path: path.joined(separator: "/"), text: filled(template.text, words))
            }
        }
        return texts + schemas
    }

    /// The schemas of YAML files, and the settings by which an editor of text knows them. Those of records are for
    /// front matter, which editors of text cannot take apart.
    private var schemas: [NewFile] {
        let schemas = AuthoredKind.allCases.filter { $0.recordKind == nil && $0.hasSchema }.map {
            RecordSchema($0, language: language)
        }
        let globs = schemas.map { schema in
            JSON.Member(name: "./\(Self.schemas)/\(schema.fileName)", value: .string(schema.kind.pathPattern))
        }
        return schemas.map {
            NewFile(path: "\(Self.schemas)/\($0.fileName)", text: $0.json.text(indented: true) + "\n")
        } + [
            NewFile(
                path: ".vscode/settings.json",
                text: JSON.object(["yaml.schemas": .object(globs)]).text(indented: true) + "\n")
        ]
    }

    /// The sentences in the files.
    private var words: [String: String] {
        let text = embeddedText(Self.folder + language.rawValue + ".yaml") ?? ""
        var problems: [Diagnostic] = []
        let root = YAMLSource(path: "", bytes: Array(text.utf8), offset: 0).compose(diagnostics: &problems)
        let pairs = (root?.mapping ?? [:]).map { ($0.scalar?.string ?? "", $1.scalar?.string ?? "") }
        return Dictionary(pairs) { first, _ in first }
    }
}
