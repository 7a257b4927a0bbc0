import ArgumentParser
import Authoring
import Disk
import Text

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a small library that builds at once.",
        discussion: """
            It has one place, one practice, one case, a figure and a source, all made up and marked as examples, \
            with every field explained. The folder must be new or empty.

            EXAMPLES
              exemplar init my-library
              exemplar init my-library --language en --title "What works here"
            """)

    @Argument(help: ArgumentHelp("The folder of the new library.", valueName: "dir"))
    var folder: String

    @Option(help: "The language of the library and of its explanations: \(AuthorLanguage.choices).")
    var language = AuthorLanguage.chinese

    @Option(help: "The title of the library.")
    var title: String?

    func run() throws {
        if let found = try firstEntry() {
            throw Failure(.disk, "error: ‘\(folder)’ is not empty (it has ‘\(found)’); choose a new or empty folder")
        }
        let files = NewLibrary(language: language, title: title).files
        try create(files, in: folder)
        try Terminal.write(
            """
            \(files.count) files in \(folder)
            next: exemplar build --source \(folder), then open \(folder)/public/index.html

            """)
    }

    /// Something in the folder that is not version control's or the system's own.
    private func firstEntry() throws -> String? {
        switch fileKind(folder) {
        case nil: nil
        case .folder: try names(in: folder)?.first { !$0.hasPrefix(".") }
        case .file, .other: throw Failure(.disk, "error: ‘\(folder)’ is a file, not a folder")
        }
    }
}

extension AuthorLanguage: ExpressibleByArgument {
    static var choices: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
