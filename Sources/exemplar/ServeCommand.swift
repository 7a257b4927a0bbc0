import ArgumentParser
import Authoring
import Content
import Disk
import Foundation
import Preview
import Text

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the site while you write, drafts and all.",
        discussion: """
            Pages are made when they are asked for and renewed in the browser when a file is saved. Nothing is \
            written, and nobody but this machine can look. While there are errors the last good pages stay, with the \
            errors over them.

            EXAMPLES
              exemplar serve --open
              exemplar serve --source library --port 8080 --editor none
              exemplar serve --editor 'myeditor://open?file={path}&line={line}'
            """)

    @OptionGroup var library: SourceOptions

    @Option(help: ArgumentHelp("The port, or the next free one.", valueName: "n"))
    var port: UInt16 = 4000

    @Flag(help: "Open the browser.")
    var open = false

    @Flag(name: .customLong("no-drafts"), help: "Leave out records with ‘status: draft’, as a published site does.")
    var leavesOutDrafts = false

    @Option(
        help: ArgumentHelp(
            "What opens files from pages: \(EditorProgram.known.keys.sorted().joined(separator: ", ")), none, or an "
                + "address with {path}, {line} and {column}.", valueName: "name"))
    var editor = "vscode"

    func validate() throws {
        if EditorProgram(editor) == nil {
            throw ValidationError("--editor is one of the names in the help, or an address with {path} in it")
        }
        if port == 0 { throw ValidationError("--port is between 1 and 65535") }
    }

    func run() async throws {
        try requireLibrary(in: library.source)
        var settings = Preview.Settings(
            folder: library.source, build: library.buildOptions(drafts: !leavesOutDrafts),
            editor: EditorProgram(editor) ?? .none)
        settings.checkFiles = { AuthorGuide.check($0, diagnostics: &$1) }
        settings.refusal = libraryRefusal
        let preview = Preview(settings)
        let watch = watch(folder: library.source) { preview.begin(burst: $0) }
        defer { watch.stop() }
        if let change = await preview.refresh(watch: watch) { tell(change) }
        let server: PreviewServer
        do {
            server = try await PreviewServer(preview, port: port)
        } catch is PreviewServer.StartError {
            throw Failure(.disk, "error: no port is free from \(port) on")
        }
        try Terminal.write(
            "\(server.address)  all records: \(server.address).exemplar/\n"
                + "watching \(([Configuration.fileName] + SourceTree.folders).joined(separator: ", ")) in ‘\(library.source)’ "
                + "(\(watch.method)); Ctrl-C ends\n")
        if open { openBrowser(server.address) }
        let changes = Task {
            for await burst in watch.bursts {
                if let change = await preview.refresh(burst: burst, watch: watch) { tell(change) }
            }
        }
        defer { changes.cancel() }
        try await server.run()
    }

    /// A line for a change, with the problems below it.
    private func tell(_ change: Change) {
        let names = change.paths.prefix(3).joined(separator: ", ")
        let rest = change.paths.count > 3 ? " and \(change.paths.count - 3) more" : ""
        let what = change.generation == 1 ? "\(change.paths.count) files" : names + rest
        let tally = Tally(errors: change.errors, warnings: change.warnings)
        Terminal.printError(change.report + "\(what): \(Int(change.milliseconds.rounded())) ms, \(tally.text)")
    }

    private func openBrowser(_ address: String) {
        #if os(macOS)
            let program = "open"
        #else
            let program = "xdg-open"
        #endif
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program, address]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try? process.run()
    }
}
