import Text

/// A day of the Gregorian calendar, as ISO 8601 writes it: 2025-08-28.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil unless the text is ten characters long and names a day that exists.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), Self.years.contains(year), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Those that texts name; any other is a slip of the keys, such as 3025 or 0205.
    package static let years = 1800...2199

    /// Before every other day.
    package static let distantPast = CalendarDate(unchecked: (1, 1, 1))

    private init(unchecked parts: (year: Int, month: Int, day: Int)) {
        (year, month, day) = parts
    }

    /// The day that a Unix time falls on in UTC.
    package init?(unixTime: Int) {
        let day = civilDay(daysSince1970: unixTime / 86_400 - (unixTime % 86_400 < 0 ? 1 : 0))
        self.init(year: day.year, month: day.month, day: day.day)
    }

    package static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (lhs: CalendarDate, rhs: CalendarDate) -> Bool {
        (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
    }

    package var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(0 as Int?) { result, byte in
            guard let result, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            return result * 10 + Int(byte - UInt8(ascii: "0"))
        }
    }
}

/// A stretch of time as ISO 8601 writes it: `2025`, `2025-Q3`, `2025-09`, `2025-09-30`, or two of these
/// with a slash, where `..` is an end that is not known.
package struct Period: Sendable, Hashable {
    package let text: String
    /// The first and the last day; nil where the end is open.
    package let start: CalendarDate?
    package let end: CalendarDate?

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(parts.count), let first = parts.first, let last = parts.last else { return nil }
        guard let start = Self.days(first), let end = Self.days(last) else { return nil }
        guard !(start.lower == nil && end.upper == nil) else { return nil }
        if let lower = start.lower, let upper = end.upper, upper < lower { return nil }
        self.text = text
        self.start = start.lower
        self.end = end.upper
    }

    /// The days one side of the slash stands for.
    private static func days(_ text: String) -> (lower: CalendarDate?, upper: CalendarDate?)? {
        if text == ".." { return (nil, nil) }
        if let day = CalendarDate(text) { return (day, day) }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let isPlain = text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "Q")
        }
        guard isPlain, parts[0].count == 4, let year = Int(parts[0]), CalendarDate.years.contains(year)
        else { return nil }
        func months(_ first: Int, _ last: Int) -> (lower: CalendarDate?, upper: CalendarDate?)? {
            guard let lower = CalendarDate(year: year, month: first, day: 1),
                let upper = CalendarDate(year: year, month: last, day: CalendarDate.days(in: last, of: year))
            else { return nil }
            return (lower, upper)
        }
        if parts.count == 1 { return months(1, 12) }
        guard parts.count == 2, parts[1].count == 2 else { return nil }
        if parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) {
            return months(quarter * 3 - 2, quarter * 3)
        }
        guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
        return months(month, month)
    }
}

extension CalendarDate {
    /// Whether a review of this day is more than twelve months before another day.
    package func isOverdue(on today: CalendarDate) -> Bool {
        (year + 1, month, day) < (today.year, today.month, today.day)
    }
}

extension Library {
    /// The latest day on which a record was reviewed.
    package var latestReview: CalendarDate? {
        (practices.compactMap(\.header.reviewed) + cases.compactMap(\.header.reviewed)).max()
    }
}
