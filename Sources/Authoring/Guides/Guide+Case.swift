/// A case and an adoption: what came of a practice.
extension FieldGuide {
    static let caseStudy =
        [
            title,
            FieldGuide(
                "practice", "属于哪条做法，如 panjin/three-grids；几条就写成列表",
                "the practice it belongs to, such as panjin/three-grids, or a list",
                start: .placeholder(Phrase("做法的标识", "the id of a practice")), names: .practices),
            FieldGuide(
                "period", "时间：2025、2025-Q3、2025-09、2025-01/2025-09；没有说就空着",
                "when: 2025, 2025-Q3, 2025-09, 2025-01/2025-09; empty if nobody says"),
            statement(
                "problem", "遇到了什么问题。只写一条", "the problem; one statement",
                start: .placeholder(Phrase("遇到了什么问题", "the problem"))),
            statement("response", "怎样办理", "what was done about it"),
            statement("result", "结果怎样", "what came of it"),
            FieldGuide(
                "outcomes", "有关的数字：数字表里的行，写 id", "figures that belong to it: ids of their rows", names: .observations),
            statement("lessons", "别处可以借鉴什么", "what others can learn from it"),
            statement("went-wrong", "走过什么弯路", "what went wrong on the way"),
            FieldGuide("topics", "有关的问题和人群", "problems and groups", names: .topics),
        ] + commonTail

    static let adoption = [
        FieldGuide(
            "practice", "学的是哪条做法，如 panjin/three-grids", "which practice was taken over, such as panjin/three-grids",
            start: .placeholder(Phrase("做法的标识", "the id of a practice")), names: .practices),
        FieldGuide(
            "adopter", "谁学的：本库地方的标识，或直接写名称", "who took it over: the id of a place here, or a name",
            start: .placeholder(Phrase("谁学的", "who took it over")), names: .places),
        FieldGuide("date", "哪一天起，写作 2026-01-31；没有说就空着", "since which day: 2026-01-31; empty if nobody says"),
        statement("kept", "照搬了什么", "what was kept"),
        statement("changed", "改了什么", "what was changed"),
        statement("why", "为什么改", "why it was changed"),
        statement("result", "结果怎样", "what came of it"),
        FieldGuide(
            "from", "出处，如 来源标识#P1.S2", "where a source says so: source-id#P1.S2",
            start: .placeholder(Phrase("来源标识#P1.S2", "source-id#P1.S2"))),
    ]
}
