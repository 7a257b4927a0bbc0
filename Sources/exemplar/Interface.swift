import ArgumentParser
import Content
import Diagnostics
import Disk
import Foundation
import Text

/// The language in which this run speaks: what `--lang` says, else `interface` in the exemplar.yaml of the library,
/// else the language of the system, else English.
///
/// It is known before the arguments are parsed, because their help and their mistakes are told in it too.
enum Interface {
    static let language =
        argument("--lang").flatMap(DiagnosticLanguage.init) ?? setting
        ?? DiagnosticLanguage(environment: ProcessInfo.processInfo.environment)

    /// What the parser of arguments says, line by line.
    ///
    /// - Parameter text: what it says, given a width. It breaks lines at spaces only, so in Chinese, which has none,
    ///   the lines are broken by hand, and nothing that is to be recognised may be.
    static func told(_ text: (_ columns: Int?) -> String) -> String {
        showing(text(language == .en ? nil : 1000)).split(separator: "\n", omittingEmptySubsequences: false)
            .map { Foreign(String($0)).text(in: language) }.joined(separator: "\n")
    }

    /// With arguments as a terminal may show them: none begins a line of its own.
    private static func showing(_ text: String) -> String {
        let parts = CommandLine.arguments.flatMap { argument in
            [argument] + argument.split(separator: "=").map(String.init)
        }
        return parts.filter { $0 != $0.printable }.reduce(text) { text, part in
            text.replacing(part, with: part.printable)
        }
    }

    /// What an option says, written `--name value` or `--name=value`. The last one counts, as for the parser.
    private static func argument(_ name: String) -> String? {
        let arguments = CommandLine.arguments.prefix { $0 != "--" }
        guard let index = arguments.lastIndex(where: { $0 == name || $0.hasPrefix(name + "=") }) else { return nil }
        guard arguments[index] == name else { return String(arguments[index].dropFirst(name.count + 1)) }
        return index + 1 < arguments.count ? arguments[index + 1] : nil
    }

    /// Problems of the settings are for `check` to tell.
    private static var setting: DiagnosticLanguage? {
        guard let file = try? scanSettings(folder: argument("--source") ?? ".") else { return nil }
        var problems: [Diagnostic] = []
        let settings = Configuration(file: file, diagnostics: &problems)
        return settings.isReadable ? settings.interface : plainSetting(in: file.bytes)
    }

    /// The line of settings that cannot be read as a whole: what is wrong with them is told in their editors' language.
    private static func plainSetting(in bytes: [UInt8]) -> DiagnosticLanguage? {
        let key = Array("interface:".utf8)
        return bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.lazy
            .filter { $0.starts(with: key) }
            .compactMap { line in
                let value = String(decoding: line.dropFirst(key.count), as: UTF8.self).prefix { $0 != "#" }
                return DiagnosticLanguage(rawValue: trimmed(String(value)).trimmingCharacters(in: ["\"", "'"]))
            }
            .first
    }
}

extension DiagnosticLanguage: ExpressibleByArgument {
    /// The first of the variables of POSIX that is set decides, whatever it says.
    init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        self = Self.allCases.first { $0.matches(locale) } ?? .en
    }
}

/// `--lang`, which every command has. ``Interface`` has read it before.
struct LanguageOption: ParsableArguments {
    @Option(help: .say(.optionLanguage, "tag"))
    var lang: DiagnosticLanguage?
}

extension Phrase {
    /// In the language of this run.
    var text: String { text(in: Interface.language) }
}

extension ArgumentHelp {
    static func say(_ phrase: Phrase, _ valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp(phrase.text, valueName: valueName)
    }
}

extension CommandConfiguration {
    init(saying abstract: Phrase, _ discussion: Phrase, commandName: String? = nil) {
        self.init(commandName: commandName, abstract: abstract.text, discussion: discussion.text)
    }
}

extension ValidationError {
    init(_ phrase: Phrase) { self.init(phrase.text) }
}
