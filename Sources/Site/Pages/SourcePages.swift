import Content
import Diagnostics
import Text

extension PageName {
    static let sources = PageName("sources")
    static let source = PageName("source")
}

extension PageKind {
    static let sources = PageKind(
        .sources, of: { shared, _ in shared },
        pages: { shared in
            PageSeed.only("sources/index.html", what: .pageNamed("sources")).inParts(
                of: shared.sources.count, most: mostSources)
        },
        styles: { _ in ["sources.css"] }, schemaType: .collectionPage, menu: .item(.data),
        view: View(
            "sources", pageFields(),
            [
                .list("entries", of: entryView, "the sources") { shared, page in
                    page.onThisPage(shared.sources).map { source in
                        Entry(
                            title: source.record.title[page.language], href: page.href(PageID(.source, source.index)),
                            kind: source.record.outlet[page.language], note: page.date(of: source.record))
                    }
                }
            ]))

    private static let mostSources = 100

    /// A source by its paragraphs, each with the pages that take something from it.
    static let source = PageKind(
        .source, of: { SourceRef($0, $1) },
        pages: { shared in
            shared.sources.map { source in
                PageSeed(
                    index: source.index, path: "sources/\(source.record.id).html",
                    origin: (.pageOfSource(source.record.id), SourceSpan(path: source.record.path, range: 0..<0)))
            }
        },
        title: { source, page in source.record.title[page.language] },
        description: { source, page in source.record.title[page.language] },
        trail: { _, _ in [PageID(.home), PageID(.sources)] }, styles: { _ in ["sources.css"] },
        schemaType: .creativeWork, menu: .below(.sources), printedAnchor: { "sources." + $0.sources[$1].id },
        search: { source, page in page.searchWriter.document(of: source) },
        view: sourceView)

    private static let sourceView = View<SourceRef>(
        "source", pageFields(),
        [
            .text("outlet", "where it appeared") { source, page in source.record.outlet[page.language] },
            .flag("is-outlet-inferred", "whether the editor concludes where it appeared") { source, _ in
                !source.record.isOutletPrinted
            },
            .text("outlet-reason", "why the editor takes it to have appeared there") { source, page in
                source.record.outletReason?[page.language]
            },
            .text("date", "when, or that no date is printed") { source, page in page.date(of: source.record) },
            .flag("is-title-printed", "whether the source prints this title") { source, _ in
                source.record.isTitlePrinted
            },
            .text("rights", "how much of the text may be shown, in words") { source, page in
                page.strings[.rights, source.record.rights]
            },
            .text("sha256", "the hash of the original") { source, _ in source.record.sha256 },
            .text("numbering", "how paragraphs and sentences are counted") { source, page in
                source.record.numbering?[page.language]
            },
            .list("speakers", of: speakerView, "who speaks") { source, _ in source.speakers },
            .list("sections", of: sectionView, "its sections") { source, _ in
                let uses = Dictionary(grouping: source.uses, by: \.locator.paragraph)
                return source.record.sections.map { SectionOfSource(source: source, section: $0, uses: uses) }
            },
            .text("used-count", "how many paragraphs the library draws on, in words") { source, page in
                let used = Set(source.uses.map(\.locator.paragraph))
                let paragraphs = source.record.paragraphs
                return page.strings.format(
                    .usedParagraphs,
                    [
                        "used": String(paragraphs.count { used.contains($0.number) }),
                        "all": String(paragraphs.count),
                    ])
            },
        ])
}

extension PageContext {
    fileprivate func date(of source: Source) -> String {
        source.date.map { strings.date($0) } ?? strings[.dateNotPrinted]
    }
}

let speakerView = View<SpeakerRef>(
    "speaker",
    [
        .text("id", "the anchor") { speaker, _ in "speaker." + speaker.speaker.id },
        .text("name", "who") { speaker, page in speaker.speaker.name[page.language] },
        .text("role", "the office as printed") { speaker, page in speaker.speaker.role[page.language] },
        .text("speaker-href", "the page of what they say, if there is one") { speaker, page in
            page.href(of: speaker)
        },
    ],
    placeView.fields { speaker, _ in speaker.place })

