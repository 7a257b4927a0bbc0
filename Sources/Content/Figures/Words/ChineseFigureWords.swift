/// The words around the number of a Chinese figure.
enum ChineseFigureWords {
    enum Lead: Sendable {
        case hedge(Qualifier)
        /// Says nothing of the number.
        case nothing
        /// What a change is measured against, whole (同比) or up to its noun (较).
        case base, baseBefore
        /// A verb, behind which 到 tells what was reached.
        case verb(sign: Int)
        /// A noun, behind which 为 tells how much it was.
        case noun(sign: Int)
        /// Is the change itself, and begins like a verb.
        case number
        /// What is reached comes after this: 由80%提高到95%.
        case from
    }

    /// Words before the number.
    static let leads = WordTable<Lead>(
        all(
            (["不低于", "不少于", "不小于", "未低于", "未少于", "至少", "最少", "≥", "≧", "⩾", ">="], .hedge(.atLeast)),
            (
                [
                    "不超过", "不高于", "不多于", "不大于", "不超", "未超过", "未超", "没有超过", "没超过", "没超", "未高于", "至多", "最多", "≤", "≦",
                    "⩽", "<=",
                ], .hedge(.atMost)
            ),
            (["超过", "超出", "超", "逾", "多于", "高于", "大于", "不止", "不只", ">"], .hedge(.moreThan)),
            (
                [
                    "少于", "不到", "不足", "不满", "不及", "未达到", "未达", "未满", "未到", "没有达到", "没达到", "没到", "没满", "低于", "小于", "<",
                ], .hedge(.lessThan)
            ),
            (["大约", "大概", "大致", "约莫", "差不多", "约", "≈", "~"], .hedge(.about)),
            (["将近", "接近", "几乎", "近乎", "近"], .hedge(.nearly)),
            (["达到", "达", "共计", "共有", "共", "累计", "总计", "合计", "新增", "平均", "年均", "已达"], .nothing),
            (["同比", "环比", "同期"], .base), (["较", "比", "与", "同", "和", "相比"], .baseBefore),
            (["增长", "增加", "上升", "提高", "提升", "上涨", "提速", "扩大", "增", "升", "涨", "↑"], .verb(sign: 1)),
            (
                [
                    "下降", "减少", "降低", "缩短", "压缩", "压减", "缩减", "下跌", "下滑", "回落", "缩小", "精简", "减", "降", "跌", "↓",
                    "负增长",
                ], .verb(sign: -1)
            ),
            (
                ["增幅", "涨幅", "升幅", "增速", "增长率", "增长幅度", "上升幅度", "提高幅度", "提升幅度", "增加幅度"],
                .noun(sign: 1)
            ),
            (
                ["降幅", "跌幅", "减幅", "下降率", "下降幅度", "降低幅度", "减少幅度", "缩短幅度", "压减幅度"], .noun(sign: -1)
            ),
            (["由", "从"], .from), (["减半"], .number)))

    /// What stands between 较 and the change.
    static let bases = WordTable([
        "上年同期", "去年同期", "上年度", "上年末", "上年底", "上年", "去年", "前年", "上月", "上季度", "上期", "年初", "年前", "同期", "改革前", "改造前",
        "实施前", "此前", "以前", "以往", "之前", "过去", "原来", "往年",
    ])

    /// Behind the noun of a base.
    static let basesEnd = WordTable(["同期", "末", "底", "初", "相比", "比"])

    /// Before the number from which a change begins.
    static let formerly = WordTable(["原来的", "原先的", "原有的", "以往的", "过去的", "此前的", "之前的", "上年的", "去年的", "上年", "去年", "原来"])

    /// Words behind the number or the unit; a noun may follow them, as in 3个以上社区.
    static let behind: [(word: String, hedge: Qualifier)] = [
        ("及以上", .atLeast), ("或以上", .atLeast), ("(含)以上", .atLeast), ("(含本数)以上", .atLeast),
        ("以上(含)", .atLeast), ("以上(含本数)", .atLeast), ("以上", .atLeast),
        ("及以下", .atMost), ("或以下", .atMost), ("(含)以下", .atMost), ("(含本数)以下", .atMost), ("(含)以内", .atMost),
        ("以下(含)", .atMost), ("以下(含本数)", .atMost), ("以下", .atMost), ("以内", .atMost), ("之内", .atMost),
        ("左右", .about),
    ]

    /// Words that hedge only as the last: 300件不到, 80岁出头. Elsewhere they say something else (2个不到位的问题, 3人上下班).
    static let atEnd: [(word: String, hedge: Qualifier)] = [
        ("上下", .about), ("不到", .lessThan), ("出头", .moreThan), ("开外", .moreThan), ("不止", .moreThan),
    ]

    /// 内 is a hedge behind these, and says where something is behind all others (2个社区内).
    static let measures = [
        "小时", "钟头", "分钟", "秒", "秒钟", "天", "日", "工作日", "周", "星期", "个月", "年", "季度", "公里", "千米", "里", "米", "%",
    ]

    /// What makes another word of one that hedges, where it follows in a text: 不到位, 上下班.
    static func continues(_ hedge: String, into next: Character?) -> Bool {
        guard let next else { return false }
        return switch hedge {
        case "不到": "位岗场底边头庭案期账".contains(next)
        case "上下": "班级游楼车联学课铺浮".contains(next)
        case "出头": "露".contains(next)
        default: false
        }
    }

    private static func all(_ rows: ([String], Lead)...) -> [(String, Lead)] {
        rows.flatMap { words, lead in words.map { ($0, lead) } }
    }
}
