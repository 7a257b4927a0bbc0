import Content
import Diagnostics
import Foundation
import TestSupport
import Testing
import Text
import Yams

@testable import Changes

@Suite("What changed in the five-city library")
struct SeededEditTests {
    private static let reader = Reader()

    private static func library(of files: Files) async -> Library { await reader.library(files.tree) }

    @Test("an edit of one file changes exactly what it changes, and backwards as many things")
    func seeded() async throws {
        let files = Files(try await SiteTest.fiveCities().tree)
        let before = await Self.library(of: files)
        var found: [[String]] = []
        for edit in SeededEdit.all {
            let edited = try #require(files.replacing(edit.old, with: edit.new, in: edit.path), "\(edit.old)")
            let after = await Self.library(of: edited)
            found.append(changes(from: before, to: after).lines)
            #expect(changes(from: after, to: before).lines.count == found.last?.count, "\(edit.name)")
        }
        #expect(found.count > 40 && found.allSatisfy { !$0.isEmpty })
        if isRecording { return try SeededEdit.record(found) }
        for (edit, lines) in zip(SeededEdit.all, found) {
            #expect(lines == edit.changes, "\(edit.name)")
        }
    }

    @Test("files that are only written otherwise change nothing")
    func reformatted() async throws {
        let tree = try await SiteTest.fiveCities().tree
        var files = Files(tree)
        var counts: [String: Int] = [:]
        for file in tree.files where !file.path.hasPrefix("templates/") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            let kind = fileExtension(file.path)
            let other =
                switch kind {
                case "md": Self.otherMarkdown(text)
                case "yaml": try Self.otherYAML(text)
                case "csv": Self.otherTable(file.bytes)
                default: text
                }
            #expect(kind == "svg" || other != text, "\(file.path)")
            // A byte order mark, and the line ends of another system.
            files.files[file.path] = Array(("\u{FEFF}" + other.replacing("\n", with: "\r\n")).utf8)
            counts[kind, default: 0] += 1
        }
        #expect((counts["md"] ?? 0) > 100 && (counts["csv"] ?? 0) == 5 && (counts["yaml"] ?? 0) >= 4)
        let lines = changes(from: await Self.library(of: Files(tree)), to: await Self.library(of: files)).lines
        #expect(lines == [])
    }

    /// Keys in another order and quoted otherwise, lines of the text wrapped where that means nothing.
    private static func otherMarkdown(_ text: String) -> String {
        let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let yaml = try? otherYAML(String(parts[1])) else { return text }
        return "---\n" + yaml + "---\n" + wrapped(String(parts[2])) + "\n\n"
    }

    private static func otherYAML(_ text: String) throws -> String {
        guard let node = try compose(yaml: text, .basic) else { return text }
        return try serialize(node: quoted(node), allowUnicode: true, sortKeys: true)
    }

    private static func quoted(_ node: Node) -> Node {
        switch node {
        case .scalar(let scalar):
            Node(scalar.string, Tag(.str), .doubleQuoted)
        case .sequence(let sequence): .sequence(.init(sequence.map(quoted), Tag(.seq), .block))
        case .mapping(let mapping):
            .mapping(.init(mapping.map { (Node($0.key.string ?? ""), quoted($0.value)) }, Tag(.map), .block))
        case .alias: node
        }
    }

    /// Breaks paragraphs of Chinese between two characters, and others at a space, outside of links.
    private static func wrapped(_ text: String) -> String {
        func isHan(_ character: Character) -> Bool {
            character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let characters = Array(line)
            guard let first = characters.first, first.isLetter else { return String(line) }
            var result = ""
            var (column, depth) = (0, 0)
            for (index, character) in characters.enumerated() {
                if "[(".contains(character) { depth += 1 }
                if "])".contains(character) { depth -= 1 }
                column += 1
                let next = index + 1 < characters.count ? characters[index + 1] : " "
                if depth == 0, column > 24, character == " ", next.isLetter {
                    result += "\n"
                    column = 0
                    continue
                }
                result.append(character)
                if depth == 0, column > 24, isHan(character), isHan(next) {
                    result += "\n"
                    column = 0
                }
            }
            return result
        }.joined(separator: "\n")
    }

    /// Its columns the other way round, every cell in quotation marks.
    private static func otherTable(_ bytes: [UInt8]) -> String {
        var scanner = CSVScanner(bytes)
        var fields: [CSVScanner.Field] = []
        var rows: [String] = []
        while scanner.readRow(into: &fields) {
            let cells = fields.reversed().map { field -> String in
                let text = scanner.string(field)
                return text.isEmpty ? "" : "\"\(text.replacing("\"", with: "\"\""))\""
            }
            rows.append(cells.joined(separator: ","))
        }
        return rows.joined(separator: "\n") + "\n"
    }
}