private struct SectionOfSource {
    var source: SourceRef
    var section: Source.Section
    /// What is taken from each paragraph.
    var uses: [Int: [SourceUse]]
}

private let sectionView = View<SectionOfSource>(
    "source section",
    [
        .text("title", "the heading") { section, page in section.section.title[page.language] },
        .text("asks", "what the section asks") { section, page in section.section.asks?[page.language] },
        .list("paragraphs", of: paragraphView, "its paragraphs") { section, page in
            let most = Taker.most(of: section.source)
            return section.source.record.paragraphs.filter { $0.section.id == section.section.id }.map {
                ParagraphOfSource(
                    source: section.source, paragraph: $0,
                    takers: page.takers(of: section.uses[$0.number] ?? [], most: most))
            }
        },
    ])

private struct ParagraphOfSource {
    var source: SourceRef
    var paragraph: Source.Paragraph
    var takers: (shown: [Taker], more: Int)

    var name: String { "P\(paragraph.number)" }
}

private let paragraphView = View<ParagraphOfSource>(
    "paragraph",
    [
        .text("id", "the anchor, such as P25") { paragraph, _ in paragraph.name },
        .text("label", "the paragraph in words") { paragraph, page in
            page.strings.label(ofParagraph: paragraph.paragraph.number, paragraph.paragraph.name)
        },
        .text("speaker", "who speaks") { paragraph, page in
            guard let speaker = paragraph.paragraph.speaker else { return nil }
            return paragraph.source.record.speaker(speaker.id)?.name[page.language]
        },
        .text("sentence-count", "how many sentences, in words") { paragraph, page in
            page.strings.format(.countSentences, count: paragraph.paragraph.sentences)
        },
        .text("fingerprint", "the fingerprint of its text") { paragraph, _ in paragraph.paragraph.fingerprint },
        .text("text", "the text, if its rights allow") { paragraph, _ in
            paragraph.source.record.rights == .reference ? nil : paragraph.paragraph.text
        },
        .list("takers", of: takerView, "the pages that take something from it") { paragraph, _ in
            paragraph.takers.shown
        },
        .text("taker-count", "how many pages do, in words; absent if none does") { paragraph, page in
            let count = paragraph.takers.shown.count + paragraph.takers.more
            return count > 0 ? page.strings.format(.takerCount, count: count) : nil
        },
        .text("more-takers", "how many more pages do") { paragraph, page in
            let more = paragraph.takers.more
            return more > 0 ? page.strings.format(.moreTakers, count: more) : nil
        },
        .list("sentences", of: sentenceView, "its sentences") { paragraph, _ in
            (1...max(1, paragraph.paragraph.sentences)).map { (paragraph.name, $0) }
        },
    ])

private let sentenceView = View<(paragraph: String, number: Int)>(
    "sentence",
    [
        .text("id", "the anchor, such as P25.S2") { sentence, _ in "\(sentence.paragraph).S\(sentence.number)" },
        .text("label", "the sentence as locators have it, such as S2") { sentence, _ in "S\(sentence.number)" },
    ])

private let takerView = View<Taker>(
    "taker",
    linkFields(title: { taker, _ in taker.title }, href: { taker, _ in taker.href }),
    [.list("uses", of: useView, "what the page takes") { taker, _ in taker.taken }])

private let useView = View<Taker.Taken>(
    "use",
    [
        .text("locators", "the sentences, such as P25.S2") { taken, page in page.enumerated(taken.locators) },
        .text("kind", "statement, passage, figure, term, task or the field of a record") { taken, _ in taken.kind },
        .text("kind-label", "the kind in words") { taken, page in page.strings[.use, taken.kind] },
        .flag("is-statement", "whether it is a statement, as most are") { taken, _ in
            taken.kind == SourceUse.Kind.statement.rawValue
        },
        .text("editor-label", "that the editor concludes it; absent otherwise") { taken, page in
            taken.isInferred ? page.strings[.state, ItemState.inferred] : nil
        },
        .html("html", "the claim or figure, in the library's words; absent for a passage") { taken, _, output in
            if let html = taken.html { output.write(html: html) }
        },
    ])
