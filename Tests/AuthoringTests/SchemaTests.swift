import Content
import Diagnostics
import Disk
import Foundation
import Testing
import Text
import Yams

@testable import Authoring

@Suite("A schema says of one file what the parsers say")
struct SchemaTests {
    private static let library = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func validator(_ kind: AuthoredKind, isTranslation: Bool = false) -> SchemaValidator {
        let languages = ["zh-Hans", "en"]
        return SchemaValidator(
            root: RecordSchema(kind, language: .english, isTranslation: isTranslation, languages: languages).json)
    }

    /// The front matter of a record, or the whole of a YAML file.
    private func value(_ text: String, isRecord: Bool) throws -> JSON {
        let yaml = isRecord ? String(text.components(separatedBy: "---\n")[1]) : text
        return try compose(yaml: yaml).map { JSON($0) } ?? .null
    }

    /// The kind of a file by its path, and whether it is a translation.
    private func kind(of path: String) -> (kind: AuthoredKind, isTranslation: Bool)? {
        let folders = path.split(separator: "/").map(String.init)
        if path.hasSuffix(".md"), folders.first == "content" {
            let kind = RecordKind.allCases.first { $0.folder == (folders.count == 2 ? "" : folders[1]) }
            return kind.map { (.record($0), folders[folders.count - 1].split(separator: ".").count > 2) }
        }
        if folders.first == "seeds", path.hasSuffix("source.yaml") { return (.source, false) }
        return AuthoredKind.allCases.first { $0.pathPattern == path }.map { ($0, false) }
    }

    @Test("every record of the five cities satisfies the schema of its kind, and so does its translation")
    func fiveCities() throws {
        var count = 0
        for file in try scan(folder: Self.library.path).files {
            guard let (kind, isTranslation) = kind(of: file.path) else { continue }
            count += 1
            let value = try value(String(decoding: file.bytes, as: UTF8.self), isRecord: kind.recordKind != nil)
            #expect(Self.validator(kind, isTranslation: isTranslation).problems(value) == [], "\(file.path)")
        }
        #expect(count > 150)
    }

    @Test("so does every new record, with all that is still to be filled in", arguments: AuthorLanguage.allCases)
    func newRecords(language: AuthorLanguage) throws {
        let names = LibraryNames(languages: [language.rawValue])
        for kind in AuthoredKind.allCases where kind.canBeNew {
            let form = RecordForm(kind, id: "a/b", library: names)
            let text = kind == .metric ? form.metricEntry.replacing("a/b:", with: "a:") : form.file.text
            let problems = Self.validator(kind).problems(try value(text, isRecord: kind.recordKind != nil))
            #expect(problems == [], "\(kind.rawValue)")
        }
        for file in NewLibrary(language: language).files {
            guard let (kind, _) = kind(of: file.path) else { continue }
            let value = try value(file.text, isRecord: kind.recordKind != nil)
            let schema = RecordSchema(kind, language: language)
            #expect(SchemaValidator(root: schema.json).problems(value) == [], "\(file.path)")
        }
    }

    private static let practice = """
        title: {zh-Hans: 议事, en: Talk}
        place: linan
        problem: {text: 没人管, from: notice#P1.S2}
        mechanisms: [grid]
        modality: reported
        steps: [{text: 一, by: 街道}, 二]
        who: [居委会, {name: 街道, level: street}]
        levels: [city, {is: street, from: [notice#P2]}]
        cost:
        reviewed: 2025-03-01

        """

