import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Text

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutInit, .helpInit)

    @Argument(help: .say(.optionNewFolder, "dir"))
    var folder: String

    @Option(name: .customLong("language"), parsing: .singleValue, help: .say(.optionLanguageOfLibrary))
    var languages = [AuthorLanguage.chinese]

    @Option(help: .say(.optionTitleOfLibrary))
    var title: String?

    @Option(help: .say(.optionAutomation))
    var ci: AutomationService?

    @OptionGroup var interface: LanguageOption

    private var language: AuthorLanguage { languages[0] }

    func validate() throws {
        if languages.count > 1 {
            throw ValidationError(.oneLanguageAtFirst(languages.map(\.rawValue).joined(separator: ", ")))
        }
    }

    func run() throws {
        if let ci, fileKind(folder + "/" + Configuration.fileName) != nil {
            return try add(AutomationFiles(for: ci, language: languageOfLibrary()).files)
        }
        if let found = try firstEntry() {
            throw Failure(.disk, .folderNotEmpty(folder: folder, name: found))
        }
        var files = NewLibrary(language: language, title: title, id: newID()).files
        if let ci { files += AutomationFiles(for: ci, language: language).files }
        try create(files, in: folder)
        try Terminal.write(Phrase.libraryMade(count: files.count, folder: folder).text + "\n")
    }

    /// Adds files to a library that is there. Those that it has stay as they are, and are named.
    private func add(_ files: [SourceTree.File]) throws {
        let missing = files.filter { fileKind(folder + "/" + $0.path) == nil }
        try create(missing, in: folder)
        try Terminal.write(missing.map { "\(folder)/\($0.path)\n" }.joined())
        let kept = files.map(\.path).filter { path in !missing.contains { $0.path == path } }
        if !kept.isEmpty { Terminal.printError(Phrase.filesKept(kept.map { .quoted($0) } as [Phrase]).text) }
    }

    private func languageOfLibrary() throws -> AuthorLanguage {
        let path = folder + "/" + Configuration.fileName
        // Problems are for `check` to tell.
        var problems: [Diagnostic] = []
        let file = SourceTree.File(path: Configuration.fileName, bytes: try readFile(path))
        let languages = Configuration(file: file, diagnostics: &problems).languages
        return languages.first.map { AuthorLanguage(tag: $0) } ?? language
    }

    /// Two libraries with the same title are still two. Without letters and digits that look alike.
    private func newID() -> String {
        "library-" + String((0..<10).compactMap { _ in "abcdefghjkmnpqrstuvwxyz23456789".randomElement() })
    }

    /// Something in the folder that is not version control's or the system's own.
    private func firstEntry() throws -> String? {
        switch fileKind(folder) {
        case nil: nil
        case .folder: try names(in: folder)?.first { !$0.hasPrefix(".") }
        case .file, .other: throw Failure(.disk, .folderIsFile(folder))
        }
    }
}

extension AutomationService: ExpressibleByArgument {}

extension AuthorLanguage: ExpressibleByArgument {
    /// `zh`, `cn` and `中文` are understood as in the settings of a library.
    package init?(argument: String) { self.init(rawValue: LanguageTag.meant(by: argument)) }
}
