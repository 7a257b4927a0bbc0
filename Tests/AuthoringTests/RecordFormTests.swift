import Content
import Testing
import Text

@testable import Authoring

@Suite("A new record is a draft that explains itself and says what remains")
struct RecordFormTests {
    private func library(_ language: AuthorLanguage) async -> (files: [NewFile], names: LibraryNames) {
        let files = NewLibrary(language: language).files
        return (files, await Reading(files).names)
    }

    private static func id(_ kind: AuthoredKind) -> String {
        kind.recordKind?.isGroupedByPlace == true ? "example-city/new" : "new"
    }

    @Test(
        "a library is as sound with a new draft as before it",
        arguments: [RecordKind.place, .mechanism, .topic, .practice, .case, .page], AuthorLanguage.allCases)
    func drafts(kind: RecordKind, language: AuthorLanguage) async {
        let (files, names) = await library(language)
        let form = RecordForm(.record(kind), id: Self.id(.record(kind)), title: "新的：“一” #2", library: names)
        let reading = await Reading(files + [form.file])
        #expect(reading.problems == [])
        let drafts = await Reading(files + [form.file], includesDrafts: true)
        #expect(drafts.problems.allSatisfy { $0.contains(" placeholder ") }, "\(drafts.problems)")
        #expect(
            drafts.library.index.records[form.path].flatMap { drafts.library.header(of: $0) }?.title[0] == "新的：“一” #2")
    }

    @Test("check tells what remains of a practice, and which mechanisms there are stands above the field")
    func remains() async {
        let (files, names) = await library(.chinese)
        let file = RecordForm(.record(.practice), id: "example-city/new", library: names).file
        let reading = await Reading(files + [file], includesDrafts: true)
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        let marked = reading.problems.compactMap { $0.split(separator: ":").dropFirst().first.flatMap { Int($0) } }
        #expect(marked.map { String(lines[$0 - 1].prefix { $0 != ":" }) } == ["title", "problem", "mechanisms"])
        #expect(file.text.contains("# 本库已有：joint-meeting\nmechanisms: 【待填】机制的标识\n"))
        #expect(file.text.contains("\nplace: example-city\n"))
        #expect(file.text.contains("# 可选：reported＝当地说已经在做；proposed＝只是主张、建议\nmodality: reported\n"))
    }

    @Test(
        "every field stands in the record exactly once", arguments: AuthoredKind.allCases.filter(\.canBeNew),
        AuthorLanguage.allCases)
    func complete(kind: AuthoredKind, language: AuthorLanguage) async {
        let names = LibraryNames(languages: [language.rawValue])
        let text = RecordForm(kind, id: Self.id(kind), library: names).text()
        let keys = text.split(separator: "\n").filter { !$0.hasPrefix("#") && $0.contains(":") }
            .map { String($0.prefix { $0 != ":" }) }
        #expect(keys.sorted() == kind.fields.map(\.key).sorted())
    }

    @Test(
        "explanations are in the first language of the library",
        arguments: [
            ("zh-Hans", "要解决什么问题"), ("zh-Hant", "要解决什么问题"), ("en", "the problem it is meant to solve"),
            ("de", "the problem it is meant to solve"),
        ])
    func languages(tag: String, explanation: String) {
        let text = RecordForm(.record(.practice), id: "a/b", library: LibraryNames(languages: [tag])).text()
        #expect(text.contains(explanation))
    }

    @Test("sources, metrics and adoptions have no drafts: what they lack is an error until it is filled in")
    func withoutDrafts() async {
        let (files, names) = await library(.english)
        let source = RecordForm(.source, id: "notice", title: "Notice", library: names).file
        #expect(
            await Reading(files + [source]).problems.map { $0.split(separator: " ")[1] } == [
                "placeholder", "placeholder",
            ])
        let adoption = RecordForm(.record(.adoption), id: "new", library: names).file
        #expect(
            await Reading(files + [adoption]).problems.map { $0.split(separator: " ")[1] }
                == ["placeholder", "placeholder", "placeholder"])
    }

    @Test("a metric is added to the registry, and what stood there stays byte for byte")
    func metrics() async throws {
        let (files, names) = await library(.chinese)
        let old = try #require(files.first { $0.path == Metric.path })
        var form = RecordForm(.metric, id: "households", title: "户数", library: names)
        let registry = MetricRegistry(old.bytes)
        let added = NewFile(path: old.path, bytes: registry.adding(form))
        #expect(added.text.hasPrefix(old.text))
        let reading = await Reading(files.filter { $0.path != old.path } + [added])
        #expect(reading.library.metrics.map(\.id) == ["meetings-held", "households"])
        #expect(reading.problems.map { $0.split(separator: " ")[1] } == ["placeholder"])
        #expect(registry.contains("meetings-held") && !registry.contains("meetings"))
        form.id = "a"
        #expect(MetricRegistry(Array("b: {}".utf8)).adding(form).starts(with: "b: {}\n\na:\n".utf8))
    }
}
