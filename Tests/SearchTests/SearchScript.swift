import Diagnostics
import Foundation
import Search
import Site
import TestSupport
import Testing
import Text

/// The search script of the browser, run in Node over an index on disk.
struct SearchScript {
    static let isRunnable = node != nil
    static let hint: Comment = "node is not installed: apt-get install nodejs"

    private static let node: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/node" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    private let folder: URL

    /// Writes the files of an index.
    init(_ files: [(path: String, bytes: [UInt8])]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "exemplar-search-\(UUID().uuidString)")
        for (path, bytes) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        var diagnostics: [Diagnostic] = []
        let templates = TemplateSet(overrides: SourceTree(files: []), languages: [], diagnostics: &diagnostics)
        let script = try #require(templates.assets.first { $0.name == "search-core.js" })
        try Data(script.bytes).write(to: folder.appending(path: script.name))
    }

    /// Writes an index of pages.
    init(_ documents: [SearchDocument], settings: SearchSettings, jobs: Int = 2) async throws {
        let index = await buildSearchIndex(count: documents.count, settings: settings, jobs: jobs) { documents[$0] }
        try self.init(index.paths.enumerated().map { number, path in (path, index.bytes(number) { documents[$0] }) })
    }

    func removeIndex() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Removes a file of the index, as a stick that was pulled out would.
    func remove(prefix: String) throws {
        let folder = folder.appending(path: "search")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasPrefix(prefix) {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    struct Request: Encodable {
        var terms: [String] = []
        var queries: [Query] = []
    }

    struct Query: Encodable {
        var text: String
        var language = "zh-Hans"
        var facets: [String: [String]] = [:]

        func encode(to encoder: any Encoder) throws {
            var list = encoder.unkeyedContainer()
            try list.encode(text)
            try list.encode(Options(language: language, facets: facets))
        }

        struct Options: Encodable {
            var language: String
            var facets: [String: [String]]
        }
    }

    struct Reply: Decodable {
        var terms: [[String]]
        var queries: [Answer]
        var loaded: [String]
    }

    struct Answer: Decodable {
        var error: String?
        var total: Int?
        var results: [Result]?
        var facets: [Facet]?
        var others: [Other]?
        var relaxed: Bool?
        var widened: Bool?
        var missing: [String]?
        var phrases: [String]?
        var mended: [[String]]?
        var near: Near?
    }

    struct Result: Decodable {
        var path: String
        var anchor: String
        var title: [Part]
        var heading: [Part]
        var snippet: [Part]

        var place: String { anchor.isEmpty ? path : "\(path)#\(anchor)" }
        var markedSnippet: String { snippet.map(\.marked).joined() }
        var markedTitle: String { title.map(\.marked).joined() }
    }

    /// A piece of text, and whether it is marked.
    struct Part: Decodable {
        var text: String
        var isMarked: Bool
        var marked: String { isMarked ? "[\(text)]" : text }

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            text = try list.decode(String.self)
            isMarked = try list.decode(Bool.self)
        }
    }

    struct Facet: Decodable {
        var id: String
        var values: [Value]

        struct Value: Decodable {
            var id: String
            var count: Int
        }
    }

    struct Other: Decodable, Equatable {
        var language: String
        var count: Int
    }

    struct Near: Decodable {
        var words: [String]
        var pages: [Result]
    }

    func run(_ request: Request) throws -> Reply {
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.node))
        process.arguments = [
            Repository.folder.appending(path: "Tests/SearchTests/Fixtures/run.js").path,
            folder.appending(path: "search-core.js").path, folder.path,
        ]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(try JSONEncoder().encode(request))
        try input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(Reply.self, from: data)
    }

    func answers(_ queries: Query...) throws -> [Answer] {
        try run(Request(queries: queries)).queries
    }
}
