import Content
import Markdown

/// A kit as plain Markdown: headings, lists and open check boxes that any editor understands.
struct KitText {
    let site: Site
    let practice: PracticeRef
    let language: Int

    private typealias Item = (bullet: MarkdownWriter.Bullet, words: String, below: String?)

    private var strings: Strings { site.strings(language) }

    private let sources: [SourceRef]

    init(site: Site, practice: PracticeRef, language: Int) {
        (self.site, self.practice, self.language) = (site, practice, language)
        sources = practice.citedSources
    }

    var markdown: String {
        var writer = MarkdownWriter()
        let title = strings.format(
            practice.isProposed ? .outlineTitle : .kitTitle, ["title": practice.record.header.title[language]])
        let isDraft = practice.record.header.status == .draft
        writer.heading(1, isDraft ? strings.format(.draftTitle, ["title": title]) : title)
        if let place = practice.place { writer.paragraph(place.record.header.title[language]) }
        if practice.record.modality == .proposed { writer.paragraph(strings[.proposal]) }
        let evidence = practice.evidence.name
        writer.paragraph(evidence + strings[.colon] + strings[.evidenceMeaning, evidence])
        if let summary = practice.record.summary?[language] { writer.paragraph(summary) }
        writer.heading(2, strings[.problem])
        writer.paragraph(words(of: practice.record.problem))
        let assets: [Item] = practice.record.assets.map { (.box, strings[.asset, $0.word] + origin($0.origin), nil) }
        section(strings[.kitPrerequisites], assets, &writer)
        let actors: [Item] = practice.record.actors.map { actor in
            let words = [actor.name[language], actor.role?[language]].compactMap(\.self)
            return (.plain, words.joined(separator: strings[.colon]) + origin(actor.origin), nil)
        }
        section(strings[.actors], actors + absence(of: .who), &writer)
        let steps: [Item] = practice.record.steps.enumerated().map { number, step in
            (practice.record.areStepsOrdered ? .numberedBox(number + 1) : .box, words(of: step.statement), facts(step))
        }
        section(strings[practice.record.stepsTitle], steps + absence(of: .steps), &writer)
        for item in PracticeItem.statementItems {
            let statements: [Item] = practice.statements(of: item).map { (.plain, words(of: $0), nil) }
            section(strings[.item, item], statements + absence(of: item), &writer)
        }
        if practice.isProposed {
            let prompts: [Item] = OutlinePrompt.allCases.map { (.box, strings[.outline, $0], nil) }
            section(strings[.outline], prompts, &writer)
        }
        let questions: [Item] = site.inquiry(about: practice, language: language).map { (.box, $0.text, nil) }
        section(strings[.kitQuestions], questions, &writer)
        let leads: [Item] = practice.leads.map {
            (.plain, $0.name[language] + strings[.listSeparator] + $0.role[language], nil)
        }
        section(strings[.contactFirst], leads, &writer)
        section(strings[.kitSources], sources.map { (.plain, strings.cited($0.record, in: language), nil) }, &writer)
        return writer.text
    }

    private func section(_ title: String, _ items: [Item], _ writer: inout MarkdownWriter) {
        guard !items.isEmpty else { return }
        writer.heading(2, title)
        writer.list(items)
    }

    /// A sentence with its locators, or marked as the editor's or as concluded.
    private func words(of statement: Statement) -> String {
        (statement.text.best(language)?.value.plainText ?? "") + origin(statement.origin)
    }

    private func origin(_ origin: Origin) -> String {
        let words = (origin.state == .stated ? [] : [strings[.state, origin.state]]) + origin.locators.map(place(of:))
        let reason = origin.reason.map { " " + strings[.reasonOpen] + $0[language] + strings[.reasonClose] } ?? ""
        return strings[.parenthesisOpen] + words.joined(separator: strings[.enumerationSeparator])
            + strings[.parenthesisClose] + reason
    }

    /// Where a sentence stands, with its source only where there are several.
    private func place(of locator: Reference) -> String {
        guard let locator = Locator(locator.id) else { return locator.id }
        let source = sources.first { $0.record.id == locator.source }?.record
        let place = strings.place(of: locator, in: source)
        return sources.count > 1 ? (source?.title[language] ?? locator.source) + strings[.listSeparator] + place : place
    }

    /// That there is nothing under an item, where a source says so.
    private func absence(of item: PracticeItem) -> [Item] {
        guard let entry = practice.absent(item), entry.state != .added else { return [] }
        return [(.plain, strings[.absence, practice.absence(of: item)] + origin(entry.origin), nil)]
    }

    private func facts(_ step: Step) -> String? {
        let actors = practice.actors(of: step).map { strings.marked($0.name[language], $0.state) }
        let facts: [(Phrase, String?)] = [
            (.stepBy, actors.isEmpty ? nil : actors.joined(separator: strings[.enumerationSeparator])),
            (.stepNeeds, step.needs?[language]), (.stepGives, step.gives?[language]),
            (.stepTakes, step.takes?[language]),
        ]
        let texts = facts.compactMap { key, value in value.map { strings[key] + strings[.colon] + $0 } }
        return texts.isEmpty ? nil : texts.joined(separator: strings[.listSeparator])
    }
}
