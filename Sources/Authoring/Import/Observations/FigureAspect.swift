import Content
import Text

/// What a header says of its figures that is neither metric, place nor time: 本期, 上年同期, 累计, 计划.
indirect enum FigureAspect: Equatable, Sendable {
    /// A time that only the row or the table can name.
    enum Length: Sendable {
        case month, quarter
    }

    /// They are of the time that the row names, which has to be so long: 本期, 本月.
    case now(Length?)
    /// They are of the whole year until then: 累计.
    case sinceNewYear
    /// They are of the same time a year earlier: 上年同期, of the month alone or of the year until then if it says so.
    case yearBefore(of: FigureAspect?)
    /// They were to be reached: 计划.
    case target

    init?(_ header: String) {
        // 本期（件） has its unit in brackets; other words there may change what the header says.
        let (name, unit) = MetricBook.parted(trimmed(header))
        guard unit != nil || !name.contains(where: { "（(【[".contains($0) }),
            let aspect = Self.words[ImportField.folded(name)]
        else { return nil }
        self = aspect
    }

    var isNow: Bool {
        guard case .now = self else { return false }
        return true
    }

    var isYearBefore: Bool {
        guard case .yearBefore = self else { return false }
        return true
    }

    /// Whether it says how long their time is, and not which one it is.
    var needsTime: Bool {
        if case .yearBefore(let same) = self { return same?.needsTime ?? false }
        return self == .sinceNewYear || isNow && self != .now(nil)
    }

    /// What the figures are, whatever their row says.
    var role: ObservationRole? {
        switch self {
        case .now, .sinceNewYear: nil
        case .yearBefore: .baseline
        case .target: .target
        }
    }

    /// The time of the figures, if the row or the table names one; nil where that is none of the right length.
    ///
    /// - Parameter period: in ISO 8601.
    func period(of period: String) -> String? {
        let year = period.prefix(4)
        switch self {
        case .now(nil), .target: return period
        case .now(.month): return period.wholeMatch(of: #/[0-9]{4}-[0-9]{2}/#) == nil ? nil : period
        case .now(.quarter): return period.contains("-Q") ? period : nil
        case .yearBefore(let same):
            guard let same else { return Self.yearBefore(period) }
            return same.period(of: period).map { Self.yearBefore($0) }
        case .sinceNewYear:
            if period.count == 4 || period.hasPrefix("\(year)-01/\(year)-") { return period }
            if period.wholeMatch(of: #/[0-9]{4}-[0-9]{2}/#) != nil { return "\(year)-01/\(period)" }
            let ends = ["Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12"]
            return ends[String(period.dropFirst(5))].map { "\(year)-01/\(year)-\($0)" }
        }
    }

    private static func yearBefore(_ period: String) -> String {
        period.split(separator: "/").map { yearBefore($0) }.joined(separator: "/")
    }

    /// An end that is open stays so.
    private static func yearBefore(_ date: Substring) -> String {
        guard let year = Int(date.prefix(4)) else { return String(date) }
        let rest = date.dropFirst(4)
        return "\(year - 1)" + (rest == "-02-29" ? "-02-28" : rest)
    }

    /// 上年 and 年度计划 beside months may be of a whole year: where the time is not the same, the words are not here.
    private static let words: [String: FigureAspect] = {
        let lists: [(FigureAspect, [String])] = [
            (
                .now(nil),
                [
                    "本期", "本期数", "本期值", "当期", "当期值", "报告期", "本年", "本年数", "本年值", "今年", "实际", "实际数", "实际值", "实际完成",
                    "完成", "完成数", "完成值", "current", "thisyear", "actual",
                ]
            ),
            (
                .now(.month),
                [
                    "本月", "本月数", "当月", "当月数", "本月值", "当月值", "本月完成", "本月完成数", "当月完成", "当月完成数", "本月实际", "thismonth",
                ]
            ),
            (.now(.quarter), ["本季", "本季度", "当季", "thisquarter"]),
            (
                .sinceNewYear,
                [
                    "累计", "累计数", "累计值", "累计完成", "累计完成数", "本年累计", "本年累计数", "年累计", "年初至今", "1月至本月", "1至本月", "1-本月",
                    "yeartodate", "ytd",
                ]
            ),
            (
                .yearBefore(of: nil),
                [
                    "上年同期", "上年同期数", "上年同期值", "去年同期", "去年同期数", "去年同期值", "上年值", "上年数", "去年值",
                    "sameperiodlastyear", "yearearlier", "ayearearlier",
                ]
            ),
            (
                .yearBefore(of: .now(.month)),
                ["上年同月", "去年同月", "上年同月数", "去年同月数", "本月上年同期", "本月去年同期", "当月上年同期", "当月去年同期", "上年当月", "上年本月"]
            ),
            (
                .yearBefore(of: .sinceNewYear),
                [
                    "累计上年同期", "累计去年同期", "上年同期累计", "去年同期累计", "上年同期累计数", "去年同期累计数", "上年累计", "去年累计", "上年累计数",
                    "去年累计数",
                ]
            ),
            (.target, ["计划", "计划数", "计划值", "目标", "目标值", "目标数", "目标任务", "计划任务", "任务数", "target", "plan", "goal"]),
        ]
        return Dictionary(lists.flatMap { aspect, words in words.map { ($0, aspect) } }) { first, _ in first }
    }()
}