    @Test(
        "what a reader refuses in a practice, its schema refuses at the same place",
        arguments: [
            ("place: linan", "place: Lin An", "/place: anyOf"),
            ("place: linan\n", "", "/place: required"),
            ("place: linan", "place:", "/place: type"),
            ("title: {zh-Hans: 议事, en: Talk}", "title: {en: Talk}", "/title: anyOf"),
            ("title: {zh-Hans: 议事, en: Talk}", "title: {zh-Hans: 议事, fr: Parler}", "/title: anyOf"),
            ("title: {zh-Hans: 议事, en: Talk}", "title: \"\"", "/title: anyOf"),
            ("notice#P1.S2", "notice, page 1", "/problem: anyOf"),
            ("mechanisms: [grid]", "mechanisms: []", "/mechanisms: anyOf"),
            ("modality: reported", "modality: done", "/modality: anyOf"), ("by: 街道", "buy: 街道", "/steps: anyOf"),
            ("level: street", "level: strete", "/who: anyOf"), ("is: street", "is: road", "/levels: anyOf"),
            ("{text: 没人管, from: notice#P1.S2}", "[一, 二]", "/problem: anyOf"),
            ("2025-03-01", "2025-02-30", "/reviewed: anyOf"), ("cost:", "costs: 一", "/costs: unknown"),
            ("cost:", "cost: {text: [一]}", "/cost: anyOf"),
        ])
    func broken(sound: String, broken: String, problem: String) async throws {
        let text = Self.practice.replacing(sound, with: broken)
        #expect(text != Self.practice)
        let validator = Self.validator(.record(.practice))
        let soundValue = try value(Self.practice, isRecord: false)
        #expect(validator.problems(soundValue) == [])
        let found = Set(validator.problems(try value(text, isRecord: false)).map { $0.replacing(": $ref", with: "") })
        let simple = Set(found.map { $0.replacing(": pattern", with: ": anyOf") })
        #expect(simple.contains(problem), "\(found)")
        // The parser finds something too, which it does not find in the sound record.
        func codes(_ text: String) async -> Set<String> {
            let settings = NewFile(path: "exemplar.yaml", text: "title: 库\nlanguages: [zh-Hans, en]\n")
            let record = NewFile(path: "content/practices/linan/a.md", text: "---\n" + text + "---\n")
            let problems = await Reading([settings, record]).problems
            return Set(problems.map { String($0.split(separator: " ", maxSplits: 1)[1]) })
        }
        #expect(!(await codes(text)).subtracting(await codes(Self.practice)).isEmpty)
    }

    @Test("a translation gives only texts, as texts; nothing is required")
    func translations() throws {
        let validator = Self.validator(.record(.practice), isTranslation: true)
        func problems(_ text: String) throws -> [String] { validator.problems(try value(text, isRecord: false)) }
        #expect(try problems("{}") == [])
        #expect(
            try problems(
                "{title: Talk, problem: Nobody cares, steps: [{text: One, needs: A list}, ~, Two], cost: {text: x}}"
            ) == [])
        #expect(try problems("{who: [The committee, {role: calls}]}") == [])
        for broken in [
            "modality: reported", "reviewed: 2025-03-01", "place: linan", "levels: [city]",
            "steps: [{text: x, from: a#P1}]",
            "title: {en: x}", "problem: {text: x, from: a#P1}", "who: [{name: x, level: city}]",
        ] {
            #expect(try !problems(broken).isEmpty, "\(broken)")
        }
    }

    @Test("fields are described as in a new record, words with what they mean, and examples are values")
    func descriptions() {
        let schema = RecordSchema(.record(.practice), language: .chinese).json
        #expect(schema["description"] == "content/practices/*/*.md")
        let modality = schema["properties"]?["modality"]
        #expect(
            modality?["description"] == .string("已经在做，还是只是主张（必填）\n可选：reported＝当地说已经在做；proposed＝只是主张、建议"))
        #expect(
            modality?["anyOf"]
                == [
                    .object(["const": "reported", "description": "当地说已经在做"]),
                    .object(["const": "proposed", "description": "只是主张、建议"]),
                ])
        #expect(
            schema["properties"]?["steps"]?["examples"]
                == [[.object(["text": "每周二召集各单位碰头", "by": "居委会", "from": "来源标识#P1.S2"])]])
        let fields = schema["properties"]?.members.map(\.name).sorted()
        #expect(fields == AuthoredKind.record(.practice).fields.map(\.key).sorted())
        #expect(
            schema["required"] == ["title", "place", "problem", "mechanisms", "modality"])
    }
}
