import Testing

@testable import Content

@Suite("A date is a day that exists")
struct CalendarDateTests {
    @Test(arguments: [
        "2025-01-01", "2025-12-31", "2024-02-29", "2000-02-29", "2025-04-30", "2025-08-28", "1888-06-03",
    ])
    func days(text: String) {
        #expect(CalendarDate(text)?.description == text)
    }

    @Test(arguments: [
        "", "2025-02-30", "2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00",
        "2025-01-32", "2025-1-1", "25-01-01", "2025/01/01", "2025-01-01 ", " 2025-01-0", "2025-01-1x", "20250101",
        "2025-01-01T00:00", "2025-+1-01", "-025-01-01", "２０２５-01-01",
    ])
    func noDays(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("days come in the order of the calendar")
    func order() throws {
        let days = ["2024-12-31", "2025-01-01", "2025-01-02", "2025-02-01", "2026-01-01"]
        #expect(try days.reversed().map { try #require(CalendarDate($0)) }.sorted().map(\.description) == days)
    }

    @Test(
        "a Unix time falls on its day in UTC",
        arguments: [
            (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (-1, "1969-12-31"),
            (-86_400, "1969-12-31"),
            (-86_401, "1969-12-30"), (951_782_400, "2000-02-29"), (1_709_164_800, "2024-02-29"),
            (1_740_787_199, "2025-02-28"), (1_740_787_200, "2025-03-01"), (4_102_444_800, "2100-01-01"),
            (4_107_542_400, "2100-03-01"),
        ])
    func unixTimes(time: Int, day: String) {
        #expect(CalendarDate(unixTime: time)?.description == day)
    }
}

@Suite("A period knows its first and its last day")
struct PeriodTests {
    @Test(
        arguments: [
            ("2025", "2025-01-01", "2025-12-31"), ("2025-Q1", "2025-01-01", "2025-03-31"),
            ("2025-Q3", "2025-07-01", "2025-09-30"), ("2025-Q4", "2025-10-01", "2025-12-31"),
            ("2025-09", "2025-09-01", "2025-09-30"), ("2024-02", "2024-02-01", "2024-02-29"),
            ("2025-09-30", "2025-09-30", "2025-09-30"), ("2025-01/2025-09", "2025-01-01", "2025-09-30"),
            ("2024-Q4/2025", "2024-10-01", "2025-12-31"), ("2025-06/2025", "2025-06-01", "2025-12-31"),
            ("2025/2025", "2025-01-01", "2025-12-31"), ("2025-08-28/2025-08-28", "2025-08-28", "2025-08-28"),
            ("2025-01/..", "2025-01-01", nil), ("../2025-Q2", nil, "2025-06-30"),
        ] as [(String, String?, String?)])
    func periods(text: String, start: String?, end: String?) throws {
        let period = try #require(Period(text))
        #expect([period.text, period.start?.description, period.end?.description] == [text, start, end])
    }

    @Test(arguments: [
        "", "2025-Q5", "2025-Q0", "2025-q3", "2025-Q", "2025-13", "2025-00", "2025-9", "2025-02-30", "25", "20255",
        "0000", "2025-09/2025-01", "2025-09-30/2025-09-29", "2025/2024", "2025/", "/2025", "/", "..", "../..",
        "2025/2025/2025", "2025-01/...", "2025年", "2025 ", "上半年", "2025-", "2025-09-", "--", "2025-09/09",
    ])
    func noPeriods(text: String) {
        #expect(Period(text) == nil)
    }
}
