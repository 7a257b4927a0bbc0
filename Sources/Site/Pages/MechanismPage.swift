import Content

extension PageName { static let mechanism = PageName("mechanism") }

extension PageKind {
    static let mechanism = PageKind(
        .mechanism, of: { MechanismRef($0, $1) }, pages: { $0.mechanisms.map { .record($0.id, $0.record.header) } },
        title: { mechanism, page in mechanism.record.header.title[page.language] },
        description: { _, page in page.descriptionOfBody },
        trail: { _, _ in [PageID(.home), PageID(.mechanisms)] }, styles: { $0.stylesOfBody }, schemaType: .article,
        menu: .below(.mechanisms), printedAnchor: { recordAnchor(.mechanism, $0.mechanisms[$1].header) },
        search: { mechanism, page in
            page.searchWriter.document(
                of: mechanism.record, .mechanism,
                facets: page.site.facetValues(.mechanism, mechanisms: [mechanism.index]))
        },
        view: mechanismView)

    private static let mechanismView = View<MechanismRef>(
        "mechanism", pageFields(),
        [
            .text("kind", "the kind, in words") { mechanism, page in
                page.strings[.mechanismKind, mechanism.record.mechanismKind]
            },
            .text("synonyms", "its other names") { mechanism, page in
                page.enumerated(mechanism.record.synonyms.map { $0[page.language] })
            },
            .list("standings", of: standingView, "what the sources say of each place") { mechanism, _ in
                mechanism.record.standings
            },
        ],
        practiceFields(of: { .record($0.id) }),
        [
            .text("compare-href", "these practices side by side; absent if there are fewer than two") {
                mechanism, page in
                page.comparisonHref(mechanism.id)
            }
        ])
}

private let standingView = View<Standing>(
    "standing",
    [
        .text("label", "the state in words") { standing, page in page.strings[.matrix, standing.matrixState] },
        .html("marks", "the marks of its citations") { standing, page, output in
            page.write(marks: standing.locators, to: &output)
        },
    ],
    originFields(),
    placeView.fields { standing, page in
        page.library.index.places[standing.place.id].map { PlaceRef(page.site.shared, $0) }
    })
