import Content
import Diagnostics
import Text

/// How many problems there are, with warnings counted as errors under `--strict`.
struct Tally {
    var errors: Int
    var warnings: Int

    init(errors: Int, warnings: Int) { (self.errors, self.warnings) = (errors, warnings) }

    init(_ diagnostics: [Diagnostic], isStrict: Bool) {
        let warnings = diagnostics.count { $0.severity == .warning }
        self.warnings = isStrict ? 0 : warnings
        errors = diagnostics.count - self.warnings
    }

    var phrase: Phrase {
        let counted: (errors: Phrase, warnings: Phrase) = (
            errors == 1 ? .oneError : .errors(errors), warnings == 1 ? .oneWarning : .warnings(warnings)
        )
        return switch (errors, warnings) {
        case (0, 0): .noProblems
        case (_, 0): counted.errors
        case (0, _): counted.warnings
        default: .list(first: counted.errors, second: counted.warnings)
        }
    }
}

extension DiagnosticWriter {
    /// A writer in the language of this run.
    ///
    /// - Parameter descriptor: where it will be written to, which may be a terminal with colours.
    init(_ tree: SourceTree, for descriptor: Int32) {
        self.init(tree, usesColor: Terminal.usesColor(descriptor), language: Interface.language)
    }
}
