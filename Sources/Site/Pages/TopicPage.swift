import Content

extension PageName { static let topic = PageName("topic") }

extension PageKind {
    static let topic = PageKind(
        .topic, of: { TopicRef($0, $1) }, pages: { $0.topics.map { .record($0.id, $0.record.header) } },
        title: { topic, page in topic.record.header.title[page.language] },
        description: { _, page in page.descriptionOfBody },
        trail: { _, _ in [PageID(.home), PageID(.topics)] }, styles: { $0.stylesOfBody }, schemaType: .article,
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
        practiceFields(of: { .record($0.id) }, { $0.practices }),
        [
            .list("cases", of: caseCardView, "cases") { topic, _ in topic.cases.listed },
            .list("mentions", of: mentionView, "places that only name it") { topic, _ in topic.mentions },
            .text("compare-href", "these practices side by side; absent if there are fewer than two") { topic, page in
                page.comparisonHref(topic.id)
            },
        ])
}
