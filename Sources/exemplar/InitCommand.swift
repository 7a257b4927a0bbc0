import ArgumentParser
import Authoring
import Foundation

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
        try files.write(to: folder)
        try Terminal.write(
            """
            \(files.count) files in \(folder)
            next: exemplar build --source \(folder), then open \(folder)/public/index.html

            """)
    }

    /// Something in the folder that is not version control's or the system's own.
    private func firstEntry() throws -> String? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else { return nil }
        guard isFolder.boolValue else { throw Failure(.disk, "error: ‘\(folder)’ is a file, not a folder") }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.min()
        } catch {
            throw Failure(.disk, "error: cannot read ‘\(folder)’: \(error.localizedDescription)")
        }
    }
}

extension AuthorLanguage: ExpressibleByArgument {
    static var choices: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension [NewFile] {
    /// Writes all of the files or none.
    func write(to folder: String) throws(Failure) {
        do {
            try Authoring.write(self, to: folder)
        } catch {
            switch error {
            case .exists(let paths):
                let more = paths.count > 5 ? " and \(paths.count - 5) more" : ""
                throw Failure(
                    .disk,
                    "error: nothing is overwritten, and there is already "
                        + paths.prefix(5).map { "‘\($0)’" }.joined(separator: ", ") + more)
            case .system(let path, let reason):
                throw Failure(.disk, "error: cannot write ‘\(path)’: \(reason)")
            }
        }
    }
}
