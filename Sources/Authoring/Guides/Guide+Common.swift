/// Fields that every record with a page has.
extension FieldGuide {
    static let title = FieldGuide(
        "title", "标题", "the title", start: .title)

    static let commonTail = [
        FieldGuide(
            "reviewed", "最近一次对照来源核对的日期，写作 2026-01-31", "the day you last compared this with its sources: 2026-01-31"),
        FieldGuide(
            "aliases", "这一页以前的地址，旧链接会转到这里，如 [places/old-name]",
            "old addresses of this page, which will lead here: [places/old-name]"),
        FieldGuide("status", "状态", "the state of this record", start: .value("draft"), words: Word.statuses),
    ]

    static func synonyms(_ chinese: String, _ english: String) -> FieldGuide {
        FieldGuide(
            "synonyms", "别的叫法，写成列表，如 [\(chinese)]", "other names, as a list: [\(english)]",
            entries: [FieldGuide("name", "叫法", "the name")])
    }

    static let place =
        [
            title,
            FieldGuide("level", "行政层级", "the level of administration", start: .value("city"), words: Word.levels),
            FieldGuide(
                "code", "行政区划代码（GB/T 2260），写在引号里，如 \"330112\"",
                "the code of the administrative division (GB/T 2260), in quotation marks: \"330112\""),
            FieldGuide("parent", "上一级，如 浙江省杭州市", "the unit above, such as Hangzhou, Zhejiang"),
        ] + commonTail

    static let mechanism =
        [
            title,
            FieldGuide(
                "kind", "机制的种类", "the kind of mechanism", start: .value("coordination"), words: Word.mechanismKinds),
            synonyms("三方联席会, 碰头会", "joint meeting, round table"),
        ] + commonTail

    static let topic =
        [
            title,
            FieldGuide("kind", "问题，还是人群", "a problem or a group", start: .value("problem"), words: Word.topicKinds),
            synonyms("旧楼, 老小区", "old buildings, old estates"),
            FieldGuide(
                "named-by", "哪些地方提到它，但没有报告做法；三项都要写",
                "places that name it without reporting a practice; all three are needed",
                entries: [FieldGuide("place", "地方的标识", "the id of the place")] + statementEntries,
                example: Phrase(
                    "- {place: linan, text: 电梯坏了没人修, from: 来源标识#P1.S2}",
                    "- {place: linan, text: nobody mends the lifts, from: source-id#P1.S2}")),
        ] + commonTail

    static let page =
        [
            title,
            FieldGuide("order", "在菜单里排第几，从1起", "the place in the menu, from 1"),
            FieldGuide("in-menu", "放进主菜单吗：true 或 false", "whether it stands in the main menu: true or false"),
        ] + commonTail
}
