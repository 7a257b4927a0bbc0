/// A practice: what somebody elsewhere needs in order to repeat it.
extension FieldGuide {
    static let practice =
        [
            title,
            FieldGuide("place", "哪个地方，与文件夹同名", "the place, named like the folder", start: .place, names: .places),
            statement(
                "problem", "要解决什么问题。只写一条", "the problem it is meant to solve; one statement",
                start: .placeholder(Phrase("要解决什么问题", "the problem it is meant to solve"))),
            FieldGuide(
                "mechanisms", "用到的机制，一个或几个，如 [grid, hotline]",
                "the mechanisms it uses, one or more: [grid, hotline]",
                start: .placeholder(Phrase("机制的标识", "ids of mechanisms")), names: .mechanisms),
            FieldGuide(
                "modality", "已经在做，还是只是主张", "whether it is done or only proposed", start: .value("reported"),
                words: Word.modalities),
            FieldGuide("summary", "一两句话的摘要，列表里用", "one or two sentences for lists"),
            FieldGuide(
                "topics", "有关的问题和人群，如 [old-communities]", "problems and groups: [old-communities]", names: .topics),
            FieldGuide("brand", "当地自己的叫法", "what the place itself calls it"),
            fit("levels", "在哪几级实行，如 [city, street]", "on which levels it is run: [city, street]", Word.levels),
            fit("communities", "适合什么类型的社区，如 [old]", "for what types of community: [old]", Word.communities),
            fit(
                "assets", "靠什么做起来，别处要有或要先建的，如 [grid, funds]",
                "what it stands on, and another place needs: [grid, funds]", Word.assets),
        ] + items + [
            FieldGuide(
                "outcomes", "结果：数字表里的行，写 id，如 [linan-meetings]。“主张”不能有结果",
                "results: ids of rows of the figures, such as [linan-meetings]; a proposal has none",
                names: .observations),
            FieldGuide(
                "verified-by", "别人核实过结果的出处，如 来源标识#P3", "where somebody independent confirms the results: source-id#P3"),
        ] + commonTail

    private static func fit(_ key: String, _ chinese: String, _ english: String, _ words: [Word]) -> FieldGuide {
        FieldGuide(
            key, chinese, english, words: words,
            entries: [
                FieldGuide("is", "其中一个词", "one of the words"), FieldGuide("from", "出处", "where a source says so"),
            ])
    }

    private static let items = [
        statement("logic", "为什么这样做管用", "why this should work"),
        statement("materials", "要用到的材料、工具、表格、文件", "materials, tools, forms and documents it needs"),
        FieldGuide(
            "steps", "步骤，按先后", "the steps, in order",
            entries: statementEntries + [
                FieldGuide("by", "由谁做", "who does it"), FieldGuide("needs", "要先有什么", "what it needs"),
                FieldGuide("gives", "产出什么", "what comes of it"), FieldGuide("takes", "用多长时间", "how long it takes"),
            ],
            example: Phrase(
                """
                - text: 每周二召集各单位碰头
                  by: 街道
                  from: 来源标识#P1.S2
                """,
                """
                - text: Call the units together every Tuesday
                  by: the street office
                  from: source-id#P1.S2
                """)),
        FieldGuide(
            "who", "谁参与", "who takes part",
            entries: [
                FieldGuide("name", "谁", "the name"), FieldGuide("role", "做什么", "what they do"),
                FieldGuide("level", "哪一级", "their level", words: Word.levels),
                FieldGuide("from", "出处", "where a source says so"),
            ],
            example: Phrase(
                """
                - name: 社区居委会
                  role: 登记问题
                  level: community
                """,
                """
                - name: the residents’ committee
                  role: takes problems down
                  level: community
                """)),
        statement("where", "在什么范围、什么场所", "where, and how far it reaches"),
        statement("when", "什么时候开始，多久一次", "since when, how often"),
        statement("cost", "花多少钱，谁出", "what it costs, and who pays"),
        statement("staff", "要多少人手", "how many people it takes"),
        statement("fit", "什么条件下适用", "what must be given for it to work"),
        statement("changes", "实行中改过什么", "what was changed on the way"),
        statement("monitoring", "怎样知道有没有效果", "how one knows whether it works"),
        statement("baseline", "做之前是什么样", "how things were before"),
        statement("risks", "会出什么问题，要避开什么", "what may go wrong"),
        statement("contact", "向哪个单位打听。不要写私人电话", "which office to ask; no private telephone numbers"),
    ]
}
