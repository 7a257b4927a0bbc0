import Content
import Markdown
import Search

/// Pages as search sees them: with the anchors that their templates give to their parts.
extension Site {
    func searchDocument(_ subject: SearchSubject) -> SearchDocument {
        switch subject {
        case .page(let index):
            let page = plan.pages[index]
            var writer = SearchDocumentWriter(site: self, language: page.language)
            return writer.document(of: page)
        case .term(let term, let language):
            return self.document(ofTerm: library.glossary[term], language: language)
        }
    }

    private func document(ofTerm term: GlossaryTerm, language: Int) -> SearchDocument {
        let path = plan.path(of: .glossary, language: language) ?? ""
        let unexplained = term.isUnexplained ? strings(language)["unexplained"] : nil
        let texts = [term.definition?[language], unexplained, term.note?[language]]
        return SearchDocument(
            path: "\(path)#\(term.id)", language: language, title: term.term[language],
            summary: texts.compactMap(\.self).joined(separator: " "), facets: facetValues(.glossary))
    }
}

/// Writes the document of one page.
private struct SearchDocumentWriter {
    let site: Site
    let language: Int
    private var sections: [SearchSection] = []

    private var library: Library { site.library }
    private var strings: Strings { site.strings(language) }

    init(site: Site, language: Int) {
        self.site = site
        self.language = language
    }

    mutating func document(of page: PlannedPage) -> SearchDocument {
        var document =
            switch page.subject {
            case .record(let record): self.document(of: record, page)
            case .metric(let index): self.document(ofMetric: index)
            case .source(let index): self.document(ofSource: library.sources[index])
            case .kit, .comparison, .facet, nil: self.document(page.kind, title: "")
            }
        document.path = page.path
        document.sections = sections
        return document
    }

    private func document(
        _ kind: PageKind, title: String, names: [String] = [], summary: String = "", facets: [[Int]] = []
    ) -> SearchDocument {
        SearchDocument(
            path: "", language: language, title: title, names: names, summary: summary,
            facets: facets.isEmpty ? site.facetValues(kind) : facets)
    }

    private mutating func document(of record: RecordID, _ page: PlannedPage) -> SearchDocument {
        switch record.kind {
        case .practice: return document(ofPractice: record.index)
        case .case: return document(ofCase: record.index)
        case .place: return document(ofPlace: record.index)
        case .mechanism:
            let mechanism = library.mechanisms[record.index]
            addBody(mechanism.header)
            return document(
                .mechanism, title: mechanism.header.title[language], names: mechanism.synonyms.map { $0[language] },
                facets: site.facetValues(.mechanism, mechanisms: [record.index]))
        case .topic:
            let topic = library.topics[record.index]
            addBody(topic.header)
            add("page.s-mentions", "", topic.mentions.map { plain($0.statement) })
            return document(
                .topic, title: topic.header.title[language], names: topic.synonyms.map { $0[language] },
                facets: site.facetValues(.topic, topics: [record.index]))
        case .page, .home, .adoption:
            guard let header = library.header(of: record) else { return document(page.kind, title: "") }
            addBody(header)
            return document(.page, title: header.title[language])
        }
    }

    private mutating func document(ofPractice index: Int) -> SearchDocument {
        let practice = library.practices[index]
        let relations = library.relations
        let place = relations.placeOfPractice[index]
        add("page.told-why", strings["problem"], [plain(practice.problem)])
        addBody(practice.header)
        add(
            "page.told-steps", strings["steps"],
            practice.steps.map { step in
                line([plain(step.statement), step.by?[language], step.needs?[language], step.gives?[language]])
            })
        add(
            "page.told-who", strings["actors"],
            practice.actors.map { line([$0.name[language], $0.role?[language]]) })
        add("page.told-results", strings["figures"], relations.outcomesOfPractice[index].map { figure($0) })
        let items = PracticeItem.allCases.flatMap { practice.statements[$0] ?? [] }
        add("page.s-items", strings["items"], items.map { plain($0) })
        return document(
            .practice, title: practice.header.title[language],
            names: [practice.brand?[language], name(ofPlace: place)].compactMap(\.self),
            summary: practice.summary?[language] ?? "",
            facets: site.facetValues(
                .practice, places: [place], topics: relations.topicsOfPractice[index],
                mechanisms: relations.mechanismsOfPractice[index], modality: practice.modality,
                evidence: library.evidence(ofPractice: index)))
    }

