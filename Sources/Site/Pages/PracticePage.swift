import Charts
import Content

extension PageName { static let practice = PageName("practice") }

extension PageKind {
    static let practice = PageKind(
        .practice, of: { PracticeRef($0, $1) },
        pages: { $0.practices.map { .record($0.id, $0.record.header) } },
        title: { practice, page in page.title(of: practice) },
        description: { practice, page in
            practice.record.summary?[page.language] ?? page.beginning(of: practice.record.problem.text)
        },
        trail: { practice, _ in
            [PageID(.home), PageID(.practices)] + [practice.place.map { PageID($0.id) }].compactMap(\.self)
        },
        styles: { page in
            // Adoptions are drawn.
            PracticeRef(page.site.shared, page.page.id.index).adoptions.isEmpty
                ? page.stylesOfBody : ["charts.css", "dashboard.css"]
        },
        schemaType: .article, menu: .practices,
        printedAnchor: { recordAnchor(.practice, $0.practices[$1].header) },
        search: { practice, page in page.searchWriter.document(of: practice) },
        view: practiceView)

    private static let practiceView = View<PracticeRef>(
        "practice", pageFields(), placeView.fields { practice, _ in practice.place },
        [
            .text("brand", "the local name") { practice, page in
                let brand = practice.record.brand?[page.language]
                return brand == page.title ? nil : brand
            },
            .text("summary", "one or two sentences") { practice, page in practice.record.summary?[page.language] },
            .text("modality", "reported or proposed, in words") { practice, page in
                page.strings[.modality, practice.record.modality]
            },
            .flag("is-proposed", "whether it is only proposed") { practice, _ in practice.isProposed },
        ],
        evidenceFields(), kitNameFields(),
        [
            .object("problem", of: statementView, "why it was set up") { practice, _ in practice.record.problem }
        ],
        stepsFields(),
        [
            .list("steps", of: stepView, "the steps, or what is done in no order") { practice, page in
                practice.record.steps.map { StepText($0, page.language) }
            },
            .list("actors", of: actorView, "who takes part") { practice, _ in practice.record.actors },
            .list("items", of: itemView, "the seventeen items in order") { practice, _ in
                practice.items(PracticeItem.allCases)
            },
        ],
        countFields,
        [
            .list("figures", of: figureView, "its figures") { practice, _ in practice.outcomes.figures() },
            .list("mechanisms", of: linkView, "the tools it uses") { practice, page in
                practice.mechanisms.map { page.link(to: $0.id) }
            },
            .list("topics", of: linkView, "the problems and groups it is for") { practice, page in
                practice.topics.map { page.link(to: $0.id) }
            },
            .list("cases", of: caseCardView, "its cases") { practice, _ in practice.cases.listed },
            .list("questions", of: questionView, "questions to ask the place, written for this practice") {
                practice, _ in practice.questions
            },
            .list("similar", of: practiceCardView, "practices elsewhere for the same problem or with rare mechanisms") {
                practice, page in
                page.site.neighbours.similar[practice.index].map { PracticeRef(practice.shared, $0) }.listed()
            },
            .text("kit-href", "its kit") { practice, page in page.href(PageID(.kit, practice.index)) },
            .list("adoptions", of: adoptionView, "who took it over") { practice, _ in practice.adoptions },
            .html("adoption-diagram", "the same, drawn") { practice, page, output in
                if let diagram = page.adoptionDiagram(of: practice) { output.write(html: svg(of: diagram)) }
            },
        ])

    private static let countFields: [ViewField<PracticeRef>] = [
        .text("stated-count", "how many items a source states") { practice, _ in
            String(practice.count(of: .stated))
        },
        .text("inferred-count", "how many the editor concluded") { practice, _ in String(practice.count(of: .inferred))
        },
        .text("added-count", "how many the editor added") { practice, _ in String(practice.count(of: .added)) },
        .text("unknown-count", "how many nobody tells") { practice, _ in String(practice.count(of: .unknown)) },
    ]
}

extension PageContext {
    /// From the place of the practice to those who took it over; nil if nobody did.
    fileprivate func adoptionDiagram(of practice: PracticeRef) -> CopyDiagram? {
        let adoptions = practice.adoptions
        guard !adoptions.isEmpty else { return nil }
        return CopyDiagram(
            title: strings[.adoptionsDiagram], description: strings[.adoptionsDiagramExplained],
            origin: practice.place?.record.header.title[language] ?? practice.record.place.id,
            copies: adoptions.map { adoption in
                let hasResult = !adoption.record.result.isEmpty
                return CopyDiagram.Copy(
                    name: adopter(adoption),
                    note: strings[hasResult ? .adoptionWithResult : .adoptionWithoutResult],
                    isConfirmed: hasResult)
            }, id: "diagram.1")
    }
}
