import Diagnostics
import Foundation
import Testing
import Text

@testable import Markdown

/// One input of a fixture file: `@@@ name` and the lines up to the next such line.
struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var input: [UInt8]

    var testDescription: String { name }

    static func load(_ file: String) throws -> [Example] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(file)")
        let text = try String(contentsOf: url, encoding: .utf8)
        return text.components(separatedBy: "@@@ ").dropFirst().map { part in
            let name = part.prefix { $0 != "\n" }
            return Example(name: String(name), input: Array(part.dropFirst(name.count + 1).utf8))
        }
    }
}

/// A Markdown program of this machine, to compare with.
struct Oracle {
    var command: String

    static let cmark = Oracle(command: "cmark")
    static let cmarkUnsafe = Oracle(command: "cmark --unsafe")
    static let gfm = Oracle(command: "cmark-gfm -e table -e strikethrough -e tasklist -e footnotes")

    /// Whether the program is installed; tests that need it are skipped if not.
    static func isInstalled(_ name: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }

    /// What the program makes of each input. One shell runs it over all of them.
    func render(_ inputs: [[UInt8]]) throws -> [[UInt8]] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "markdown-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (index, input) in inputs.enumerated() {
            try Data(input).write(to: folder.appending(path: "\(index).md"))
        }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.currentDirectoryURL = folder
        process.arguments = ["-c", "for f in *.md; do \(command) \"$f\" > \"${f%.md}.html\" || exit 1; done"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try inputs.indices.map { Array(try Data(contentsOf: folder.appending(path: "\($0).html"))) }
    }
}

/// A text read with its diagnostics.
struct Reading {
    var document: MarkdownDocument
    var diagnostics: [Diagnostic] = []
    let source: [UInt8]

    init(_ source: [UInt8], _ options: MarkdownOptions = MarkdownOptions(), inline: Bool = false) {
        self.source = source
        document =
            inline
            ? MarkdownDocument(parsingInline: source, options: options, path: "a.md", diagnostics: &diagnostics)
            : MarkdownDocument(parsing: source, options: options, path: "a.md", diagnostics: &diagnostics)
    }

    init(_ source: String, _ options: MarkdownOptions = MarkdownOptions(), inline: Bool = false) {
        self.init(Array(source.utf8), options, inline: inline)
    }

    var html: String { String(decoding: document.plainHTML(), as: UTF8.self) }

    func text(_ span: SourceSpan) -> String { String(decoding: source[span.range], as: UTF8.self) }

    /// Code and covered text of each diagnostic, in reading order.
    var problems: [String] { diagnostics.sorted().map { "\($0.code.rawValue): \(text($0.span))" } }
}

extension [UInt8] {
    /// Without the anchors of headings, which no other program writes.
    var withoutAnchors: [UInt8] {
        var text = String(decoding: self, as: UTF8.self)
        for level in 1...6 {
            text = text.components(separatedBy: "<h\(level) id=\"").enumerated().map { index, part in
                index == 0 ? part : "<h\(level)" + part.drop { $0 != "\"" }.dropFirst()
            }.joined()
        }
        return Array(text.utf8)
    }
}

/// A page that resolves links by a function and frames blocks.
struct TestPage: DocumentPage {
    private var output: [UInt8] = []
    private let resolve: (MarkdownLink) -> ResolvedLink
    /// The links that were closed, in order.
    private(set) var closed: [String] = []

    init(_ resolve: @escaping (MarkdownLink) -> ResolvedLink) { self.resolve = resolve }

    var text: String { String(decoding: output, as: UTF8.self) }

    mutating func write(html: [UInt8]) { output += html }
    func resolve(_ link: MarkdownLink) -> ResolvedLink { resolve(link) }
    mutating func close(_ link: MarkdownLink) { closed.append(link.destination) }
    mutating func draw(_ block: FencedBlock) { output += "<figure>\(block.content)</figure>\n".utf8 }
    mutating func write(_ callout: CalloutKind) { output += callout.englishTitle.utf8 }
}
