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

extension Tally {
    /// Which of the allowed numbers let how many figures pass, the most first; nil where none did. A check that found
    /// nothing has to say what it was told not to look at.
    static func allowedNumbers(_ passedOver: [String: Int]) -> Phrase? {
        guard !passedOver.isEmpty else { return nil }
        let names = passedOver.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return .allowedNumbers(
            figures: passedOver.values.reduce(0, +),
            names: names.map { Phrase.allowedNumber(name: $0.key, count: $0.value).text })
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
