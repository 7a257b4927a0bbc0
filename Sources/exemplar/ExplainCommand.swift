import ArgumentParser
import Diagnostics
import Text

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutExplain, .helpExplain)

    @Argument(help: .say(.optionCode, "code"))
    var code: String?

    @OptionGroup var interface: LanguageOption

    func run() throws {
        guard let code else {
            let width = DiagnosticCode.allCases.map(\.rawValue.count).max() ?? 0
            for code in DiagnosticCode.allCases {
                let line = Phrase.codeInList(
                    code: code.rawValue + String(repeating: " ", count: width - code.rawValue.count),
                    severity: code.severity == .error ? .errorInList : .warningInList as Phrase,
                    title: code.explanation(in: Interface.language).title)
                try Terminal.write(line.text + "\n")
            }
            return
        }
        guard let known = DiagnosticCode(rawValue: code) else {
            let known = DiagnosticCode.allCases.map(\.rawValue)
            throw Failure(.usage, Phrase.noDiagnostic(code).suggesting(.nearest(to: code, among: known)))
        }
        let explanation = known.explanation(in: Interface.language)
        let text = Phrase.explained(
            code: known.rawValue, severity: known.severity.name, title: explanation.title, reason: explanation.reason,
            remedy: explanation.remedy)
        try Terminal.write(text.text + "\n")
    }
}
