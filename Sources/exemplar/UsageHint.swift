import ArgumentParser
import Diagnostics
import Disk
import Text

/// What the parser of arguments says of a name that is neither a command nor asked for, with what was probably meant.
enum UsageHint {
    /// - Parameters:
    ///   - message: what the parser says, in English.
    ///   - told: the same in the language of this run.
    static func add(to told: String, of message: String) -> String {
        guard let name = message.firstMatch(of: /Unexpected argument '(.+?)'\n/)?.output.1,
            let hint = hint(for: String(name), usage: message)
        else { return told }
        let lines = told.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let problem = Foreign(String(message.prefix { $0 != "\n" }))
        let first = Phrase.suggested(problem: problem, hint: hint.sentence).text
        return ([first] + lines.dropFirst()).joined(separator: "\n")
    }

    private static func hint(for name: String, usage: String) -> Diagnostic.Hint? {
        if usage.contains("<subcommand>") {
            return .nearest(to: name, among: Exemplar.configuration.subcommands.map { $0._commandName })
        }
        guard usage.contains("--source") || usage.contains("<options>"), fileKind(name) == .folder else { return nil }
        return .nameFolderWithSource(name)
    }
}
