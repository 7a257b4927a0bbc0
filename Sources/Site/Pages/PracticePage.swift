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
            // Steps and adoptions are drawn.
            let practice = PracticeRef(page.site.shared, page.page.id.index)
            let drawn = practice.adoptions.isEmpty ? [] : StyleSheet.charts
            let charts = page.stylesOfBody.isEmpty ? drawn : page.stylesOfBody
            return charts + (practice.record.steps.isEmpty ? [] : StyleSheet.process) + ["practice.css"]
        },
        schemaType: .article, menu: .below(.practices),
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
        stepsFields(), processFields(),
        [
            .list("steps", of: stepView, "the steps, or what is done in no order") { practice, page in
                practice.steps(page)
            },
            .list("actors", of: actorView, "who takes part") { practice, _ in practice.record.actors },
            .list("items", of: itemView, "the seventeen items in order") { practice, _ in
                practice.items(PracticeItem.allCases)
            },
            .list("conditions", of: itemView, "what must be given, as far as anybody says") { practice, _ in
                practice.items(practice.conditions)
            },
            .list("further-items", of: itemView, "the items that no part of the page tells") { practice, _ in
                let told = practice.conditions
                return practice.items(PracticeItem.statementItems.filter { !told.contains($0) })
            },
            .list("inquiry", of: inquiryQuestionView, "what to ask the place, as the letter of its kit does") {
                practice, page in
                page.site.inquiry(about: practice, language: page.language)
            },
            .list("leads", of: leadView, "who speaks of it, where nobody is named to ask") { practice, _ in
                practice.leads
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

extension Ref where Record == Practice {
    /// The items one has to have before one begins, as far as they are told.
    fileprivate var conditions: [PracticeItem] {
        [.fit, .where, .when, .materials, .staff, .cost].filter { item in
            state(of: item) != .unknown || [.none, .inferred].contains(absence(of: item))
        }
    }
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
