import Content
import Diagnostics
import Site
import Text

/// What is shown at a moment: the last site without errors, and what is wrong with the library now.
struct PreviewState: Sendable {
    /// Counts the changes of the library since the program began.
    var generation = 0
    /// How long the last change took to read, check and plan.
    var milliseconds = 0.0
    /// The last site without errors.
    var good: ServedSite?
    /// The library as it is, with errors or without; nil if it could never be read.
    var planned: PlannedSite?
    /// In the order of files and lines.
    var problems = EditorProblems([], languages: [])
    /// What keeps the library from being read now.
    var failure: String?

    var errors: Int { problems.errorCount + (failure == nil ? 0 : 1) }
    var warnings: Int { problems.warningCount }
    /// What changes with every change, and from one run of the program to the next.
    var tag: String { String(UInt(bitPattern: generation.hashValue), radix: 16) }

    /// For tests and tools.
    var status: JSON {
        .object([
            "generation": .integer(generation), "milliseconds": .number(milliseconds), "errors": .integer(errors),
            "warnings": .integer(warnings), "failure": failure.map { .string($0) },
            "problems": DiagnosticWriter.values(of: problems.all.map(\.problem)),
        ])
    }
}

/// What a change of the library did, for the terminal.
package struct Change: Sendable {
    package var generation: Int
    /// The files that are new, changed or gone.
    package var paths: [String]
    package var milliseconds: Double
    package var errors: Int
    package var warnings: Int
    /// In the order of files and lines.
    package var problems: [DiagnosticWriter.Resolved]
    /// What kept the library from being read; then the problems are those of before.
    package var failure: String?

    init(_ state: PreviewState, paths: [String]) {
        (generation, self.paths, milliseconds) = (state.generation, paths, state.milliseconds)
        (errors, warnings) = (state.errors, state.warnings)
        (problems, failure) = (state.problems.all.map(\.problem), state.failure)
    }
}
