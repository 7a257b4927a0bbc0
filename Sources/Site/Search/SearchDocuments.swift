import Content
import Search

extension PageContext {
    /// Writes what search finds of the page.
    var searchWriter: SearchDocumentWriter { SearchDocumentWriter(site: site, language: language, path: page.path) }
}

/// Writes what search finds of a page. What is found of a record its fields say; here is what comes from elsewhere:
/// figures, facets and places. The anchors are those that templates give to their parts.
struct SearchDocumentWriter {
    let site: Site
    let language: Int
    /// Where what is found stands: the address of its page, perhaps with an anchor.
    let path: String

    private var library: Library { unsafeAddress { site.shared.address } }
    private var strings: Strings { site.strings(language) }

    func document(of practice: PracticeRef) -> SearchDocument {
        var document = self.document(
            of: practice.record, .practice,
            facets: site.facetValues(
                .practice, places: [practice.place?.index].compactMap(\.self), topics: practice.topics.map(\.index),
                mechanisms: practice.mechanisms.map(\.index), modality: practice.record.modality,
                evidence: practice.evidence))
        document.names += name(of: practice.place)
        document.also = wordsOf(practice)
        return document
    }

    /// What people call the problems and mechanisms of a practice: it is found by ‘complaint’ though it says ‘appeal’.
    private func wordsOf(_ practice: PracticeRef) -> [String] {
        func words(_ header: Header, _ also: [Localized<String>]) -> [String] {
            [header.title[language]] + also.map { $0[language] }
        }
        return practice.topics.flatMap { words($0.record.header, $0.record.also) }
            + practice.mechanisms.flatMap { words($0.record.header, $0.record.also) }
    }

    func document(of study: CaseRef) -> SearchDocument {
        let mechanisms = study.practices.flatMap(\.mechanisms).map(\.index)
        var document = self.document(
            of: study.record, .case,
            facets: site.facetValues(
                .case, places: [study.place?.index].compactMap(\.self), topics: study.topics.map(\.index),
                mechanisms: Set(mechanisms).sorted(), evidence: study.evidence))
        document.names += name(of: study.place)
        return document
    }

    func document(of place: PlaceRef) -> SearchDocument {
        var document = self.document(
            of: place.record, .place, facets: site.facetValues(.place, places: [place.index]))
        document.sections += figures(place.observations) { $0.metricName(language) }
        return document
    }

    func document(of metric: MetricRef) -> SearchDocument {
        let observations = metric.observations
        let places = Set(observations.compactMap { $0.place?.index }).sorted()
        var document = self.document(of: metric.record, .metric, facets: site.facetValues(.metric, places: places))
        document.sections += figures(observations) { name(of: $0.place).first ?? $0.metricName(language) }
        return document
    }

    func document(of source: SourceRef) -> SearchDocument {
        var document = self.document(of: source.record, .source)
        for paragraph in source.record.paragraphs where source.record.rights != .reference {
            guard let text = paragraph.text, !text.isEmpty else { continue }
            let label = strings.label(ofParagraph: paragraph.number, paragraph.name)
            document.sections.append(SearchSection(anchor: "P\(paragraph.number)", heading: label, text: text))
        }
        return document
    }

    // MARK: Texts

    /// What the fields of a record say.
    func document(
        of record: some FieldHolder, _ kind: PageName, facets: [[Int]]? = nil, separator: String? = nil
    ) -> SearchDocument {
        let text = record.searchText(in: library, language: language)
        var document = SearchDocument(
            path: path, language: language, title: text.title, names: text.names, also: text.also,
            summary: line(text.summary, separator: separator), facets: facets ?? site.facetValues(kind))
        for section in text.sections {
            let lines = section.lines.map { line($0) }.filter { !$0.isEmpty }.joined(separator: "\n")
            // A heading in a text is found even with nothing under it.
            var isHeading = false
            if case .text = section.heading { isHeading = true }
            guard isHeading || !lines.isEmpty else { continue }
            document.sections.append(
                SearchSection(anchor: section.anchor, heading: words(section.heading), text: lines))
        }
        return document
    }

    private func words(_ part: SearchText.Part) -> String {
        switch part {
        case .text(let text), .name(let text): text
        case .interface(let key): key.isEmpty ? "" : strings.text(key)
        case .figure(let index): words(of: ObservationRef(site.shared, index))
        }
    }

    /// A name with what is said of it, the rest one after the other; what ends a sentence needs nothing behind it.
    private func line(_ parts: [SearchText.Part], separator: String? = nil) -> String {
        var line = ""
        var before = ""
        for part in parts {
            let words = words(part)
            guard let last = words.last else { continue }
            line += before + words
            if case .name = part {
                before = strings[.colon]
            } else {
                before = "。！？".contains(last) ? "" : ".!?".contains(last) ? " " : separator ?? strings[.partSeparator]
            }
        }
        return line
    }

    // MARK: Figures

    private func figures(_ figures: [ObservationRef], heading: (ObservationRef) -> String) -> [SearchSection] {
        figures.prefix(Figure.most).compactMap { figure in
            let text = words(of: figure)
            guard !text.isEmpty else { return nil }
            return SearchSection(anchor: "figure." + figure.record.id, heading: heading(figure), text: text)
        }
    }

    /// A figure with all that is said with it, as on its page.
    private func words(of figure: ObservationRef) -> String {
        let wording = site.wording(of: figure, language: language)
        let texts = [wording.text, wording.printed?.text, figure.record.note?[language]]
        return line([.name(figure.metricName(language))] + texts.compactMap { $0.map { .text($0) } })
    }

    private func name(of place: PlaceRef?) -> [String] {
        place.map { [$0.record.header.title[language]] } ?? []
    }
}
