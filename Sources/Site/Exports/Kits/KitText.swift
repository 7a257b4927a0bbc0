import Content
import Markdown

/// A kit as plain Markdown: headings, lists and open check boxes that any editor understands.
struct KitText {
    let site: Site
    let practice: PracticeRef
    let language: Int

    private var strings: Strings { site.strings(language) }
    private var record: Practice { unsafeAddress { site.library.practices.address(of: practice.index) } }

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
        lines += section(
            record.areStepsOrdered ? .steps : .stepsUnordered,
            record.steps.enumerated().map { number, step in
                (record.areStepsOrdered ? "\(number + 1). [ ] " : "- [ ] ") + line(step.statement) + facts(step)
            })
        for item in PracticeItem.statementItems {
            lines += section(strings[.item, item], (record.statements[item] ?? []).map { "- " + line($0) })
        }
        let unasked = practice.unasked.map { strings[.item, $0] }.joined(separator: strings[.enumerationSeparator])
        lines += section(
            .kitQuestions,
            practice.questions.map { "- [ ] " + $0.question.text[language] }
                + (unasked.isEmpty ? [] : ["- [ ] " + strings.format(.kitUnasked, ["items": unasked])]))
        lines += section(
            strings[.contactFirst],
            practice.leads.map { "- " + $0.name[language] + strings[.listSeparator] + $0.role[language] })
        return lines.joined(separator: "\n")
    }

    private func section(_ title: Phrase, _ lines: [String]) -> [String] { section(strings[title], lines) }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["## " + title, ""] + lines + [""]
    }

    /// A sentence with its locators, or marked as the editor's or as concluded.
    private func line(_ statement: Statement) -> String {
        let text = (statement.text.best(language)?.value.plainText ?? "").split(separator: "\n").joined(separator: " ")
        let origin =
            ((statement.state == .stated ? [] : [strings[.state, statement.state]]) + statement.locators.map(\.id))
            .joined(separator: strings[.enumerationSeparator])
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
