import Content
import Markdown

/// A kit as plain Markdown: headings, lists and open check boxes that any editor understands.
struct KitText {
    let site: Site
    let practice: PracticeRef
    let language: Int

    private var strings: Strings { site.strings(language) }
    private var record: Practice { _read { yield practice.record } }

    var markdown: String {
        let title = strings.format(.kitTitle, ["title": record.header.title[language]])
        let isDraft = record.header.status == .draft
        var lines = ["# " + (isDraft ? strings.format(.draftTitle, ["title": title]) : title), ""]
        if let place = practice.place { lines += [place.record.header.title[language], ""] }
        if record.modality == .proposed { lines += [strings[.proposal], ""] }
        if let summary = record.summary?[language] { lines += [summary, ""] }
        lines += section(.problem, [line(record.problem)])
        lines += section(.kitPrerequisites, record.assets.map { "- [ ] " + strings[.asset, $0.word] })
        lines += section(
            .actors,
            record.actors.map { actor in
                "- "
                    + [actor.name[language], actor.role?[language]].compactMap(\.self).joined(
                        separator: strings[.colon])
            })
        lines += section(.steps, record.steps.enumerated().map { "\($0 + 1). [ ] " + line($1.statement) + facts($1) })
        for item in PracticeItem.statementItems {
            lines += section(strings[.item, item], (record.statements[item] ?? []).map { "- " + line($0) })
        }
        let unknown = PracticeItem.allCases.filter { record.state(of: $0) == .unknown }
        lines += section(.kitQuestions, unknown.map { "- [ ] " + strings[.ask, $0] })
        return lines.joined(separator: "\n")
    }

    private func section(_ title: Phrase, _ lines: [String]) -> [String] { section(strings[title], lines) }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["## " + title, ""] + lines + [""]
    }

    /// A sentence with its locators, or marked as the editor's.
    private func line(_ statement: Statement) -> String {
        let text = (statement.text.best(language)?.value.plainText ?? "").split(separator: "\n").joined(separator: " ")
        let origin =
            statement.isStatedInSource
            ? statement.locators.map(\.id).joined(separator: strings[.enumerationSeparator])
            : strings[.editorStatement]
        return text + strings[.parenthesisOpen] + origin + strings[.parenthesisClose]
    }

    private func facts(_ step: Step) -> String {
        let facts: [(Phrase, Localized<String>?)] = [
            (.stepBy, step.by), (.stepNeeds, step.needs), (.stepGives, step.gives), (.stepTakes, step.takes),
        ]
        let texts = facts.compactMap { key, value in value.map { strings[key] + strings[.colon] + $0[language] } }
        return texts.isEmpty ? "" : "\n   " + texts.joined(separator: strings[.listSeparator])
    }
}
