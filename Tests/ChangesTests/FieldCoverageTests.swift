import Authoring
import Diagnostics
import Markdown
import Site
import TestSupport
import Testing
import Text

@testable import Content

@Suite("Every field of every kind is compared and has a name")
struct FieldCoverageTests {
    @Test("another value of any field is one change, which leads to it", arguments: ComparedKind.all.map(\.kind.name))
    func everyField(kind: String) throws {
        let fields = try #require(ComparedKind.all.first { $0.kind.name == kind }).fields
        for (path, field) in Self.paths(fields) {
            var comparison = FieldComparison(old: ["zh-Hans"], new: ["zh-Hans"])
            comparison.compare(path[0], Self.value(of: path, "甲"), Self.value(of: path, "乙"))
            // With another id, number or word that it is known by, an entry is another entry: one is gone, one is new.
            if path.count > 1, path[0].identityOfEntries == 0, path[1] == path[0].entries.first {
                #expect(comparison.changes.count == 2, "\(kind): \(path.map(\.key))")
                continue
            }
            #expect(comparison.changes.count == 1, "\(kind): \(path.map(\.key))")
            #expect(comparison.changes.first?.path.map(\.field.key) == path.map(\.key), "\(kind)")
            #expect(comparison.changes.first?.path.last?.field == field)
        }
    }

    @Test("each record tells all the fields of its kind, and the settings hold what their file says")
    func recordsHaveThem() async throws {
        let library = try await SiteTest.fiveCities().site.library
        let fields = Dictionary(uniqueKeysWithValues: ComparedKind.all.map { ($0.kind, $0.fields) })
        var kinds: Set<String> = []
        for record in library.comparedRecords {
            #expect(record.fields().map(\.field) == fields[record.kind])
            kinds.insert(record.kind.name)
        }
        #expect(
            kinds == [
                "settings", "home", "place", "mechanism", "topic", "practice", "case", "page", "adoption",
                "observation",
                "metric", "term", "task", "source",
            ])
        let settings = try #require(library.comparedRecords.first)
        let said = settings.fields().filter { !$0.field.said($0.value, in: library.languages).isEmpty }
        #expect(
            said.map(\.field.key) == [
                "id", "title", "description", "languages", "base-url", "publisher", "embed", "raw-html",
                "allowed-numbers", "output",
            ])
    }

    @Test("the guide has a name for each in both languages")
    func labels() {
        for language in AuthorLanguage.allCases {
            for (kind, fields) in ComparedKind.all {
                for (path, _) in Self.paths(fields) {
                    let keys = path.map(\.labelKey)
                    let label = AuthorGuide.embedded.label(of: keys, in: kind.name, language: language)
                    #expect(label != keys.last, "\(language) \(kind.name).\(keys.joined(separator: "."))")
                }
            }
        }
    }

    /// Each field that holds something itself, with the fields around it.
    private static func paths(_ fields: [KnownField]) -> [(path: [KnownField], field: KnownField)] {
        fields.flatMap { field -> [(path: [KnownField], field: KnownField)] in
            guard !field.entries.isEmpty else { return [([field], field)] }
            return paths(field.entries).map { ([field] + $0.path, $0.field) }
        }
    }

    /// A record's value in which the field at the end of the path says something, and others of its entry are the same.
    private static func value(of path: [KnownField], _ text: String) -> FieldValue {
        guard path.count > 1 else { return leaf(path[0], text) }
        let values = path[0].entries.map { $0 == path[1] ? value(of: Array(path.dropFirst()), text) : .none }
        return .entries([FieldEntryValues(fields: path[0].entries, values: values)])
    }

    private static func leaf(_ field: KnownField, _ text: String) -> FieldValue {
        switch field.shape {
        case .text, .word, .date, .period, .figure: return .text(text)
        case .texts: return .texts([text])
        case .integer, .year: return .integer(text == "甲" ? 1 : 2)
        case .decimal: return .decimal(text == "甲" ? 0.5 : 0.25)
        case .boolean: return .boolean(text == "甲")
        case .reference, .references, .locators:
            return .references([Reference(id: text, span: SourceSpan(path: "", range: 0..<0))])
        case .localized: return .localized(Localized([text]))
        case .prose, .body:
            var problems: [Diagnostic] = []
            return .prose(
                Localized([
                    MarkdownDocument(parsingInline: Array(text.utf8), path: "", diagnostics: &problems)
                ]))
        case .statement, .statements, .entry, .entries: return .none
        }
    }
}
