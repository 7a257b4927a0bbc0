import Diagnostics
import Text

extension Diagnostic {
    /// Tells what is wrong with a date, and which day was meant if that can be seen.
    static func invalidDate(_ text: String, at span: SourceSpan, _ hint: Hint = .writeDate) -> Diagnostic {
        Diagnostic(.invalidDate(text), at: span, hint: .dateMeant(by: text) ?? hint)
    }

    /// The same for a period.
    ///
    /// - Parameter hint: how periods are written, and what to do where the source names none.
    static func invalidPeriod(_ text: String, at span: SourceSpan, _ hint: Hint) -> Diagnostic {
        Diagnostic(.invalidPeriod(text), at: span, hint: .periodMeant(by: text) ?? hint)
    }
}

extension Diagnostic.Hint {
    /// What is meant by 2025年3月1日 and 2025/3/1, or why 2025-02-30 is no day; nil for anything else.
    static func dateMeant(by text: String) -> Self? {
        if let hint = yearMeant(by: text) { return hint }
        if let time = OfficeTime(text, end: .month), CalendarDate(time.period) != nil {
            return .didYouMean(time.period)
        }
        if ["至今", "现在", "目前", "present", "now"].contains(text.lowercased()) { return .leaveEmptyIfItGoesOn }
        return text.firstMatch(of: #/^([0-9]{4})[-\/.年]([0-9]{1,2})[-\/.月]([0-9]{1,2})日?$/#).flatMap { found in
            guard let year = Int(found.output.1), let month = Int(found.output.2) else { return nil }
            guard (1...12).contains(month) else { return .noSuchMonth(month) }
            return .daysOfMonth(month: month, year: year, days: CalendarDate.days(in: month, of: year))
        }
    }

    /// That nothing is of the year 3025.
    private static func yearMeant(by text: String) -> Self? {
        let (first, last) = (CalendarDate.years.lowerBound, CalendarDate.years.upperBound)
        guard text.prefixMatch(of: #/[0-9]{4}(?:$|[^0-9])/#) != nil,
            let year = text.split(whereSeparator: { !"0123456789".contains($0) }).first(where: { part in
                part.count == 4 && Int(part).map { !CalendarDate.years.contains($0) } == true
            })
        else { return nil }
        return .noSuchYear(year: String(year), first: String(first), last: String(last))
    }

    /// What is meant by 2025年3月至9月, or why 2025-13 is no period.
    static func periodMeant(by text: String) -> Self? {
        if let hint = yearMeant(by: text) { return hint }
        if let year = OfficeTime.yearOfTenth(text) { return .useOneOf(["\(year)-01", "\(year)-10"]) }
        if let time = OfficeTime(text) ?? OfficeTime(shownByExcel: text) {
            // 2025年3月底 of a stock is a day, of what happened the month.
            let month = OfficeTime(text, end: .month)?.period ?? time.period
            return month == time.period ? .didYouMean(time.period) : .useOneOf([month, time.period])
        }
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { Period(String($0)) }
        if ends.count == 2, ends.allSatisfy({ $0 != nil }) { return .endsBeforeItBegins }
        if let found = text.firstMatch(of: #/[0-9]{4}-([0-9]{2})(?![0-9])/#), let month = Int(found.output.1),
            !(1...12).contains(month)
        {
            return .noSuchMonth(month)
        }
        return dateMeant(by: text)
    }
}
