import ArgumentParser
import Content
import Diagnostics
import Disk
import Foundation
import Markdown
import Text

struct MarkdownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        saying: .aboutMarkdown, .helpMarkdown, commandName: "markdown")

    @Argument(help: .say(.optionMarkdownFile, "file"))
    var file: String

    @Flag(name: .customLong("raw-html"), help: .say(.optionRawHTML))
    var allowsRawHTML = false

    @Flag(name: .customLong("commonmark"), help: .say(.optionCommonMark))
    var isPlain = false

    @OptionGroup var interface: LanguageOption

    func run() throws {
        let bytes =
            file == "-"
            ? try readPipe(STDIN_FILENO, path: "-", atMost: Limits.textBytes)
            : try readFile(file, atMost: Limits.textBytes)
        var diagnostics: [Diagnostic] = []
        let document = MarkdownDocument(
            parsing: bytes, options: MarkdownOptions(allowsRawHTML: allowsRawHTML, extensions: !isPlain),
            path: file,
            diagnostics: &diagnostics)
        try Terminal.write(document.plainHTML())
        guard !diagnostics.isEmpty else { return }
        let writer = DiagnosticWriter(
            usesColor: Terminal.usesColor(STDERR_FILENO), language: Interface.language
        ) { _ in SourceText(bytes) }
        Terminal.printError(writer.write(diagnostics.sorted(), as: .text))
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(ExitStatus.problems.rawValue) }
    }
}
