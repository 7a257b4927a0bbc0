/// The words by which numbers in a text are told to be figures, or not to be.
enum LooseWords {
    static let years = 1900...2099

    /// The end of the unit that stands here; nil where none does, or where it begins another word.
    static func endOfUnit(_ text: FigureText, at start: Int, isHedged: Bool = false) -> Int? {
        guard text[start]?.isHan == true, FigureUnits.longerWords.end(text, at: start) == nil else { return nil }
        return FigureUnits.inTexts.end(text, at: start)
            ?? (isHedged ? FigureUnits.hedgedInTexts.end(text, at: start) : nil)
    }

    /// Numbers that count nothing, names that everybody uses, and places.
    static let idioms = WordTable([
        "三天两头", "三番五次", "三三两两", "三五成群", "三言两语", "三位一体", "四位一体", "五位一体", "五年规划", "五年计划", "四面八方",
        "千家万户", "千千万万", "一五一十", "十里八乡", "两面性", "三元里", "三门峡", "五台山", "五家渠",
        "三张清单", "两张清单", "四张清单", "五张清单", "两个清单", "三个清单", "三项清单", "四项清单", "两份清单", "三份清单", "两张皮", "三本账",
        "四个意识", "四个自信", "两个维护", "两个确立", "四个全面", "三个代表", "两个结合", "八项规定", "四套班子", "五级书记", "两级政府", "三级管理",
        "两天一夜", "十字路口", "十字街头",
    ])

    /// Behind digits these make a name: 15分钟生活圈 does not say how long anything took.
    static let namesAfterUnit = WordTable([
        "生活圈", "便民圈", "养老圈", "服务圈", "步行圈", "便民生活圈", "健身圈", "文化圈", "医疗圈", "合一", "多合一", "行动计划",
    ])

    /// Behind an age these make it a group of people: 60岁以上.
    static let endsOfAge = WordTable(["以上", "及以上", "或以上", "以下", "及以下", "或以下", "以内"])

    /// 统一, 唯一, 单一, 同一, 之一, 不一, 逐一, 专一, 划一, 合一.
    static let endInOne: Set<Unicode.Scalar> = ["统", "唯", "单", "同", "之", "不", "逐", "专", "划", "合"]

    /// The last characters of hedges before a number: 近, 超, 超过, 约, 逾, 多于, 不到, 不足, 达, 未满, 大概.
    static let hedges: Set<Unicode.Scalar> = ["近", "超", "过", "约", "逾", "于", "到", "足", "达", "满", "概", "止"]

    /// Before a number these make it the name of a part.
    static let labels: Set<String> = [
        "section", "sections", "part", "parts", "chapter", "chapters", "page", "pages", "paragraph", "paragraphs",
        "figure", "figures", "table", "tables", "no", "nos", "number", "numbers", "step", "steps", "item", "question",
        "questions", "level", "levels", "phase", "phases", "stage", "version", "article", "articles", "appendix",
        "note", "notes", "line", "lines", "row", "column", "grade", "group", "type", "class", "category", "round",
        "room", "unit", "sentence", "sentences", "clause", "clauses",
    ]

    static let months: Set<String> = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static let functions: Set<String> = [
        "a", "about", "and", "are", "as", "at", "be", "became", "but", "by", "for", "from", "had", "has", "have", "in",
        "into", "is", "it", "not", "of", "on", "or", "out", "so", "than", "that", "the", "there", "they", "to", "under",
        "was", "were", "when", "where", "which", "who", "will", "with",
    ]
}
