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
        lines += section(
            .kitPrerequisites, record.assets.map { "- [ ] " + strings[.asset, $0.word] + origin($0.origin) })
        lines += section(
            .actors,
            record.actors.map { actor in
                let words = [actor.name[language], actor.role?[language]].compactMap(\.self)
                return "- " + words.joined(separator: strings[.colon]) + origin(actor.origin)
            } + absence(of: .who))
        lines += section(
            record.stepsTitle,
            record.steps.enumerated().map { number, step in
                (record.areStepsOrdered ? "\(number + 1). [ ] " : "- [ ] ") + line(step.statement) + facts(step)
            } + absence(of: .steps))
        for item in PracticeItem.statementItems {
            let statements = (record.statements[item] ?? []).map { "- " + line($0) }
            lines += section(strings[.item, item], statements + absence(of: item))
        }
        lines += section(
            .kitQuestions,
            practice.questions.map { "- [ ] " + $0.question.text[language] }
                + [strings.unasked(of: practice)].compactMap { $0.map { "- [ ] " + $0 } })
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
        return text + origin(statement.origin)
    }

    private func origin(_ origin: Origin) -> String {
        let words = (origin.state == .stated ? [] : [strings[.state, origin.state]]) + origin.locators.map(\.id)
        let reason = origin.reason.map { " " + strings[.reasonOpen] + $0[language] + strings[.reasonClose] } ?? ""
        return strings[.parenthesisOpen] + words.joined(separator: strings[.enumerationSeparator])
            + strings[.parenthesisClose] + reason
    }

    /// That there is nothing under an item, where a source says so.
    private func absence(of item: PracticeItem) -> [String] {
        guard let entry = record.absent(item), entry.state != .added else { return [] }
        return ["- " + strings[.absence, record.absence(of: item)] + origin(entry.origin)]
    }

    private func facts(_ step: Step) -> String {
        let facts: [(Phrase, Localized<String>?)] = [
            (.stepBy, step.by), (.stepNeeds, step.needs), (.stepGives, step.gives), (.stepTakes, step.takes),
        ]
        let texts = facts.compactMap { key, value in value.map { strings[key] + strings[.colon] + $0[language] } }
        return texts.isEmpty ? "" : "\n   " + texts.joined(separator: strings[.listSeparator])
    }
}
