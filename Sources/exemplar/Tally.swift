import Diagnostics

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

    var text: String {
        func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        if errors == 0, warnings == 0 { return "0 problems" }
        return [errors > 0 ? count(errors, "error") : nil, warnings > 0 ? count(warnings, "warning") : nil]
            .compactMap(\.self).joined(separator: ", ")
    }
}
