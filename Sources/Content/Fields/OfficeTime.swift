import Foundation
import Text

/// A time as tables of offices write it, which may leave the year to a title, a row above or a column beside.
package struct OfficeTime {
    /// In ISO 8601: `2025-03`, `2025-01/2025-06`.
    package var period: String
    package var year: Int
    /// Whether the text itself names the year.
    package var namesYear: Bool

    /// What 底 and 末 name: a stock is counted on the last day, something that happened 年底 did so some day before.
    package enum End: Sendable { case day, month }

    /// - Parameters:
    ///   - text: 2025年3月, 2025/3/1, 3月, 三季度, 上半年, 1-9月, 截至6月底, March 2025, Q1 2025.
    ///   - year: the year that is meant where none is written.
    ///   - end: behind 截至 it is always the day.
    package init?(_ text: String, year: Int? = nil, end: End = .day) {
        // A wrong word in each of many rows is passed over at once.
        guard year != nil || text.count(where: \.isWholeNumber) >= 4 else { return nil }
        let end = text.contains("截至") || text.contains("截止") ? .day : end
        let text = Self.plain(text)
        if Period(text) != nil, let year = text.firstMatch(of: #/[0-9]{4}/#).flatMap({ Int($0.output) }) {
            self.init(text, year: year, names: true)
            return
        }
        let (written, rest, mark) = Self.taken(text)
        if let year = written ?? year, CalendarDate.years.contains(year),
            let part = Self.period(rest, in: year, behind: mark, end)
        {
            self.init(part, year: year, names: written != nil)
        } else if let (period, year) = Self.range(text, end) {
            self.init(period, year: year, names: true)
        } else {
            return nil
        }
    }

    /// The year of 2025.1, which is January or October: a spreadsheet keeps 2025.10 as that number.
    package static func yearOfTenth(_ text: String) -> String? {
        let text = plain(text)
        return text.wholeMatch(of: #/([0-9]{4})\.1/#).map { String($0.output.1) }
    }

    /// A month as Excel shows and saves what was typed as 2025-09: `Sep-25`.
    init?(shownByExcel text: String) {
        guard let found = text.wholeMatch(of: #/([A-Za-z]{3})-([0-9]{2})/#) else { return nil }
        self.init("\(found.output.1) 20\(found.output.2)")
    }

    private init(_ period: String, year: Int, names: Bool) {
        (self.period, self.year, namesYear) = (period, year, names)
    }

    /// The time that a title names, such as 2025年上半年 in 临安区2025年上半年统计表; nil if it names none or several, a day, or
    /// one from or until which something is told, or in which something came to be.
    package static func named(in title: String) -> OfficeTime? {
        let text = plain(title)
        let pattern = #/[0-9]{4}年(?:度|[上下]半年|第?[一二三四1-4]季度|[0-9]{1,2}(?:月?[-—–~至到][0-9]{1,2})?月)?/#
        let found = text.matches(of: pattern)
        guard found.count == 1 else { return nil }
        let rest = text[found[0].range.upperBound...]
        guard rest.prefixMatch(of: #/[0-9]{1,2}[日号]|以来|起|以前|前|后|至/#) == nil,
            rest.prefix(while: { !"，。；,;".contains($0) }).firstMatch(of: beginning) == nil,
            text[..<found[0].range.lowerBound].firstMatch(of: #/(?:[于自从]|建成|落成)$/#) == nil
        else { return nil }
        return OfficeTime(String(found[0].output))
    }

    /// What came to be in a year has its figures later.
    private static var beginning: Regex<Substring> { #/成立|建成|建立|设立|创立|创办|组建|始建|动工|启动|启用|投用|开通|上线|挂牌|开始/# }

    /// Simplified characters, narrow digits and small letters, without spaces around and words that say nothing.
    private static func plain(_ text: String) -> String {
        var text = text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text
        text = text.replacing("\n", with: " ").replacing("~", with: "-").replacing("—", with: "-").replacing(
            "–", with: "-")
        while text.contains("--") { text = text.replacing("--", with: "-") }
        for word in ["截至", "截止", "（", "）", "(", ")"] { text = text.replacing(word, with: "") }
        for mark in ["年", "月", "日"] {
            text = text.replacing(" " + mark, with: mark).replacing(mark + " ", with: mark)
        }
        return trimmed(text)
    }

    /// From one time to another, which may be of another year, or to none: 2024年11月至2025年2月, 2023至2025年, 2024年3月-.
    private static func range(_ text: String, _ end: End) -> (period: String, year: Int)? {
        // A hyphen may stand within a time, so each is tried.
        for mark in text.indices where "至到-".contains(text[mark]) {
            let ends = (trimmed(text[..<mark]), trimmed(text[text.index(after: mark)...]))
            guard let first = OfficeTime(ends.0, end: end) else { continue }
            let isOpen = ends.1.isEmpty || ends.1 == "今"
            guard let last = isOpen ? ".." : OfficeTime(ends.1, year: first.year, end: end)?.period else { continue }
            let period = first.period + "/" + last
            if Period(period) != nil { return (period, first.year) }
        }
        return nil
    }

    /// The year at the beginning or the end of a text, the rest, and what parts them.
    private static func taken(_ text: String) -> (year: Int?, rest: String, mark: Character?) {
        if let match = text.prefixMatch(of: #/([0-9]{4})(?:年度?|[-\/. ](?=[^0-9]*[0-9]|[^0-9]*[a-zA-Z])|$|(?=[^0-9]))/#)
        {
            return (Int(match.output.1), trimmed(text[match.range.upperBound...]), match.output.0.last)
        }
        if let match = text.wholeMatch(of: #/(.*\S)[ ,-]+([0-9]{4})/#), !match.output.1.contains(#/[0-9]{3}/#) {
            return (Int(match.output.2), trimmed(match.output.1), nil)
        }
        return (nil, text, nil)
    }

    /// A part of a year in ISO 8601.
    ///
    /// - Parameter mark: what parts it from the year: 2025-1-6 is a day, 2025.1-6 half a year.
    private static func period(
        _ text: String, in year: Int, behind mark: Character?, _ kind: End
    ) -> String? {
        func month(_ number: Int) -> String { "\(year)-\(number < 10 ? "0" : "")\(number)" }
        func end(of number: Int) -> String {
            kind == .month ? month(number) : "\(month(number))-\(CalendarDate.days(in: number, of: year))"
        }
        func months(_ first: Int, _ last: Int) -> String? {
            (1...12).contains(first) && (first...12).contains(last) ? "\(month(first))/\(month(last))" : nil
        }
        let text = text.lowercased()
        switch text {
        case "", "全年", "年": return "\(year)"
        case "上半年", "h1": return months(1, 6)
        case "下半年", "h2": return months(7, 12)
        case "底", "末", "年底", "年末": return end(of: 12)
        case "前三季度", "1-3季度", "一至三季度": return months(1, 9)
        default: break
        }
        if let match = text.wholeMatch(of: #/第?([一二三四1-4])季度?|q([1-4])/#) {
            return quarter(match.output.1 ?? match.output.2 ?? "").map { "\(year)-Q\($0)" }
        }
        if let match = text.wholeMatch(of: #/([0-9]{1,2})月?份?(?:-|至|到)([0-9]{1,2})月份?/#),
            let first = Int(match.output.1), let last = Int(match.output.2)
        {
            return months(first, last)
        }
        if let match = text.wholeMatch(of: #/([0-9]{1,2})([月\/.-]|至|到)([0-9]{1,2})([日号]?)/#),
            let first = Int(match.output.1), let second = Int(match.output.3)
        {
            let (sign, range) = (match.output.2, match.output.4.isEmpty ? months(first, second) : nil)
            let day = CalendarDate(year: year, month: first, day: second)?.description
            switch sign {
            case "至", "到": return range
            // 1-6 of a year that stands elsewhere may be a day or half a year.
            case "-" where mark == nil: return range == nil ? day : nil
            case "-" where mark != "-": return range
            // Signs of one kind part a day.
            case "/", ".": return mark.map { !"-/.".contains($0) || String($0) == sign } ?? true ? day : nil
            default: return day
            }
        }
        let isEnd = text.hasSuffix("底") || text.hasSuffix("末")
        guard let number = number(ofMonth: isEnd ? String(text.dropLast()) : text) else { return nil }
        return isEnd ? end(of: number) : month(number)
    }

    private static func quarter(_ numeral: Substring) -> Int? {
        ["一", "二", "三", "四"].firstIndex(of: String(numeral)).map { $0 + 1 } ?? Int(numeral)
    }

    /// The number of a month: 3月, 三月份, 3, March, Mar.
    private static func number(ofMonth text: String) -> Int? {
        if let match = text.wholeMatch(of: #/([0-9]{1,2})(?:月份?)?/#) {
            return Int(match.output.1).flatMap { (1...12).contains($0) ? $0 : nil }
        }
        if let match = text.wholeMatch(of: #/([一二三四五六七八九十]{1,2})月份?/#) {
            let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
            return numerals.firstIndex(of: String(match.output.1)).map { $0 + 1 }
        }
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        guard text.count >= 3, text.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        return names.firstIndex { text.hasPrefix($0) }.map { $0 + 1 }
    }
}
