import Content

extension PageName { static let `case` = PageName("case") }

extension PageKind {
    static let `case` = PageKind(
        .case, of: { CaseRef($0, $1) }, pages: { $0.cases.map { .record($0.id, $0.record.header) } },
        title: { study, page in study.record.header.title[page.language] },
        description: { study, page in page.beginning(of: study.record.problem.text) },
        trail: { study, _ in
            [PageID(.home), PageID(.cases)] + [study.place.map { PageID($0.id) }].compactMap(\.self)
        },
        styles: { $0.stylesOfBody }, schemaType: .article, menu: .below(.cases),
        printedAnchor: { recordAnchor(.case, $0.cases[$1].header) },
        search: { study, page in page.searchWriter.document(of: study) }, view: caseView)

    private static let caseView = View<CaseRef>(
        "case", pageFields(), placeView.fields { study, _ in study.place },
        [
            .text("period", "when; absent where the source does not say") { study, page in
                study.record.period.map { period in
                    page.strings.marked(
                        page.strings.period(period), study.record.isPeriodInferred ? .inferred : .stated)
                }
            },
            .object("problem", of: statementView, "the problem") { study, _ in study.record.problem },
            .list("response", of: statementView, "what was done") { study, _ in study.record.response },
            .list("result", of: statementView, "what came of it") { study, _ in study.record.result },
            .list("lessons", of: statementView, "what to learn from it") { study, _ in study.record.lessons },
            .list("went-wrong", of: statementView, "what went wrong") { study, _ in study.record.wentWrong },
            .list("figures", of: figureView, "its figures") { study, _ in study.outcomes.figures() },
            // An archived practice is in no list, but a case does not lose what it is a case of.
            .list("practices", of: practiceCardView, "the practices it belongs to") { study, _ in study.practices },
            .list("topics", of: linkView, "its topics") { study, page in study.topics.map { page.link(to: $0.id) } },
        ])
}
