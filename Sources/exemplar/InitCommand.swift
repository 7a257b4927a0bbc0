import ArgumentParser
import Authoring
import Diagnostics
import Disk
import Text

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutInit, .helpInit)

    @Argument(help: .say(.optionNewFolder, "dir"))
    var folder: String

    @Option(help: .say(.optionLanguageOfLibrary))
    var language = AuthorLanguage.chinese

    @Option(help: .say(.optionTitleOfLibrary))
    var title: String?

    @OptionGroup var interface: LanguageOption

    func run() throws {
        if let found = try firstEntry() {
            throw Failure(.disk, .folderNotEmpty(folder: folder, name: found))
        }
        let files = NewLibrary(language: language, title: title, id: newID()).files
        try create(files, in: folder)
        try Terminal.write(Phrase.libraryMade(count: files.count, folder: folder).text + "\n")
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

extension AuthorLanguage: ExpressibleByArgument {}
