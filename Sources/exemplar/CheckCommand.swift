import ArgumentParser
import Diagnostics
import Foundation
import Site

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report every problem of the library; write nothing.",
        discussion: """
            EXAMPLES
              exemplar check --strict
              exemplar check --format github        annotations in GitHub Actions
              exemplar check --format sarif > problems.sarif
            """)

    @OptionGroup var library: LibraryOptions

    @Option(help: "How to write the problems: \(DiagnosticFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = DiagnosticFormat.text

    func run() async throws {
        var progress = Progress()
        let outcome = try await library.pipeline.run(&progress)
        progress.finish()
        var diagnostics = outcome.diagnostics
        if library.strict {
            for index in diagnostics.indices { diagnostics[index].severity = .error }
        }
        let writer = DiagnosticWriter(outcome.tree, usesColor: Terminal.usesColor(STDOUT_FILENO))
        Terminal.write(writer.write(diagnostics, as: format))
        let tally = Tally(diagnostics, isStrict: library.strict)
        let records = outcome.site.plan.pages.count
        Terminal.printError("\(records) pages checked: \(tally.text); \(Progress.text(progress.elapsed))")
        if tally.errors > 0 { throw ExitCode(ExitStatus.problems.rawValue) }
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}
