/// What the words of units count or measure, to tell a figure that is not of its metric.
///
/// Only what is known to differ contradicts: 户 is not 人, 件次 is not 件, minutes are not hours. Words that count
/// the same agree (名, 位, 人), 个 counts almost everything, and a noun that is not listed may name what is counted.
enum MeasureWords {
    /// Whether a figure in one unit cannot be a figure in the other. What stands behind the measure word – 名第一书记,
    /// “hours of service” – does not count.
    static func contradict(_ one: String, _ other: String) -> Bool {
        let pairs = zip(one.split(separator: "/"), other.split(separator: "/"))
        return pairs.contains { contradict(measures(String($0)), measures(String($1))) }
    }

    private static func contradict(_ one: Set<Int>, _ other: Set<Int>) -> Bool {
        if one.isEmpty || other.isEmpty { return one.union(other).contains { $0 >= counting.count } }
        return one.isDisjoint(with: other)
    }

    /// The rows of the tables below in which the word of a unit stands.
    private static func measures(_ unit: String) -> Set<Int> {
        let text = FigureText(unit).trimmed
        return (text.hasHan ? chineseWord(text) : englishWord(text)).flatMap { rows[$0] } ?? []
    }

    /// The longest word with which a Chinese unit begins.
    private static func chineseWord(_ text: FigureText) -> String? {
        guard !LooseWords.beginsLongerWord(text, at: 0) else { return nil }
        return (1...longest).reversed().lazy.map { text.string(from: 0, to: $0) }.first { rows[$0] != nil }
    }

    /// The words with which an English unit begins or ends: “hours of service”, “calendar days”.
    private static func englishWord(_ text: FigureText) -> String? {
        let words = text.string(from: 0, to: text.count).lowercased().split(separator: " ")
        let phrases = [words.prefix(2), words.prefix(1), words.suffix(2), words.suffix(1)]
        return phrases.lazy.map { $0.joined(separator: " ") }.first { rows[$0] != nil }
    }

    private static let rows: [String: Set<Int>] = {
        var rows: [String: Set<Int>] = [:]
        for (row, words) in (counting + measuring).enumerated() {
            for word in words { rows[word, default: []].insert(row) }
        }
        rows["个"] = Set(counting.indices)
        return rows
    }()

    private static let longest = 4

    /// Each row counts one sort of thing; a word that counts several stands in several.
    private static let counting: [[String]] = [
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
    private static let measuring: [[String]] = [
        ["人次"], ["件次"], ["户次"], ["项次"], ["家次"],
        ["%"], ["‰"], ["百分点", "个百分点", "percentage points", "percentage point"], ["成"], ["倍"],
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
}
