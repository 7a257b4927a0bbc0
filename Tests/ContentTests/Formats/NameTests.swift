import Testing

@testable import Content

@Suite("A locator names source, paragraph and sentence")
struct LocatorTests {
    @Test(
        arguments: [
            ("roundtable-2025#P25", "roundtable-2025", 25, nil, "P25"),
            ("roundtable-2025#P25.S2", "roundtable-2025", 25, 2, "P25.S2"), ("a#P1.S10", "a", 1, 10, "P1.S10"),
        ] as [(String, String, Int, Int?, String)])
    func locators(text: String, source: String, paragraph: Int, sentence: Int?, place: String) throws {
        let locator = try #require(Locator(text))
        #expect(locator.source == source)
        #expect(locator.paragraph == paragraph)
        #expect(locator.sentence == sentence)
        #expect(locator.place == place)
    }

    @Test(arguments: [
        "", "roundtable-2025", "#", "a#", "a#25", "a#p25", "a#P", "a#P0", "a#P-1", "a#P1.", "a#P1.S", "a#P1.S0",
        "a#P1.2", "a#S2", "a#P1.S2.S3", "a#P1#S2", "a#P1 ", "a#P25-S2", "a#P9999999", "a#P一", "P25.S2",
    ])
    func noLocators(text: String) {
        #expect(Locator(text) == nil)
    }

    @Test("where the source is known, its name may be left out but not be another")
    func withTheSourceGiven() {
        #expect(Locator("P25.S2", source: "a") == Locator("a#P25.S2"))
        #expect(Locator("a#P25.S2", source: "a") == Locator("a#P25.S2"))
        #expect(Locator("b#P25.S2", source: "a") == nil)
        #expect(Locator("", source: "a") == nil)
    }
}

@Suite("An id is lower-case ASCII letters, digits and single hyphens between them")
struct IDTests {
    @Test(arguments: ["a", "7", "three-grids", "1-4-n", "a-b-c", "roundtable-2025"])
    func ids(text: String) {
        #expect(isValidID(text))
    }

    @Test(arguments: ["", "-", "-a", "a-", "a--b", "A", "three_grids", "three grids", "a.b", "a/b", "盘锦", "é", "a\n"])
    func noIDs(text: String) {
        #expect(!isValidID(text))
    }
}

@Suite("The words of the content model are the words of the program")
struct VocabularyTests {
    private func words<Word: Vocabulary>(_ type: Word.Type) -> String {
        type.allCases.map(\.rawValue).joined(separator: " · ")
    }

    @Test func everyListIsTheOneThatIsDocumented() {
        #expect(words(Level.self) == "province · city · district · county · street · community")
        #expect(words(Modality.self) == "reported · proposed")
        #expect(words(Status.self) == "draft · published · archived")
        #expect(
            words(MechanismKind.self)
                == "coordination · meeting · list · grid · hotline · ict · fund · role · facility · incentive"
                + " · appraisal · deliberation · document")
        #expect(words(TopicKind.self) == "problem · target-group")
        #expect(words(MetricKind.self) == "count · share · change · duration · availability · money · index")
        #expect(words(MetricDirection.self) == "higher · lower · neutral")
        #expect(words(ObservationRole.self) == "structure · action · result · baseline · target · checkpoint")
        #expect(
            words(Qualifier.self)
                == "exact · more-than · at-least · less-than · at-most · about · nearly · rounded · range")
        #expect(words(TaskOperator.self) == "exact · at-least · at-most")
        #expect(words(CheckpointStatus.self) == "not-started · on-track · lagging · done · stopped · not-reported")
        #expect(words(Rights.self) == "full · quotes · reference")
    }

    @Test("the seventeen items stand in the order of the content model")
    func items() {
        #expect(
            PracticeItem.allCases.map(\.rawValue) == [
                "name", "why", "logic", "materials", "steps", "who", "where", "when", "cost", "staff", "fit", "changes",
                "monitoring", "results", "baseline", "risks", "contact",
            ])
        #expect(PracticeItem.allCases.count == 17)
    }
}
