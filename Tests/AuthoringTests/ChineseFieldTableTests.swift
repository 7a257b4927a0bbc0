import Content
import Diagnostics
import Embedded
import Foundation
import TestSupport
import Testing
import Yams

@testable import Authoring

@Suite("docs/content-model.zh.md lists every field of every kind, in the words that authors are told")
struct ChineseFieldTableTests {
    private static let begin =
        "<!-- The lists of fields: EXEMPLAR_RECORD=1 swift test --filter ChineseFieldTableTests -->\n"
    private static let end = "<!-- End of the lists of fields -->\n"

    @Test("the tables are those of the lists in the model")
    func tables() throws {
        let url = Repository.folder.appending(path: "docs/content-model.zh.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        let start = try #require(text.range(of: Self.begin)).upperBound
        let end = try #require(text.range(of: Self.end)).lowerBound
        let tables = try ChineseFields().tables
        if Repository.isRecording {
            try text.replacingCharacters(in: start..<end, with: tables).write(
                to: url, atomically: true, encoding: .utf8)
        } else {
            #expect(String(text[start..<end]) == tables)
        }
    }
}

/// The fields of records and tables: what they are called, what stands in them, what they are for.
private struct ChineseFields {
    /// What readers are told, for words that the guide for authors does not explain.
    private let strings: [String: Any]

    init() throws {
        let texts = try Yams.load(yaml: embeddedText("strings/zh-Hans.yaml") ?? "")
        strings = try #require(texts as? [String: Any])
    }

    /// A table for each kind. Settings have a document of their own; the columns of figures stand in the text.
    var tables: String {
        let kinds = ComparedKind.all.filter { $0.kind != .settings && $0.kind != .figure }
        return kinds.map { kind, fields in
            let told = AuthoredKind(rawValue: kind.name).map { AuthorGuide.embedded.fields(of: $0, in: .chinese) }
            let rows = fields.filter { $0.shape != .body }.map { lines($0, told ?? [], below: [], in: kind.name) }
            return "\n### \(kind.noun.text(in: .zh))（`\(kind.name)`）\n\n"
                + "| 键 | 名称 | 怎样写 | 说明 |\n|---|---|---|---|\n" + rows.joined()
        }.joined() + "\n"
    }

    /// A field, and those of its entries.
    ///
    /// - Parameter told: what the guide says of the fields beside it.
    private func lines(_ field: KnownField, _ told: [GuidedField], below keys: [String], in kind: String) -> String {
        let keys = keys + [field.key]
        let told = told.first { $0.key == field.key }
        let name = AuthorGuide.embedded.label(of: keys, in: kind, language: .chinese)
        let meaning = told?.text.explanation ?? ""
        let line =
            "| `\(keys.joined(separator: "."))`\(field.isRequired ? "*" : "") | \(name) | \(form(field, told)) "
            + "| \(meaning == name ? "" : meaning) |\n"
        guard field.shape == .entries || field.shape == .entry, field.words.isEmpty else { return line }
        return line + field.entries.map { lines($0, told?.entries ?? [], below: keys, in: kind) }.joined()
    }

    /// What stands in the field.
    private func form(_ field: KnownField, _ told: GuidedField?) -> String {
        let words = field.words.map { word($0, of: field, told) }.joined(separator: "、")
        switch field.shape {
        case .text, .localized, .prose, .body: return "文字"
        case .texts: return "文字，可以几条"
        case .word, .boolean: return words
        case .date: return field.words.isEmpty ? "日期" : "日期，或\(words)"
        case .period: return "时段"
        case .year: return "年份"
        case .integer, .decimal: return "数"
        case .figure: return "数字"
        case .reference: return id(of: field.reference)
        case .references: return id(of: field.reference) + "，可以几个"
        case .locators: return "出处，可以几处"
        case .statement: return "陈述"
        case .statements: return "陈述，可以几条"
        case .entry, .entries:
            guard field.words.isEmpty else {
                return words + "；每条可以写" + field.entries.map { "`\($0.key)`" }.joined(separator: "、")
            }
            return field.shape == .entry ? "各项如下" : "各项如下，可以几条"
        }
    }

    private func id(of kind: ReferenceKind?) -> String { kind.map { $0.noun.text(in: .zh) + "的标识" } ?? "标识" }

    /// A word of a fixed list, with its meaning if there is one.
    private func word(_ word: String, of field: KnownField, _ told: GuidedField?) -> String {
        let explained = told?.words.first { $0.word == word && $0.text.meaning != word }?.text.meaning
        let meaning = explained ?? (strings["\(field.wordLabels)-\(word)"] as? String)
        return meaning.map { "`\(word)`（\($0)）" } ?? "`\(word)`"
    }
}
