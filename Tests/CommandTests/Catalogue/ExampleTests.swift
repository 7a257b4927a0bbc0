import Foundation
import TestSupport
import Testing

@testable import compile_catalogue

@Suite("Every diagnostic is provoked by its examples and told as the catalogue says")
struct ExampleTests {
    static let folder = Repository.folder.appending(
        path: "Sources/Diagnostics/Catalogue/\(Catalogue.firstLanguage)")
    static let catalogue = try? Catalogue(in: folder)
    static let diagnostics = catalogue?.diagnostics ?? []

    @Test(arguments: diagnostics)
    func example(of diagnostic: Catalogue.Diagnostic) throws {
        for example in diagnostic.examples {
            let report = try Self.report(of: diagnostic.id, in: example)
            if isRecording { try record(report, of: diagnostic.id, instead: example) }
            #expect(report == example.report)
            #expect(report.contains(" [\(diagnostic.id)]\n"))
        }
    }

    @Test("every sentence but phrases is in a report of its diagnostic", arguments: diagnostics)
    func sentences(of diagnostic: Catalogue.Diagnostic) {
        let reports = diagnostic.examples.map(\.report).joined()
        for sentence in diagnostic.sentences
        where sentence.role != .phrase {
            #expect(sentence.stands(in: reports), "\(sentence.template)")
        }
    }

    @Test("every language says every sentence with the same names in it")
    func languages() throws {
        let catalogue = try #require(Self.catalogue)
        let chinese = try Catalogue(in: Self.folder.deletingLastPathComponent().appending(path: "zh"))
        try catalogue.check(chinese, in: "zh")
        #expect(chinese.diagnostics.map(\.id) == catalogue.diagnostics.map(\.id))
        #expect(chinese.sentences.map(\.sentence.name) == catalogue.sentences.map(\.sentence.name))
    }

    @Test("the catalogue of the program is the one that is read here")
    func catalogueIsRead() throws {
        #expect(Self.diagnostics.count > 50)
        let list = try Command.run(["explain"]).output.split(separator: "\n")
        #expect(list.map { String($0.prefix { $0 != " " }) } == Self.diagnostics.map(\.id))
    }

    private static let newLibrary: URL? = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "exemplar-\(UUID().uuidString)")
        return (try? Command.newLibrary(at: folder)) == nil ? nil : folder
    }()

    /// What the program says of a diagnostic in the library of an example.
    static func report(of id: String, in example: Catalogue.Example, locale: String = "C") throws -> String {
        try withTemporaryFolder { folder in
            let library = folder.appending(path: "library")
            try FileManager.default.copyItem(at: try #require(Self.newLibrary), to: library)
            for file in example.files {
                let url = library.appending(path: file.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.bytes).write(to: url)
            }
            let outcome = try Command.run(example.arguments, in: library, locale: locale)
            return entries(of: example.arguments[0] == "check" ? outcome.output : outcome.errors)
                .filter { $0.prefix { $0 != "\n" }.hasSuffix(" [\(id)]") }.joined()
        }
    }

    /// The diagnostics of a report, each with its excerpt, hint and notes.
    private static func entries(of report: String) -> [String] {
        var entries: [String] = []
        for line in report.split(separator: "\n") {
            if line.contains(#/^\S+:(\d+:\d+|\S+![A-Z]+\d+): (error: |warning: |错误：|警告：)/#) {
                entries.append("\(line)\n")
            } else if !entries.isEmpty, line.contains(#/^( |\S+:\d+:\d+: (note: |说明：))/#) {
                entries[entries.count - 1] += "\(line)\n"
            }
        }
        return entries
    }

    private func record(_ report: String, of id: String, instead example: Catalogue.Example) throws {
        let opening = "```exemplar \(example.arguments.joined(separator: " "))\n"
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        for url in names.map({ Self.folder.appending(path: $0) }) {
            let text = try String(contentsOf: url, encoding: .utf8)
            guard let section = text.range(of: "## \(id)\n"),
                let range = text.range(of: opening + example.report + "```", range: section.upperBound..<text.endIndex)
            else { continue }
            try text.replacingCharacters(in: range, with: opening + report + "```")
                .write(to: url, atomically: true, encoding: .utf8)
        }
    }
}

extension Catalogue.Diagnostic: CustomTestStringConvertible {
    public var testDescription: String { id }
}

extension Catalogue.Sentence {
    /// Whether a text has the words of the sentence with anything in its holes.
    fileprivate func stands(in text: String) -> Bool {
        var rest = text[...]
        for case .text(let words) in parts {
            guard let found = rest.range(of: words) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}

/// Set EXEMPLAR_RECORD=1 to write what is reported over what is expected, then read the difference in git.
private let isRecording = ProcessInfo.processInfo.environment["EXEMPLAR_RECORD"] == "1"
