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
        let text = trimmed(lines(of: header).joined(separator: " "))
        let unit = MetricBook.unit(inBrackets(text) ?? text)
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
            } else if let (time, found) = parted(rest) {
                (rest, aspect) = (time, found)
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

    /// A time, and what stands behind it and says what figures of it are, or nothing: 1-6月累计, 2025年数据.
    private static func parted(_ text: String) -> (time: String, aspect: FigureAspect?)? {
        for place in text.indices.dropFirst() {
            let (time, word) = (trimmed(text[..<place]), String(text[place...]))
            let aspect = FigureAspect(word).flatMap { $0.isYearBefore ? nil : $0 }
            if aspect != nil || fillers.contains(word), isTime(time) { return (time, aspect) }
        }
        return nil
    }

    private static let fillers: Set<String> = ["合计", "数值", "数据", "情况", "数", "值"]
}

/// What stands in brackets that are around a whole text: 万元 of （万元）; nil where there are none.
func inBrackets(_ text: some StringProtocol) -> String? {
    guard let first = text.first, let last = text.last, "（([【".contains(first), "）)]】".contains(last) else {
        return nil
    }
    return trimmed(String(text.dropFirst().dropLast()))
}
