import Content

/// A small library that builds at once: one place, one practice, one case, and the figure and source they rest
/// on, all made up and marked as examples to be replaced.
package struct NewLibrary: Sendable {
    package var language: AuthorLanguage
    package var title: String?

    package init(language: AuthorLanguage, title: String? = nil) {
        (self.language, self.title) = (language, title)
    }

    package var files: [NewFile] {
        [
            NewFile(path: Configuration.fileName, text: settings),
            NewFile(path: "README.md", text: ExampleTexts.readme[language]),
            NewFile(path: "content/index.md", text: home),
            record(.place, "example-city", ["level": .text("city")], body: ExampleTexts.placeBody),
            record(.mechanism, "joint-meeting", ["kind": .text("meeting")], body: ExampleTexts.mechanismBody),
            record(.topic, "estate-repairs", ["kind": .text("problem")], body: ExampleTexts.topicBody),
            record(.practice, "example-city/joint-meeting", practice, body: ExampleTexts.practiceBody),
            record(.case, "example-city/leaking-roof", study, body: ExampleTexts.caseBody),
            metrics,
            NewFile(path: "content/metrics/observations.csv", rows: [TableHeader.observations, observation]),
            NewFile(path: "content/plans/tasks.csv", rows: [TableHeader.tasks]),
            NewFile(path: "content/plans/checkpoints.csv", rows: [TableHeader.checkpoints]),
            NewFile(path: "originals/example.txt", text: ExampleTexts.document[language]),
            source,
        ]
    }

    private var names: LibraryNames { LibraryNames(languages: [language.rawValue]) }

    private var settings: String {
        let values = [title ?? ExampleTexts.title[language], ExampleTexts.description[language]].map { yamlScalar($0) }
        return ExampleTexts.settings[language]
            .replacing("TITLE", with: values[0]).replacing("DESCRIPTION", with: values[1])
    }

    private var home: String {
        "---\ntitle: \(yamlScalar(title ?? ExampleTexts.title[language]))\n"
            + "summary: \(yamlScalar(ExampleTexts.description[language]))\n---\n\n"
            + ExampleTexts.homeBody[language]
    }

    private func record(
        _ kind: RecordForm.Kind, _ id: String, _ values: [String: YAMLValue], body: Phrase
    ) -> NewFile {
        let form = RecordForm(kind, id: id, title: ExampleTexts.titles[kind]?[language], library: names)
        let published = values.merging(["status": .text("published")]) { first, _ in first }
        return NewFile(path: form.path, text: form.text(values: published, body: body[language]))
    }

    private var practice: [String: YAMLValue] {
        [
            "problem": stated(ExampleTexts.problem, "P2.S2"),
            "mechanisms": .words(["joint-meeting"]),
            "topics": .words(["estate-repairs"]),
            "summary": .text(ExampleTexts.summary[language]),
            "steps": .list(ExampleTexts.steps.map { stated($0.text, $0.place) }),
            "who": .list([
                .mapping([
                    ("name", .text(ExampleTexts.actor[language])), ("role", .text(ExampleTexts.actorRole[language])),
                    ("level", .text("community")), ("from", .text("example#" + locator("P2.S1"))),
                ])
            ]),
            "outcomes": .words(["example-meetings"]),
        ]
    }

    private var study: [String: YAMLValue] {
        [
            "practice": .text("example-city/joint-meeting"),
            "problem": stated(ExampleTexts.caseProblem, "P3.S1"),
            "response": stated(ExampleTexts.response, "P3.S2"),
            "result": stated(ExampleTexts.result, "P3.S2"),
            "topics": .words(["estate-repairs"]),
        ]
    }

    private func stated(_ text: Phrase, _ place: String) -> YAMLValue {
        .mapping([("text", .text(text[language])), ("from", .text("example#" + locator(place)))])
    }

    /// Sentences are counted by the Chinese full stop, so an English paragraph is cited as a whole.
    private func locator(_ place: String) -> String {
        language == .chinese ? place : String(place.prefix { $0 != "." })
    }

    private var metrics: NewFile {
        let form = RecordForm(
            .metric, id: "meetings-held", title: ExampleTexts.metric[language], library: names)
        let values: [String: YAMLValue] = [
            "definition": .text(ExampleTexts.definition[language]), "unit": .text(ExampleTexts.unit[language]),
        ]
        return NewFile(path: form.path, text: form.metricEntry(values: values))
    }

    private var observation: [String] {
        let row: [String: String] = [
            "id": "example-meetings", "metric": "meetings-held", "place": "example-city", "period": "2025",
            "printed": ExampleTexts.printed[language], "role": "action", "source": "example",
            "locator": locator("P2.S1"),
            "flags": "self-reported", "note": ExampleTexts.note[language],
        ]
        return TableHeader.observations.map { row[$0] ?? "" }
    }

    private var source: NewFile {
        let form = RecordForm(.source, id: "example", title: ExampleTexts.sourceTitle[language], library: names)
        let document = SourceDocument(name: "example.txt", text: Array(ExampleTexts.document[language].utf8))
        let values: [String: YAMLValue] = [
            "outlet": .text(ExampleTexts.outlet[language]), "date": .text("2026-01-15"), "rights": .text("full"),
        ]
        return form.sourceFile(of: document, values: values, showsText: true)
    }
}
