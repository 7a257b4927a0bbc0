import Content
import Diagnostics
import Markdown
import Search
import Text

extension PageName { static let speaker = PageName("speaker") }

extension PageKind {
    /// Somebody who speaks in a source: what they propose, what they report, and what they leave open.
    static let speaker = PageKind(
        .speaker, of: { $0.speakers[$1] },
        pages: { shared in
            shared.speakers.enumerated().filter { $1.hasPage }.map { index, speaker in
                PageSeed(
                    index: index, path: speaker.path + ".html",
                    origin: (
                        .pageOf(speaker.speaker.name[0]), SourceSpan(path: speaker.source.record.path, range: 0..<0)
                    ))
            }
        },
        title: { speaker, page in speaker.speaker.name[page.language] },
        description: { speaker, page in speaker.speaker.role[page.language] },
        trail: { speaker, _ in [PageID(.home), PageID(.sources), PageID(.source, speaker.source.index)] },
        styles: { _ in ["sources.css"] }, schemaType: .webPage, menu: .below(.sources),
        search: { speaker, page in page.searchWriter.document(of: speaker) }, view: speakerPageView)

    private static let speakerPageView = View<SpeakerRef>(
        "speaker", pageFields(), speakerView.fields,
        [
            .text("source", "the source in which they speak") { speaker, page in
                speaker.source.record.title[page.language]
            },
            .text("source-href", "its page") { speaker, page in
                page.href(PageID(.source, speaker.source.index), fragment: "speaker." + speaker.speaker.id)
            },
            remarks("proposed-remarks", .proposed, "what they propose that belongs to no record"),
            remarks("reported-remarks", .reported, "what they report that belongs to no record"),
        ],
        practiceFields(of: { .speaker($0.index) }),
        [
            .list("figures", of: figureView, "the figures they give") { speaker, _ in
                speaker.figures.figures(namesPlace: true)
            },
            .list("terms", of: linkView, "terms they use and do not explain") { speaker, page in
                speaker.unexplained.map { Link(title: $0.term[page.language], href: page.href(ofTerm: $0)) }
            },
            .list("silent", of: sectionNameView, "sections of the source in which they do not speak") { speaker, _ in
                speaker.source.sections(of: { _ in true }, without: { $0.id == speaker.speaker.id })
            },
        ])

    private static func remarks(_ name: String, _ modality: Modality, _ meaning: String) -> ViewField<SpeakerRef> {
        .list(name, of: statementView, meaning) { speaker, _ in
            speaker.remarks.filter { $0.modality == modality }.map(\.statement)
        }
    }
}

/// Somebody who speaks in a source.
struct SpeakerRef {
    var source: SourceRef
    var speaker: Source.Speaker

    /// Its place among all who speak: the index of its page.
    var index: Int {
        let before = source.shared.sources[..<source.index].reduce(0) { $0 + $1.record.speakers.count }
        return before + (source.record.speakers.firstIndex { $0.id == speaker.id } ?? 0)
    }

    /// Of its page, without the ending.
    var path: String { "speakers/\(source.record.id)/\(speaker.id)" }

    private func speaks(at locator: Locator) -> Bool {
        locator.source == source.record.id
            && source.record.paragraphs.index(of: locator.paragraph).map {
                source.record.paragraphs[$0].speaker?.id == speaker.id
            } == true
    }

    private func speaks(at locators: [Reference]) -> Bool {
        locators.contains { Locator($0.id).map(speaks) ?? false }
    }

    /// Whoever only asks has none.
    fileprivate var hasPage: Bool { !remarks.isEmpty || !practices.listed().isEmpty }

    /// The place for which they speak.
    var place: PlaceRef? {
        speaker.place.flatMap { source.shared.value.index.places[$0.id] }.map { PlaceRef(source.shared, $0) }
    }

    var remarks: [Source.Remark] { source.record.remarks.filter { speaks(at: $0.locators) } }

    /// The practices that state something from their paragraphs. One that only mentions them in its text does not
    /// rest on what they say.
    var practices: [PracticeRef] {
        var found: Set<Int> = []
        for use in source.uses where speaks(at: use.locator) {
            if case .statement = use.taken, let record = use.record, record.kind == .practice {
                found.insert(record.index)
            }
        }
        return found.sorted().map { PracticeRef(source.shared, $0) }
    }

    var figures: [ObservationRef] {
        source.shared.observations.filter { $0.record.speaker?.id == speaker.id && $0.source == source }
    }

    var unexplained: [GlossaryTerm] {
        source.shared.value.glossary.filter { $0.isUnexplained && speaks(at: $0.locators) }
    }
}

extension SharedLibrary {
    /// Those of all sources, in the order of the sources: the index of the page of each.
    var speakers: [SpeakerRef] { sources.flatMap(\.speakers) }
}

extension Ref where Record == Source {
    var speakers: [SpeakerRef] { record.speakers.map { SpeakerRef(source: self, speaker: $0) } }
}

extension PageContext {
    /// The page of what somebody says, if there is one.
    func href(of speaker: SpeakerRef) -> String? {
        pageHref(PageID(.speaker, speaker.index))
    }
}

extension SearchDocumentWriter {
    fileprivate func document(of speaker: SpeakerRef) -> SearchDocument {
        var document = SearchDocument(
            path: path, language: language, title: speaker.speaker.name[language],
            summary: speaker.speaker.role[language],
            facets: site.facetValues(.speaker, places: [speaker.place?.index].compactMap(\.self)))
        let remarks = Dictionary(grouping: speaker.remarks, by: \.modality)
        document.sections = [Modality.proposed, .reported].compactMap { modality in
            guard let remarks = remarks[modality] else { return nil }
            let lines = remarks.compactMap { $0.statement.text.best(language)?.value.plainText }
            return SearchSection(
                anchor: "page.s-\(modality.rawValue)", heading: site.strings(language)[.modality, modality],
                text: lines.joined(separator: "\n"))
        }
        return document
    }
}
