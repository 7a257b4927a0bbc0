import Content
import Text

/// A header taken apart: 1-6月累计（万元） is a time, what the figures of it are, and their unit.
struct HeaderWords {
    /// Without the unit.
    var name: String
    var unit: String?
    /// The time that it names, if it names nothing else but what the figures are.
    var time: String?
    var aspect: FigureAspect?

    init(_ header: String) {
        (name, unit) = MetricBook.parted(lines(of: header).joined(separator: " "))
        aspect = FigureAspect(header)
        guard aspect == nil else { return }
        (time, aspect) = Self.time(in: name) ?? (nil, nil)
    }

    /// A unit that stands alone in a header below another one, with brackets or without.
    static func unitAlone(_ header: String) -> String? {
        var text = trimmed(lines(of: header).joined(separator: " "))
        if let first = text.first, let last = text.last, "（([【".contains(first), "）)]】".contains(last) {
            text = trimmed(String(text.dropFirst().dropLast()))
        }
        let unit = MetricBook.unit(text)
        return WholeUnit(unit) == nil ? nil : unit
    }

    /// 2025年1-6月, 1-6月累计, 上年1-6月, 2025年目标.
    private static func time(in text: String) -> (time: String, aspect: FigureAspect?)? {
        if isTime(text) { return (text, nil) }
        guard mayNameTime(text) else { return nil }
        var (rest, isYearBefore) = (text, false)
        if let word = ["上年度", "上年", "去年"].first(where: rest.hasPrefix) {
            (rest, isYearBefore) = (trimmed(String(rest.dropFirst(word.count))), true)
        } else if let word = ["本年度", "本年", "今年"].first(where: rest.hasPrefix) {
            rest = trimmed(String(rest.dropFirst(word.count)))
        }
        var aspect: FigureAspect?
        if !isTime(rest) {
            if rest.hasPrefix("累计"), isTime(String(rest.dropFirst(2))) {
                (rest, aspect) = (String(rest.dropFirst(2)), .sinceNewYear)
            } else if let (word, found) = endings.first(where: { rest.hasSuffix($0.word) }) {
                (rest, aspect) = (trimmed(String(rest.dropLast(word.count))), found)
            }
        }
        guard isTime(rest), !isYearBefore || OfficeTime(rest) == nil else { return nil }
        return (rest, isYearBefore ? .yearBefore(of: aspect) : aspect)
    }

    private static func isTime(_ text: String) -> Bool {
        mayNameTime(text) && text.count > 1 && OfficeTime(text, year: 2000) != nil
    }

    /// Whether a text has a sign that names of times have.
    private static func mayNameTime(_ text: String) -> Bool {
        if text.contains(where: { "年月季".contains($0) }) { return true }
        var digits = 0
        for character in text {
            digits = character.isWholeNumber ? digits + 1 : 0
            if digits == 4 { return true }
        }
        return text.contains(#/half|[Qq][0-9]/#)
    }

    /// What may stand behind a time, the longest first.
    private static let endings: [(word: String, aspect: FigureAspect?)] = [
        ("累计完成数", .sinceNewYear), ("累计完成", .sinceNewYear), ("累计数", .sinceNewYear), ("累计值", .sinceNewYear),
        ("累计", .sinceNewYear), ("目标任务", .target), ("目标值", .target), ("目标数", .target), ("目标", .target),
        ("计划数", .target), ("计划值", .target), ("计划", .target), ("实际完成", .now(nil)), ("实际数", .now(nil)),
        ("实际值", .now(nil)), ("实际", .now(nil)), ("完成数", .now(nil)), ("完成值", .now(nil)), ("完成", .now(nil)),
        ("当月", .now(.month)), ("本月", .now(.month)), ("合计", nil), ("数值", nil), ("数据", nil), ("情况", nil),
        ("数", nil), ("值", nil),
    ]
}
