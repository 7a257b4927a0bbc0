import Testing

@testable import Content

@Suite("The lists of fields say which fields a record has, and what they are")
struct KnownFieldTests {
    /// A field as `key: shape`, with a star where it is required and an L where a translation may give its own.
    private func lines(_ fields: [KnownField]) -> [String] {
        fields.map { field in
            "\(field.key)\(field.isRequired ? "*" : "")\(field.isTranslatable ? "ᴸ" : ""): \(field.shape.rawValue)"
                + (field.entries.isEmpty ? "" : " {" + lines(field.entries).joined(separator: ", ") + "}")
        }
    }

    @Test("a mechanism has its fields, which of them are required, and which a translation may give")
    func mechanism() {
        #expect(
            lines(KnownField.fields(of: .mechanism)) == [
                "title*ᴸ: localized", "aliases: texts", "status: word", "reviewed: date", "published-contacts: texts",
                "kind*: word",
                "synonymsᴸ: entries {nameᴸ: localized}",
                "alsoᴸ: entries {nameᴸ: localized}",
                "placesᴸ: entries {place*: reference, is*: word, from*: locators, inferred: boolean, reasonᴸ: localized}",
            ])
    }

    @Test("the entries of a field have fields of their own")
    func entries() throws {
        let practice = KnownField.fields(of: .practice)
        let steps = try #require(practice.first { $0.key == "steps" })
        #expect(
            lines(steps.entries) == [
                "text*ᴸ: prose", "from: locators", "inferred: boolean", "reasonᴸ: localized", "by: texts",
                "needsᴸ: localized", "givesᴸ: localized", "takesᴸ: localized",
            ])
        #expect(steps.shorthand == "text")
        let who = try #require(practice.first { $0.key == "who" })
        #expect(
            lines(who.entries) == [
                "name*ᴸ: localized", "roleᴸ: localized", "level: word", "from: locators", "inferred: boolean",
                "reasonᴸ: localized",
            ])
        #expect(
            practice.filter(\.isRequired).map(\.key) == ["title", "place", "modality", "problem", "mechanisms"])
    }

    @Test("a field tells its words, and what its ids name")
    func values() throws {
        let fields = KnownField.fields(of: .practice)
        let modality = try #require(fields.first { $0.key == "modality" })
        #expect(modality.words == ["reported", "proposed"])
        let levels = try #require(fields.first { $0.key == "levels" })
        #expect(levels.words == Level.allCases.map(\.rawValue))
        #expect(levels.entries.first?.words == levels.words)
        #expect(fields.compactMap(\.reference) == [.place, .mechanism, .topic, .observation])
    }

    @Test("metrics and sources as well")
    func data() {
        #expect(Metric.knownFields.filter(\.isRequired).map(\.key) == ["name", "definition", "kind"])
        #expect(
            Source.knownFields.filter(\.isRequired).map(\.key)
                == ["title", "outlet", "date", "language", "rights", "sha256"])
    }
}
