import Testing

@testable import Content

@Suite("Readers say which fields they know")
struct KnownFieldTests {
    @Test("a mechanism has its fields, which of them are required, and which a translation may give")
    func mechanism() {
        #expect(
            KnownField.fields(of: .mechanism) == [
                KnownField(key: "title", isRequired: true, isTranslatable: true),
                KnownField(key: "aliases"), KnownField(key: "status"),
                KnownField(key: "reviewed", isTranslatable: true),
                KnownField(key: "kind", isRequired: true),
                KnownField(
                    key: "synonyms", isTranslatable: true,
                    entries: [KnownField(key: "name", isTranslatable: true)]),
            ])
    }

    @Test("the entries of a field have fields of their own")
    func entries() throws {
        let practice = KnownField.fields(of: .practice)
        let steps = try #require(practice.first { $0.key == "steps" })
        #expect(steps.entries.map(\.key) == ["from", "text", "by", "needs", "gives", "takes"])
        #expect(steps.entries.filter(\.isRequired).map(\.key) == ["text"])
        let who = try #require(practice.first { $0.key == "who" })
        #expect(who.entries.map(\.key) == ["name", "role", "level", "from"])
        #expect(
            practice.filter(\.isRequired).map(\.key) == ["title", "place", "problem", "mechanisms", "modality"])
    }

    @Test("metrics and sources as well")
    func data() {
        #expect(KnownField.fieldsOfMetric().filter(\.isRequired).map(\.key) == ["name", "definition", "kind"])
        #expect(
            KnownField.fieldsOfSource().filter(\.isRequired).map(\.key)
                == ["title", "outlet", "date", "language", "rights", "sha256"])
    }

    @Test("reading a record keeps no account of its fields")
    func reading() async {
        #expect(await Folder { Fixtures.panjin }.build().problems == [])
    }
}
