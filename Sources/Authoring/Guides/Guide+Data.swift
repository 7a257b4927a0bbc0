/// Metrics and sources.
extension FieldGuide {
    static let metric = [
        FieldGuide("name", "指标名称", "the name of the metric", start: .title),
        FieldGuide(
            "definition", "算的是什么，不算什么，什么时间范围", "what is counted, what is not, over which time",
            start: .placeholder(Phrase("算的是什么", "what is counted"))),
        FieldGuide("kind", "种类", "its kind", start: .value("count"), words: Word.metricKinds),
        FieldGuide("unit", "单位，如 次、户、%", "the unit, such as meetings or %"),
        FieldGuide("direction", "高好还是低好", "which direction is good", start: .value("neutral"), words: Word.directions),
        FieldGuide("formula", "怎样算出来的", "how it is computed"),
        FieldGuide("numerator", "分子", "the numerator"),
        FieldGuide("denominator", "分母（占比、增幅、指数要写）", "the denominator: for shares, changes and indices"),
    ]

    static let source = [
        FieldGuide("title", "标题", "the title", start: .title),
        FieldGuide(
            "title-printed", "标题是原文印的（true），还是编者拟的（false）",
            "whether the document prints this title (true) or an editor gave it (false)"),
        FieldGuide(
            "outlet", "谁发布的：报刊、网站、单位", "who published it: a paper, a site, an office",
            start: .placeholder(Phrase("谁发布的", "who published it"))),
        FieldGuide(
            "date", "日期，写作 2026-01-31；没有印就写 not printed",
            "its date, such as 2026-01-31, or: not printed", start: .value("not printed")),
        FieldGuide("language", "原文的语言", "the language it is written in", start: .libraryLanguage),
        FieldGuide(
            "rights", "可以用到什么程度", "what the library may show of it", start: .value("reference"), words: Word.rights),
        FieldGuide(
            "sha256", "原文件的 SHA-256，由程序算出", "the SHA-256 of the original file, worked out by the program",
            start: .placeholder(Phrase("用 --from 让程序算出", "let the program work it out: --from"))),
        FieldGuide("file", "原文件名", "the name of the original file"),
        FieldGuide("numbering", "怎样编段号、句号，有特别之处才写", "how paragraphs and sentences are numbered, if unusual"),
        FieldGuide(
            "sections", "原文的部分；至少一个", "the parts of the document; at least one",
            entries: [
                FieldGuide("id", "标识", "an id"), FieldGuide("title", "标题", "its title"),
                FieldGuide("asks", "这一部分问的是什么", "what it asks"),
            ],
            example: Phrase("- {id: s1, title: 全文}", "- {id: s1, title: The whole text}")),
        FieldGuide(
            "speakers", "说话的人", "who speaks",
            entries: [
                FieldGuide("id", "标识", "an id"), FieldGuide("name", "姓名", "the name"),
                FieldGuide("role", "职务，照印", "the office, as printed"),
                FieldGuide("place", "地方的标识", "the id of their place", names: .places),
            ],
            example: Phrase(
                "- {id: zhang-san, name: 张三, role: 街道办事处主任, place: linan}",
                "- {id: li-ming, name: Li Ming, role: head of the street office, place: linan}")),
        FieldGuide(
            "paragraphs", "每一段的指纹，由程序算出；可以补上 speaker",
            "the fingerprint of each paragraph, worked out by the program; add ‘speaker’",
            entries: [
                FieldGuide("n", "第几段", "its number"), FieldGuide("section", "属于哪一部分", "its part"),
                FieldGuide("kind", "是什么，如 text、heading、answer", "what it is: text, heading, answer"),
                FieldGuide("speaker", "谁说的", "who says it"), FieldGuide("sentences", "几句", "how many sentences"),
                FieldGuide("chars", "多少字", "how many characters"), FieldGuide("fingerprint", "指纹", "its fingerprint"),
                FieldGuide("text", "原文，只在 rights: full 或 quotes 时写", "its text, only with rights: full or quotes"),
            ],
            example: Phrase(
                "- {n: 1, section: s1, kind: answer, speaker: zhang-san, sentences: 2, fingerprint: 5f982d1f9d227132}",
                "- {n: 1, section: s1, kind: answer, speaker: li-ming, sentences: 2, fingerprint: 5f982d1f9d227132}")),
    ]
}
