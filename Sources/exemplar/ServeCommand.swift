import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Foundation
import Preview
import Text

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutServe, .helpServe)

    @OptionGroup var library: SourceOptions

    @Option(help: .say(.optionPort, "n"))
    var port: UInt16 = 4000

    @Flag(help: .say(.optionOpen))
    var open = false

    @Flag(name: .customLong("no-drafts"), help: .say(.optionNoDrafts))
    var leavesOutDrafts = false

    @Option(
        help: .say(
            .optionEditor(
                names: EditorProgram.known.keys.sorted(), path: "{path}", line: "{line}", column: "{column}"), "name"))
    var editor = "vscode"

    func validate() throws {
        if EditorProgram(editor) == nil {
            throw ValidationError(.noSuchEditor("{path}"))
        }
        if port == 0 { throw ValidationError(.portOutOfRange) }
    }

    func run() async throws {
        try requireLibrary(in: library.source)
        var settings = Preview.Settings(
            folder: library.source, build: library.buildOptions(drafts: !leavesOutDrafts),
            editor: EditorProgram(editor) ?? .none, language: Interface.language)
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
            throw Failure(.disk, .noFreePort(Int(port)))
        }
        try Terminal.write(
            Phrase.serving(
                address: server.address, watched: [Configuration.fileName] + SourceTree.folders, folder: library.source,
                method: watch.method == .polling ? Phrase.watchedByLooking : .watchedBySystem
            ).text + "\n")
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
        let names = Array(change.paths.prefix(3))
        let what: any SentenceArgument =
            if change.generation == 1 {
                Phrase.countFiles(change.paths.count)
            } else if change.paths.count > 3 {
                Phrase.filesAndMore(names: names, count: change.paths.count - 3)
            } else {
                names
            }
        let told = Phrase.changeRead(
            what: what, milliseconds: Int(change.milliseconds.rounded()),
            tally: Tally(errors: change.errors, warnings: change.warnings).phrase)
        Terminal.printError(change.report + told.text)
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
