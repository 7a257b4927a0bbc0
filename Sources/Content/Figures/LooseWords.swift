/// The words by which numbers in a text are told to be figures, or not to be.
enum LooseWords {
    static let years = 1900...2099

    /// The end of the measure word that stands here; nil where none does, or where it begins another word.
    static func endOfUnit(_ text: FigureText, at start: Int) -> Int? {
        guard text[start]?.isHan == true, !beginsLongerWord(text, at: start) else { return nil }
        return units.lazy.compactMap { text.end(of: $0, at: start) }.first
    }

    /// Whether a word stands here that only begins like a measure word.
    static func beginsLongerWord(_ text: FigureText, at start: Int) -> Bool {
        others.contains { text.end(of: $0, at: start) != nil }
    }

    /// A longer word stands before its own beginning.
    private static let units = [
        "个百分点", "个工作日", "个小时", "个月", "个", "工作日", "百分点",
        "人次", "人", "件次", "件", "户次", "户", "项次", "项", "家次", "家", "名", "位", "次", "条", "座", "处", "支", "类",
        "种", "套", "级", "层", "批", "轮", "份", "张", "台", "部", "块", "片", "栋", "幢", "间", "所", "辆", "册", "本", "篇",
        "场", "组", "队", "笔", "单", "票", "起", "宗", "例", "桩", "股", "面", "幅", "封", "节", "堂", "顿", "餐", "趟", "遍",
        "句", "段", "字", "口", "格", "对", "只", "枚", "盏", "根", "棵", "株",
        "小时", "分钟", "秒", "天", "日", "周", "星期", "周年", "年", "月", "岁", "刻钟",
        "元", "块钱", "美元", "平方公里", "平方米", "立方米", "公里", "千米", "厘米", "毫米", "米", "里", "亩", "公顷", "吨", "公斤",
        "千克", "克", "千瓦时", "千瓦", "度", "倍", "成",
    ]

    /// Words that begin like a unit and are none: 三部分 counts no 部, 三年级 is a grade, 九十年代 a decade.
    private static let others = [
        "部分", "部门", "单元", "单位", "年级", "年代", "年轻", "成立", "成为", "成果", "成效", "成员", "成功", "位于", "位列", "组织",
        "组成", "条件", "条例", "支持", "支撑", "支援", "处理", "处置", "处于", "人民", "人大", "座谈", "批评", "批准",
        "种植", "台账", "周边", "日常", "天然", "本身", "度假", "里面", "对于", "对接", "面对", "面向",
        "级别", "口号", "口径", "只有", "只是", "根据", "例如", "家庭", "名称", "字样", "张贴", "队伍", "节约", "场所",
    ]

    /// Numbers that count nothing, and places.
    static let idioms = [
        "三天两头", "三番五次", "三三两两", "三五成群", "三言两语", "三位一体", "四位一体", "五位一体", "五年规划", "五年计划", "四面八方",
        "千家万户", "千千万万", "一五一十", "十里八乡", "两面性", "三元里", "三门峡", "五台山", "五家渠",
    ]

    /// 统一, 唯一, 单一, 同一, 之一, 不一, 逐一, 专一, 划一, 合一.
    static let endInOne: Set<Unicode.Scalar> = ["统", "唯", "单", "同", "之", "不", "逐", "专", "划", "合"]

    /// The last characters of hedges before a number: 近, 超, 超过, 约, 逾, 多于, 不到, 不足, 达.
    static let hedges: Set<Unicode.Scalar> = ["近", "超", "过", "约", "逾", "于", "到", "足", "达"]

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

    /// Units that are written without a space.
    static let attached: Set<String> = ["km", "m", "cm", "mm", "kg", "g", "t", "ha", "h", "min", "kW", "kWh", "MW"]

    static let functions: Set<String> = [
        "a", "about", "and", "are", "as", "at", "be", "became", "but", "by", "for", "from", "had", "has", "have", "in",
        "into", "is", "it", "not", "of", "on", "or", "out", "so", "than", "that", "the", "there", "they", "to", "under",
        "was", "were", "when", "where", "which", "who", "will", "with",
    ]
}
