/// What is counted and measured: the one table of units that the grammars, the search for loose figures and the
/// comparison of units read.
enum FigureUnits {
    /// Each row counts one sort of thing; a word that counts several stands in several. 个 counts all of them.
    static let counting: [[String]] = [
        ["人", "名", "位", "口", "people", "persons", "person"],
        ["户", "家", "households", "household", "families", "family"],
        ["家", "所", "间", "处", "organisations", "organizations"],
        ["件", "项", "条", "起", "宗", "例", "桩", "单", "笔", "票", "张", "份"],
        ["项", "条", "款", "点", "种", "类", "份", "篇", "本", "册", "部", "封"],
        ["栋", "幢", "座", "处", "所", "间", "套", "片", "块", "节"],
        ["台", "部", "辆", "架", "套", "只", "枚", "盏", "根", "棵", "株"],
        ["支", "队", "组", "批", "股"],
        ["次", "场", "期", "届", "轮", "批", "节", "堂", "遍", "趟"],
    ]

    /// Each row is a measure of its own, which no other word stands for.
    static let measuring: [[String]] = [
        ["人次"], ["件次"], ["户次"], ["项次"], ["家次"],
        ["%"], ["‰"],
        ["百分点", "个百分点", "percentage points", "percentage point", "pp"],
        ["成"], ["倍"],
        ["年", "周年", "years", "year"], ["季度", "个季度", "quarters", "quarter"],
        ["月", "个月", "months", "month"], ["周", "星期", "个星期", "weeks", "week"],
        ["工作日", "个工作日", "working days", "working day", "workdays", "workday"],
        ["天", "日", "days", "day"], ["小时", "个小时", "钟头", "个钟头", "hours", "hour", "h", "hrs"],
        ["刻钟"], ["分钟", "minutes", "minute", "min", "mins"], ["秒", "秒钟", "seconds", "second", "s"],
        ["岁", "周岁"], ["元", "块", "块钱", "yuan", "rmb"], ["美元", "dollars", "dollar"],
        ["公里", "千米", "kilometres", "kilometers", "km"], ["里"], ["米", "metres", "meters", "m"],
        ["厘米", "centimetres", "centimeters", "cm"], ["毫米", "millimetres", "millimeters", "mm"],
        ["平方公里", "km²"], ["平方米", "平米", "㎡", "m²"], ["立方米", "㎥"], ["亩", "mu"],
        ["公顷", "hectares", "hectare", "ha"], ["吨", "tonnes", "tonne", "tons", "t"],
        ["公斤", "千克", "kilograms", "kg"], ["克", "grams", "g"], ["度", "千瓦时", "kwh"], ["千瓦", "kw"],
    ]

    /// Words that count too, but are compared with none.
    private static let uncompared = ["个", "级", "层", "面", "幅", "顿", "餐", "句", "段", "字", "格", "对"]

    private static let compared: [String] = [counting, measuring, [uncompared]].flatMap { $0.flatMap(\.self) }

    /// Units that a text has too often for other things to be told as figures: 三点开会, 三季度, 第三期.
    private static let quiet: Set<String> = ["款", "点", "期", "届", "架", "季度"]

    /// Units that make a figure only where a figure is expected.
    private static let expected = [
        "分", "角", "毛", "港元", "欧元", "日元", "英镑", "斤", "升", "毫升", "兆瓦", "摄氏度", "平方千米", "页", "帧", "门", "步", "环", "班",
        "桌", "席", "床", "站", "头", "匹", "尾", "羽", "桶", "袋", "箱", "瓶", "盒", "车次", "班次", "场次", "批次", "台次", "频次", "例次",
        "人天", "人日", "工时", "课时", "学时", "人月", "代", "族", "样", "员", "项目", "度电",
    ]

    /// What is counted without a measure word: 5部门, 300社区, 三部分.
    private static let nouns = [
        "部门", "单位", "部分", "方面", "环节", "步骤", "阶段", "年级", "社区", "小区", "居委会", "村委会", "村", "行政村", "街道", "乡镇", "镇",
        "乡", "县", "市", "区", "省", "街镇", "楼栋", "楼宇", "楼", "门", "单元", "网格", "网格员", "组织", "机构", "企业", "公司", "商户", "门店",
        "商家", "店", "学校", "医院", "站点", "中心", "平台", "点位", "阵地", "驿站", "项目", "案例", "问题", "事项", "诉求", "工单", "线索", "议题",
        "提案", "建议", "措施", "制度", "机制", "清单", "居民", "群众", "村民", "党员", "干部", "志愿者", "学生", "儿童", "老人", "老年人", "妇女",
        "职工", "骑手", "家庭", "成员", "支部", "党支部", "党组织", "党委", "小组", "队伍", "车位", "床位", "座位", "岗位", "活动", "服务",
        "人民币", "人员", "城市", "国家", "地区", "省份", "代表", "委员", "会员", "用户", "客户", "设备", "设施",
    ]

    /// Signs that are units.
    private static let signs = ["%", "‰", "℃", "°C", "°", "㎡", "㎥", "m²", "m³"]

    /// Units that are written in letters and without a space.
    static let symbols: Set<String> = [
        "km", "m", "cm", "mm", "kg", "g", "t", "ha", "h", "min", "kW", "kWh", "MW", "MWh", "pp", "L", "ml", "mL",
    ]

    /// Words that begin like a unit and are none: 三部分 counts no 部, 三年级 is a grade, 九十年代 a decade.
    static let longerWords = WordTable([
        "部分", "部门", "单元", "单位", "年级", "年代", "年轻", "成立", "成为", "成果", "成效", "成员", "成功", "位于", "位列", "组织",
        "组成", "条件", "条例", "支持", "支撑", "支援", "处理", "处置", "处于", "人民", "人大", "座谈", "批评", "批准",
        "种植", "台账", "周边", "日常", "天然", "本身", "度假", "里面", "对于", "对接", "面对", "面向",
        "级别", "口号", "口径", "只有", "只是", "根据", "例如", "家庭", "名称", "字样", "张贴", "队伍", "节约", "场所",
    ])

    /// Those of the quiet ones that count things where their number is not exact.
    static let hedgedInTexts = WordTable(["款", "期", "届", "架"])

    /// The Chinese units with which a number in a text is a figure.
    static let inTexts = WordTable(compared.filter { $0.first?.isASCII == false && !quiet.contains($0) })

    /// All that may stand behind a number in a Chinese figure.
    private static let known = WordTable([compared, expected, nouns, signs, Array(symbols)].flatMap(\.self))

    private static let knownNouns = WordTable(nouns)

    /// The place after the known unit or noun that stands here; nil where none does, or where another word begins
    /// like it.
    static func end(_ text: FigureText, at place: Int) -> Int? {
        guard let end = known.end(text, at: place) else { return nil }
        if let longer = longerWords.end(text, at: place), longer > end { return nil }
        if longerWords.end(text, at: place) == end, knownNouns.end(text, at: place) == nil { return nil }
        // 5G and 3kmh: a symbol ends where its letters do.
        if text[end - 1]?.isASCIILetter == true, text[end]?.isASCIILetter == true { return nil }
        return end
    }
}
