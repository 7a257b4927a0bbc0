import Testing

@testable import Content

@Suite("An English figure is taken apart")
struct EnglishFigureTests {
    @Test(
        "numbers",
        arguments: [
            .exact("327,000", 327_000, ""), .exact("40", 40, ""), .exact("108 items", 108, "items"),
            .exact("ten measures", 10, "measures"), .exact("Twenty-three cases", 23, "cases"),
            .exact("twenty three", 23, ""), .exact("a hundred households", 100, "households"),
            .exact("one hundred and eight items", 108, "items"), .exact("two thousand", 2000, ""),
            .exact("three hundred and twenty-seven thousand events", 327_000, "events"),
            .exact("two million three hundred thousand", 2_300_000, ""), .exact("3 hundred", 300, ""),
            .exact("2 million people", 2_000_000, "people"), .exact("five million", 5_000_000, ""),
            .exact("60%", 60, "%"), .exact("60 %", 60, "%"), .exact("60 per cent", 60, "%"),
            .exact("97.5 percent", 97.5, "%"),
            .exact("sixty percent of cases", 60, "% of cases"), .exact("24 hours", 24, "hours"),
            .exact("24-hour", 24, "hour"), .exact("24 hours a day", 24, "hours a day"),
            .exact("1.5 hours", 1.5, "hours"),
            .exact("3,200 event-times", 3200, "event-times"), .exact("5km", 5, "km"),
            .exact("a total of 33 units", 33, "units"),
            .exact("3 percentage points", 3, "percentage points"),
        ] as [PrintedForm])
    func numbers(form: PrintedForm) {
        #expect(PrintedFigure(form.text) == form.figure)
    }

    @Test(
        "hedges",
        arguments: [
            .moreThan("more than 20,000 people", 20_000, "people"), .moreThan("More than 530", 530, ""),
            .moreThan("over 50%", 50, "%"), .moreThan("above 50 per cent", 50, "%"),
            .moreThan("upwards of a thousand", 1000, ""), .moreThan("more than 1.2 million", 1_200_000, ""),
            .atLeast("at least 97%", 97, "%", upper: 100), .atLeast("no less than 97%", 97, "%", upper: 100),
            .atLeast("Not less than 3", 3, ""), .atLeast("no lower than 97%", 97, "%", upper: 100),
            .atLeast("no fewer than ten people", 10, "people"), .atLeast("100 or more people", 100, "people"),
            .atLeast("100 people or more", 100, "people"),
            .atMost("within 24 hours", 24, "hours"), .atMost("at most 5", 5, ""), .atMost("no more than five", 5, ""),
            .atMost("up to 300 units", 300, "units"), .atMost("24 hours or less", 24, "hours"),
            .lessThan("under 5%", 5, "%"), .lessThan("less than 5 days", 5, "days"),
            .lessThan("fewer than ten", 10, ""),
            .about("about 300", 300, ""), .about("around 300", 300, ""), .about("roughly 300", 300, ""),
            .about("approximately 0.3 million", 300_000, ""), .about("some 300 volunteers", 300, "volunteers"),
            .nearly("nearly 300", 300, ""), .nearly("almost a hundred", 100, ""),
        ] as [PrintedForm])
    func hedges(form: PrintedForm) {
        #expect(PrintedFigure(form.text) == form.figure)
    }

    @Test(
        "rounded numbers and ranges",
        arguments: [
            .rounded("0.327 million events", 327_000, 326_500...327_499, "events"),
            .rounded("3.2 billion", 3.2e9, 3.15e9...3_249_999_999, ""),
            .rounded("327,000 events (rounded)", 327_000, 326_500...327_499, "events"),
            .range("3–5", 3, 5, ""), .range("3-5%", 3, 5, "%"), .range("3% to 5%", 3, 5, "%"),
            .range("between 3 and 5 days", 3, 5, "days"), .range("from three to five", 3, 5, ""),
            .range("between one hundred and two hundred", 100, 200, ""), .range("3–5 million", 3e6, 5e6, ""),
            .range("1.2 to 1.5 million people", 1.2e6, 1.5e6, "people"), .range("800 to 1,200", 800, 1200, ""),
        ] as [PrintedForm])
    func roundedAndRanges(form: PrintedForm) {
        #expect(PrintedFigure(form.text) == form.figure)
    }
}
