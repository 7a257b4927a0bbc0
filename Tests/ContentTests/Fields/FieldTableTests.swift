import Foundation
import Testing

@testable import Content

@Suite("docs/content-model.md lists every field of every kind")
struct FieldTableTests {
    private static let begin = "<!-- The lists of fields: EXEMPLAR_RECORD=1 swift test --filter FieldTableTests -->\n"
    private static let end = "<!-- End of the lists of fields -->\n"

    @Test("the tables are those of the lists in the model")
    func tables() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/content-model.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        let start = try #require(text.range(of: Self.begin)).upperBound
        let end = try #require(text.range(of: Self.end)).lowerBound
        if ProcessInfo.processInfo.environment["EXEMPLAR_RECORD"] == "1" {
            try text.replacingCharacters(in: start..<end, with: Self.tables).write(
                to: url, atomically: true, encoding: .utf8)
        } else {
            #expect(String(text[start..<end]) == Self.tables)
        }
    }

    private static var tables: String {
        let kinds: [(String, [KnownField])] =
            RecordKind.allCases.map { ($0.rawValue, KnownField.fields(of: $0)) } + [
                ("metric", Metric.knownFields), ("term", GlossaryTerm.knownFields), ("source", Source.knownFields),
                ("task", PlanTask.knownFields), ("checkpoint", Checkpoint.knownFields),
                ("correction", Correction.knownFields), ("wording", Wording.knownFields),
                ("person", PersonTitle.knownFields),
            ]
        let rows = kinds.map { name, fields in "| \(name) | \(fields.map(description).joined(separator: ", ")) |\n" }
        return "| kind | fields |\n|---|---|\n" + rows.joined()
    }

    private static func description(_ field: KnownField) -> String {
        let name = "`\(field.key)`" + (field.isRequired ? "*" : "")
        return meaning(field).map { "\(name) (\($0))" } ?? name
    }

    /// What stands in the field, if it is not just a text.
    private static func meaning(_ field: KnownField) -> String? {
        let words = field.words.joined(separator: " · ")
        switch field.shape {
        case .text, .localized, .prose: return nil
        case .texts: return "texts"
        case .word: return words
        case .boolean: return "true · false"
        case .date: return words.isEmpty ? "date" : "date, or \(words)"
        case .period, .year, .figure, .statement, .statements: return field.shape.rawValue
        case .integer, .decimal: return "number"
        case .reference: return field.reference.map { "a \($0.rawValue)" } ?? "id"
        case .references: return field.reference.map { "\($0.rawValue)s, by id" } ?? "ids"
        case .locators: return "locators"
        case .entry, .entries, .body:
            // The words of a list of words are those of its entries.
            guard words.isEmpty else {
                return "words, see *Fit*: " + field.entries.map { "`\($0.key)`" }.joined(separator: ", ")
            }
            return "{" + field.entries.map(description).joined(separator: ", ") + "}"
        }
    }
}
