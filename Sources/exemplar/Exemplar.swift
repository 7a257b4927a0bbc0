import ArgumentParser
import Diagnostics
import Foundation

/// The command line. Parses arguments, calls the stages, prints, and picks the exit code; nothing else.
@main
struct Exemplar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exemplar",
        abstract: Phrase.aboutProgram.text, discussion: Phrase.helpProgram.text,
        version: Version.text,
        subcommands: [
            Build.self, Serve.self, Check.self, ChangesCommand.self, PackCommand.self, Verify.self, PDFCommand.self,
            Init.self, New.self, Rename.self, ArchiveCommand.self, Publish.self, Translated.self, Import.self,
            Figures.self, Export.self, Update.self, Schema.self, Eject.self, MarkdownCommand.self, Explain.self,
        ])

    @OptionGroup var interface: LanguageOption

    static func main() async {
        // A closed pipe is an error of the write that meets it, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            if let failure = Failure(error) {
                Terminal.printError(failure.message.text)
                exit(withError: ExitCode(failure.code.rawValue))
            }
            // ArgumentParser leaves with 64 for wrong usage; ours is 2.
            let code = exitCode(for: error)
            let message = Interface.told { fullMessage(for: error, columns: $0) }
            if code == .success {
                try? Terminal.write(message + "\n")
                exit(withError: code)
            }
            Terminal.printError(UsageHint.add(to: message, of: fullMessage(for: error, columns: 1000)))
            exit(withError: ExitCode(ExitStatus.usage.rawValue))
        }
    }
}

/// The exit codes of all commands.
enum ExitStatus: Int32 {
    case fine = 0
    case problems = 1
    case usage = 2
    case disk = 3
}

/// An end of the program that is not about the content.
struct Failure: Error {
    var code: ExitStatus
    var message: Phrase

    init(_ code: ExitStatus, _ problem: Phrase) {
        self.code = code
        message = .told(severity: Phrase.error, message: problem)
    }

    /// Problems that have been told already kept everything from being written.
    init(_ tally: Tally) {
        code = .problems
        message = .nothingWritten(tally.phrase)
    }
}
