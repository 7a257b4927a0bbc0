import ArgumentParser
import Diagnostics
import Text

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what a diagnostic means and how to fix it.",
        discussion: """
            EXAMPLES
              exemplar explain unknown-reference
              exemplar explain                      list all of them
            """)

    @Argument(help: ArgumentHelp("The id in square brackets at the end of a message.", valueName: "code"))
    var code: String?

    func run() throws {
        guard let code else {
            let width = DiagnosticCode.allCases.map(\.rawValue.count).max() ?? 0
            for code in DiagnosticCode.allCases {
                let name = code.rawValue + String(repeating: " ", count: width - code.rawValue.count)
                try Terminal.write(
                    "\(name)  \(code.severity.rawValue.prefix(1).uppercased())  \(code.explanation().title)\n")
            }
            return
        }
        guard let known = DiagnosticCode(rawValue: code) else {
            let hint = nearest(to: code, among: DiagnosticCode.allCases.map(\.rawValue)).map {
                "; did you mean ‘\($0)’?"
            }
            throw Failure(.usage, "error: there is no diagnostic ‘\(code)’" + (hint ?? ""))
        }
        let explanation = known.explanation()
        try Terminal.write(
            "\(known.rawValue) (\(known.severity.rawValue))\n\(explanation.title).\n\n\(explanation.reason)\n\nTo fix it: \(explanation.remedy)"
                + "\n")
    }
}
