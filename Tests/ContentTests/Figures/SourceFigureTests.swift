import Testing

@testable import Content

@Suite("The figures of the first source")
struct SourceFigureTests {
    @Test(
        "all of them are read as they were read by hand",
        arguments: [
            PrintedForm("100余名", 100, .moreThan, 100, nil, "名"),
            PrintedForm("90余个", 90, .moreThan, 90, nil, "个"),
            PrintedForm("33家", 33, .exact, 33, 33, "家"),
            PrintedForm("32个", 32, .exact, 32, 32, "个"),
            PrintedForm("40个", 40, .exact, 40, 40, "个"),
            PrintedForm("39个", 39, .exact, 39, 39, "个"),
            PrintedForm("11个", 11, .exact, 11, 11, "个"),
            PrintedForm("十项", 10, .exact, 10, 10, "项"),
            PrintedForm("108项", 108, .exact, 108, 108, "项"),
            PrintedForm("2万余人", 20_000, .moreThan, 20_000, nil, "人"),
            PrintedForm("530多个", 530, .moreThan, 530, nil, "个"),
            PrintedForm("32.7万件", 327_000, .rounded, 326_500, 327_499, "件"),
            PrintedForm("2.3万余次", 23_000, .moreThan, 23_000, nil, "次"),
            PrintedForm("24小时", 24, .exact, 24, 24, "小时"),
            PrintedForm("6万余户", 60_000, .moreThan, 60_000, nil, "户"),
            PrintedForm("60%", 60, .exact, 60, 60, "%"),
            PrintedForm("24小时内", 24, .atMost, nil, 24, "小时"),
            PrintedForm("3200余件次", 3200, .moreThan, 3200, nil, "件次"),
            PrintedForm("100%", 100, .exact, 100, 100, "%"),
            PrintedForm("不低于97%", 97, .atLeast, 97, 100, "%"),
            PrintedForm("超50%", 50, .moreThan, 50, nil, "%"),
        ])
    func figures(form: PrintedForm) {
        #expect(PrintedFigure(form.text) == form.figure)
    }

    @Test(
        "the words of the English texts agree with them",
        arguments: [
            ("100余名", "More than 100"), ("90余个", "more than 90"), ("32个", "32 departments"), ("40个", "40"),
            ("十项", "ten measures"), ("108项", "108 items"), ("2万余人", "more than 20,000"),
            ("2万余人", "more than 20,000 people"), ("530多个", "more than 530"),
            ("32.7万件", "327,000 grid events (rounded)"), ("2.3万余次", "more than 23,000 home services"),
            ("24小时", "24 hours"), ("24小时", "24 hours a day"), ("6万余户", "more than 60,000 households"), ("60%", "60%"),
            ("24小时内", "within 24 hours"), ("3200余件次", "more than 3,200 event-times"), ("100%", "100%"),
            ("不低于97%", "no less than 97%"), ("不低于97%", "no lower than 97%"), ("超50%", "more than 50%"),
        ])
    func translations(chinese: String, english: String) throws {
        #expect(try #require(PrintedFigure(chinese)).agrees(with: #require(PrintedFigure(english))))
    }

    @Test(
        "other numbers and other hedges do not agree",
        arguments: [
            ("100余名", "100"), ("100余名", "at least 100"), ("32.7万件", "327,000"), ("32.7万件", "about 327,000"),
            ("3—5个", "3–6"), ("24小时内", "24 hours"), ("530多个", "more than 350"),
        ])
    func disagreements(chinese: String, english: String) throws {
        #expect(try !#require(PrintedFigure(chinese)).agrees(with: #require(PrintedFigure(english))))
    }

    @Test("a share ends at 100, a change does not")
    func kinds() throws {
        let figure = try #require(PrintedFigure("不低于60%"))
        #expect([figure.read(as: .share).upper, figure.read(as: .change).upper] == [100, nil])
    }
}
