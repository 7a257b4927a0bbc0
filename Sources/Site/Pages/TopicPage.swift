import Content

extension PageName { static let topic = PageName("topic") }

extension PageKind {
    static let topic = PageKind(
        .topic, of: { TopicRef($0, $1) }, pages: { $0.topics.map { .record($0.id, $0.record.header) } },
        title: { topic, page in topic.record.header.title[page.language] },
        description: { _, page in page.descriptionOfBody },
        trail: { _, _ in [PageID(.home), PageID(.topics)] },
        styles: { page in
            let topic = TopicRef(page.site.shared, page.page.id.index)
            return page.stylesOfBody + (topic.options.isEmpty ? [] : ["board.css"])
        },
        schemaType: .article,
        menu: .below(.topics), printedAnchor: { recordAnchor(.topic, $0.topics[$1].header) },
        search: { topic, page in
            page.searchWriter.document(
                of: topic.record, .topic, facets: page.site.facetValues(.topic, topics: [topic.index]))
        },
        view: topicView)

    private static let topicView = View<TopicRef>(
        "topic", pageFields(),
        [
            .text("kind", "problem or target group, in words") { topic, page in
                page.strings[.topicKind, topic.record.topicKind]
            },
            .text("synonyms", "its other names") { topic, page in
                page.enumerated(topic.record.synonyms.map { $0[page.language] })
            },
        ],
        practiceFields(of: { .record($0.id) }),
        [
            .list("options", of: optionOfTopicView, "what places report, side by side; none for a single practice") {
                topic, _ in
                topic.options
            },
            .list("cases", of: caseCardView, "cases") { topic, _ in topic.cases.listed },
            .list("mentions", of: mentionView, "places that only name it") { topic, _ in topic.mentions },
            .text("compare-href", "these practices side by side; absent if there are fewer than two") { topic, page in
                page.comparisonHref(topic.id)
            },
        ])
}

extension Ref where Record == Topic {
    /// The reported practices that one chooses between; none where there is no choice.
    fileprivate var options: [PracticeRef] {
        let reported = practices.listed(.reported)
        return reported.count > 1 ? Array(reported.prefix(mostOptions)) : []
    }
}

/// As many as one still chooses between.
private let mostOptions = 12

/// What one chooses a practice by.
private let optionOfTopicView = View<PracticeRef>(
    "option of a topic", practiceCardView.fields, FinderWords.all.flatMap(\.fields),
    [
        .object("result", of: figureView, "the first result that its sources give; absent where they give none") {
            practice, _ in
            practice.results.first.map { Figure($0, namesPlace: false) }
        },
        .text("more-results", "how many more there are; absent for none") { practice, page in
            let more = practice.results.count - 1
            return more > 0 ? page.strings.format(.optionMoreResults, count: more) : nil
        },
    ])
