/// What the words of units count or measure, to tell a figure that is not of its metric.
///
/// Only what is known to differ contradicts: 户 is not 人, 件次 is not 件, minutes are not hours. Words that count
/// the same agree (名, 位, 人), 个 counts almost everything, and a noun that is not listed may name what is counted.
enum MeasureWords {
    /// Whether a figure in one unit cannot be a figure in the other. What stands behind the measure word – 名第一书记,
    /// “hours of service” – does not count. 3500元/月 is no number of 元; what a metric is counted per (元/人) a print may say
    /// elsewhere: 人均3500元.
    static func contradict(_ printed: String, _ unit: String) -> Bool {
        let (printed, unit) = (printed.split(separator: "/"), unit.split(separator: "/"))
        return (printed.count > 1 && unit.count == 1)
            || zip(printed, unit).contains { contradict(measures(String($0)), measures(String($1))) }
    }

    private static func contradict(_ one: Set<Int>, _ other: Set<Int>) -> Bool {
        if one.isEmpty || other.isEmpty { return one.union(other).contains { $0 >= FigureUnits.counting.count } }
        return one.isDisjoint(with: other)
    }

    /// The rows of the tables of ``FigureUnits`` in which the word of a unit stands.
    private static func measures(_ unit: String) -> Set<Int> {
        let text = FigureText(unit).trimmed
        return (text.hasHan ? chineseWord(text) : englishWord(text)).flatMap { rows[$0] } ?? []
    }

    /// The longest word with which a Chinese unit begins.
    private static func chineseWord(_ text: FigureText) -> String? {
        guard FigureUnits.longerWords.end(text, at: 0) == nil else { return nil }
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
        for (row, words) in (FigureUnits.counting + FigureUnits.measuring).enumerated() {
            for word in words { rows[word, default: []].insert(row) }
        }
        rows["个"] = Set(FigureUnits.counting.indices)
        return rows
    }()

    private static let longest = 4
}
