import Content
import Diagnostics
import Markdown
import Text

extension PageName { static let place = PageName("place") }

extension PageKind {
    static let place = PageKind(
        .place, of: { PlaceRef($0, $1) },
        pages: { $0.places.map { .record($0.id, $0.record.header) } },
        title: { place, page in place.record.header.title[page.language] },
        description: { _, page in page.descriptionOfBody },
        trail: { _, _ in [PageID(.home), PageID(.places)] },
        styles: { $0.stylesOfBody + ["place.css"] }, schemaType: .place,
        linkedData: { place, page in
            [
                place.record.code.map { .init(name: "identifier", value: .string($0)) },
                place.record.parent.map {
                    .init(
                        name: "containedInPlace",
                        value: .object(["@type": "Place", "name": .string($0[page.language])]))
                },
            ].compactMap(\.self)
        },
        menu: .below(.places), printedAnchor: { recordAnchor(.place, $0.places[$1].header) },
        search: { place, page in page.searchWriter.document(of: place) }, view: placeView
    )

    private static let placeView = View<PlaceRef>(
        "place", pageFields(),
        [
            .text("level", "the level of administration, in words") { place, page in
                page.strings[.level, place.record.level]
            },
            .text("code", "the GB/T 2260 code") { place, _ in place.record.code },
            .text("parent", "the unit above") { place, page in place.record.parent?[page.language] },
            .text("lead", "what the library has of it, in a sentence") { place, page in
                let figures = page.strings.format(.countFigures, count: place.observations.count)
                return page.strings.format(
                    .placeLead, ["practices": page.countText(place.practices), "figures": figures])
            },
            .list("portrait", of: portraitView, "who acts at which level") { place, page in
                place.portrait(in: page.language)
            },
        ],
        practiceFields(of: { .record($0.id) }),
        [
            .list("cases", of: caseCardView, "its cases") { place, _ in place.cases.listed },
            .list("figures", of: figureView, "its figures") { place, _ in place.observations.figures() },
            .list("speakers", of: speakerView, "who speaks for it in the sources and has a page") { place, page in
                place.shared.sources.flatMap(\.speakers).filter { $0.place == place && page.href(of: $0) != nil }
            },
            .list("gaps", of: sectionNameView, "sections of a source in which nobody speaks for the place") {
                place, _ in
                place.gaps
            },
            .list("adopted", of: adoptionOfPracticeView, "what it took over from elsewhere") { place, _ in
                place.adoptions
            },
            .list("copied", of: adoptionOfPracticeView, "what others took over from it") { place, _ in place.copies },
        ])
}

/// Where a record stands in the combined document. A dot keeps such anchors apart from those of headings.
func recordAnchor(_ kind: RecordKind, _ header: Header) -> String {
    "\(kind.folder).\(header.id.pathParts.joined(separator: "."))"
}

extension PageContext {
    /// What the blocks in the text of a record need.
    var stylesOfBody: [String] {
        header?.body.best(language)?.value.blocks.isEmpty == false ? StyleSheet.charts + ["dashboard.css"] : []
    }
}
