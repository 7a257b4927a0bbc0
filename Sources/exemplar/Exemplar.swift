import ArgumentParser
import Foundation

/// The command line. Parses arguments, calls the stages, prints, and picks the exit code; nothing else.
@main
struct Exemplar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exemplar",
        abstract: "Turns a library of good practice into a site that works from anywhere.",
        discussion: """
            A library is a folder with an exemplar.yaml, content/ and seeds/. Its site works from a web server, \
            from a sub-folder of another site, and from a USB stick opened by double-click.

            EXAMPLES
              exemplar build                        build the library here into public/
              exemplar build --source lib --output /srv/www/lib
              exemplar serve --open                 look at the library while you write
              exemplar check --strict               report every problem, write nothing
              exemplar check --format sarif         the same for code-scanning tools
              exemplar init my-library              a library of your own that builds at once
              exemplar new practice linan/meeting   a new record with every field explained
              exemplar import cases.csv --kind case a spreadsheet as draft records
              exemplar schema practice              the JSON Schema of its front matter, for editors
              exemplar markdown README.md           the HTML of one file
              exemplar explain unknown-reference    what a problem means and how to fix it

            EXIT CODES
              0 fine, 1 problems in the content, 2 wrong usage, 3 a disk error
            """,
        version: Version.text,
        subcommands: [
            Build.self, Serve.self, Check.self, Init.self, New.self, Import.self, Schema.self, MarkdownCommand.self,
            Explain.self,
        ])

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
                Terminal.printError(failure.message)
                exit(withError: ExitCode(failure.code.rawValue))
            }
            // ArgumentParser leaves with 64 for wrong usage; ours is 2.
            let code = exitCode(for: error)
            if code == .success { exit(withError: error) }
            Terminal.printError(fullMessage(for: error))
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
    var message: String

    init(_ code: ExitStatus, _ message: String) {
        self.code = code
        self.message = message
    }
}
