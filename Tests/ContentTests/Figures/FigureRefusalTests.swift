import Testing

@testable import Content

@Suite("What is not one figure is refused")
struct FigureRefusalTests {
    @Test(
        "no number, a name, or more than one number",
        arguments: [
            "", " ", "　", "家", "%", "百千万", "千家万户", "万户", "百姓", "1+4+N", "N", "三三两两", "三五个", "两三名", "几十个",
            "数百户", "3个亿", "3个多亿", "2个W", "2人次万", "3个亿次", "5个百", "增长5%的降幅", "-5%的降幅", "十几个", "十来个", "2025年9月",
            "2025-08-28", "P25.S2", "第3段", "108项、40个", "108项。", "“108项”", "33家（合计）",
            "三分之一", "两个半小时", "3年半", "3万5", "1,23", "007", "0123个", "3.", ".5", "3.5.2个", "零", "零投诉", "一二项",
            "二十三十", "9十十年", "三million", "3/人", "3以上千", "3人%", "一百千", "万万", "三万五万", "一亿亿", "十百",
            "five hundreds", "hundreds of people", "hundred", "two thirds", "one third", "one in five", "one of ten",
            "three quarters", "3rd", "21st", "1990s", "3 dozen", "fifty-fifty", "twenty-million", "between 3",
            "20 + 5", "about", "一周三次", "一天两次", "2天一次", "3个月一次",
            "more than", "108 items, 40 cases", "a", "tenants", "3 and 5",
        ])
    func nothing(text: String) {
        #expect(PrintedFigure(text) == nil)
    }

    @Test(
        "contradicting hedges, and hedged or backward ranges",
        arguments: [
            "约20余人", "近300个左右", "不超过3个以上", "约32.7万余件", "约3—5个", "3—5个左右", "3余—5个", "5—3个", "3—3个", "3人—5个", "3—5—7个",
            "-5%～8%", "增速为-5%～8%", "近300件不到",
            "about 300 or more", "more than about 300", "about 3 to 5", "between 5 and 3", "超过2025年",
            "about 300 (rounded)",
        ])
    func contradictions(text: String) {
        #expect(PrintedFigure(text) == nil)
    }

    @Test(
        "numbers that no Double holds",
        arguments: [
            "99999999999999999999", "9007199254740993", "99999999万亿", "999999999 trillion", "0.0000000000000001",
        ])
    func tooLarge(text: String) {
        #expect(PrintedFigure(text) == nil)
    }
}