    private mutating func document(ofCase index: Int) -> SearchDocument {
        let study = library.cases[index]
        let relations = library.relations
        let place = relations.placeOfCase[index]
        add("page.s-problem", strings["problem"], [plain(study.problem)])
        add("page.s-response", strings["response"], study.response.map { plain($0) })
        add("page.s-result", strings["result"], study.result.map { plain($0) })
        add("page.s-figures", strings["figures"], relations.outcomesOfCase[index].map { figure($0) })
        add("page.s-lessons", strings["lessons"], study.lessons.map { plain($0) })
        add("page.s-went-wrong", strings["went-wrong"], study.wentWrong.map { plain($0) })
        addBody(study.header, anchor: "page.s-account")
        return document(
            .caseStudy, title: study.header.title[language], names: [name(ofPlace: place)].compactMap(\.self),
            facets: site.facetValues(
                .caseStudy, places: [place], topics: relations.topicsOfCase[index],
                mechanisms: Set(relations.practicesOfCase[index].flatMap { relations.mechanismsOfPractice[$0] })
                    .sorted(),
                evidence: library.evidence(ofCase: index)))
    }

    private mutating func document(ofPlace index: Int) -> SearchDocument {
        let place = library.places[index]
        addBody(place.header)
        for observation in library.relations.observationsOfPlace[index].prefix(PageBuilder.mostFigures) {
            addFigure(observation, heading: metricName(observation))
        }
        return document(
            .place, title: place.header.title[language], names: [place.parent?[language]].compactMap(\.self),
            facets: site.facetValues(.place, places: [index]))
    }

    private mutating func document(ofMetric index: Int) -> SearchDocument {
        let metric = library.metrics[index]
        let observations = library.relations.observationsOfMetric[index]
        for observation in observations.prefix(PageBuilder.mostFigures) {
            let place = library.relations.placeOfObservation[observation]
            addFigure(observation, heading: name(ofPlace: place) ?? metricName(observation))
        }
        let places = Set(observations.map { library.relations.placeOfObservation[$0] }).sorted()
        return document(
            .metric, title: metric.name[language], summary: metric.definition[language],
            facets: site.facetValues(.metric, places: places))
    }

    private mutating func document(ofSource source: Source) -> SearchDocument {
        add(
            "page.s-speakers", strings["speakers"],
            source.speakers.map { line([$0.name[language], $0.role[language]]) })
        for paragraph in source.paragraphs where source.rights != .reference {
            let label = strings.format("paragraph", ["number": String(paragraph.number)])
            add("P\(paragraph.number)", label, [paragraph.text ?? ""])
        }
        return document(
            .source, title: source.title[language],
            summary: line([source.outlet[language]] + source.sections.map { $0.title[language] }))
    }

    // MARK: Parts

    private mutating func add(_ anchor: String, _ heading: String, _ texts: [String]) {
        let text = texts.filter { !$0.isEmpty }.joined(separator: "\n")
        if !text.isEmpty { sections.append(SearchSection(anchor: anchor, heading: heading, text: text)) }
    }

    /// The text of a record, by its headings.
    ///
    /// - Parameter anchor: Where the text begins on its page, if not at the top.
    private mutating func addBody(_ header: Header, anchor: String = "") {
        guard let document = header.body.best(language)?.value else { return }
        for section in document.sections {
            let heading = section.heading.map { document.headings[$0] }
            guard heading != nil || !section.text.isEmpty else { continue }
            sections.append(
                SearchSection(
                    anchor: heading?.id ?? anchor, heading: heading?.text ?? "",
                    text: withoutLocators(section.text, of: document)))
        }
    }

    private mutating func addFigure(_ index: Int, heading: String) {
        add("figure." + library.observations[index].id, heading, [figure(index)])
    }

    /// A figure with all that is said with it, as on its page.
    private func figure(_ index: Int) -> String {
        let observation = library.observations[index]
        let wording = site.wording(of: index, language: language)
        return line([
            metricName(index), wording.text, wording.printed?.text, observation.note?[language],
        ])
    }

    private func metricName(_ observation: Int) -> String {
        let metric = library.relations.metricOfObservation[observation]
        return metric >= 0 ? library.metrics[metric].name[language] : library.observations[observation].metric.id
    }

    private func name(ofPlace place: Int) -> String? {
        place >= 0 ? library.places[place].header.title[language] : nil
    }

    private func plain(_ statement: Statement) -> String {
        guard let document = statement.text.best(language)?.value else { return "" }
        return withoutLocators(document.plainText, of: document)
    }

    /// A text without the bare locators that its page shows as numbers of notes.
    private func withoutLocators(_ text: String, of document: MarkdownDocument) -> String {
        let locators = document.links.filter { $0.destination.hasPrefix("src:") && Locator($0.text, source: "") != nil }
        guard !locators.isEmpty else { return text }
        // The longest first, so that P3 leaves nothing of P33.
        let names = locators.map { Array($0.text.utf8) }.sorted { $0.count > $1.count }
        var output: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "P"), let name = names.first(where: { rest.starts(with: $0) }) {
                rest = rest.dropFirst(name.count)
            } else {
                output.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private func line(_ parts: [String?]) -> String {
        parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: strings["enumeration-separator"])
    }
}
