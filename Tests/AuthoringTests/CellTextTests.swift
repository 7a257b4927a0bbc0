import Content
import Testing
import Text

@testable import Authoring

@Suite("Cells are read as people write them")
struct CellTextTests {
    @Test(
        "a cell of several lines is a list; marks are dropped if every line has one",
        arguments: [
            ("摸底\n议事\n\n办理", ["摸底", "议事", "办理"]), ("1. 摸底\r\n2、议事\r\n3）办理", ["摸底", "议事", "办理"]),
            ("（一）摸底\n（二）议事", ["摸底", "议事"]), ("一、摸底\n十二、议事", ["摸底", "议事"]), ("①摸底\n②议事", ["摸底", "议事"]),
            ("- 摸底\n· 议事", ["摸底", "议事"]), ("1. 摸底\n议事", ["1. 摸底", "议事"]), ("1. 摸底", ["1. 摸底"]),
            ("1.5小时\n2.5小时", ["1.5小时", "2.5小时"]), ("24小时\n12家", ["24小时", "12家"]), ("一格多员\n一网通办", ["一格多员", "一网通办"]),
        ])
    func lists(cell: String, entries: [String]) {
        #expect(listedLines(cell) == entries)
    }

    @Test("names stand between line ends, semicolons, commas and 、")
    func names() {
        #expect(listedNames("grid；hotline;议事、 清单\n考核，网格, x") == ["grid", "hotline", "议事", "清单", "考核", "网格", "x"])
        #expect(listedNames(" 、；") == [])
    }

    @Test("people may have a colon and what they do")
    func actors() {
        let actors = listedActors("居委会：召集、登记；物业: 维修\n业委会")
        #expect(actors.map(\.name) == ["居委会", "物业", "业委会"])
        #expect(actors.map(\.role) == ["召集、登记", "维修", nil])
        #expect(listedActors("居委会、物业").map(\.name) == ["居委会", "物业"])
        #expect(listedActors("：召集").map(\.name) == ["：召集"])
    }

    @Test(
        "days",
        arguments: [
            ("2025-03-01", "2025-03-01"), ("2025年3月1日", "2025-03-01"), ("2025/3/1", "2025-03-01"),
            ("2025.12.31", "2025-12-31"), ("2025年2月30日", nil), ("2025-03", nil), ("去年", nil), ("3/1/25", nil),
            ("", nil),
        ])
    func days(cell: String, date: String?) {
        #expect(isoDate(cell) == date)
    }

    @Test(
        "times",
        arguments: [
            ("2025", "2025"), ("2025年", "2025"), ("2025年3月", "2025-03"), ("2025.03", "2025-03"),
            ("2025/3/1", "2025-03-01"),
            ("2025年第三季度", "2025-Q3"), ("2025Q1", "2025-Q1"), ("2025年1月至9月", "2025-01/2025-09"),
            ("2024年11月—2025年2月", "2024-11/2025-02"), ("2025-01至2025-06", "2025-01/2025-06"),
            ("2025-03-01至2025-03-05", "2025-03-01/2025-03-05"), ("2025-01—2025-06", "2025-01/2025-06"),
            ("2025 年 3 月", "2025-03"), ("2025年3月 1日", "2025-03-01"), ("../2025-03", "../2025-03"),
            ("2025-01/..", "2025-01/.."), ("2023至2025年", "2023/2025"),
            ("2025年9月至1月", nil), ("2025年13月", nil), ("近年来", nil), ("2025年春", nil), ("三季度", nil),
        ])
    func times(cell: String, period: String?) {
        #expect(OfficeTime(cell)?.period == period)
    }

    @Test(
        "底 and 末 are the month in which something happened, and the last day of a stock",
        arguments: [
            ("2024年底", "2024-12", "2024-12-31"), ("2025年末", "2025-12", "2025-12-31"),
            ("2025年3月底", "2025-03", "2025-03-31"), ("截至2025年3月底", "2025-03-31", "2025-03-31"),
            ("2024年底至2025年3月", "2024-12/2025-03", "2024-12-31/2025-03"), ("2025年3月", "2025-03", "2025-03"),
        ])
    func ends(cell: String, month: String, day: String) {
        #expect(OfficeTime(cell, end: .month)?.period == month)
        #expect(OfficeTime(cell)?.period == day)
    }

    @Test(
        "the time that a sentence names, but no day and no beginning or end",
        arguments: [
            ("2025年3月受理诉求300件", "2025-03"), ("临安区2025年上半年统计表", "2025-01/2025-06"), ("2025年度受理12件", "2025"),
            ("2025年1至9月", "2025-01/2025-09"), ("2025年9月28日", nil), ("2023年以来办结12件", nil), ("2025年3月起", nil),
            ("2025年上半年以来", nil), ("2025年前三季度", nil), ("2023年和2024年", nil),
            ("小区建于1998年，共612户", nil), ("协会成立于2019年，现有会员45家", nil), ("2024年3月成立专班，办结诉求210件", nil),
            ("自2022年办理以来，共12件", nil), ("2024年办结12件，专班成立", "2024"),
        ])
    func named(text: String, period: String?) {
        #expect(OfficeTime.named(in: text)?.period == period)
    }

    @Test(
        "ids are pinyin, short, and cut between syllables",
        arguments: [
            ("老楼加装电梯", "lao-lou-jia-zhuang-dian-ti"),
            ("“三格”联建共治（2.0版）", "san-ge-lian-jian-gong-zhi-2-0-ban"),
            ("Über uns: Café No. 3", "uber-uns-cafe-no-3"), ("绿女", "lv-nv"), ("六合区", "lu-he-qu"),
            ("重庆市长调研", "chong-qing-shi-zhang-diao-yan"), ("！？", ""), ("", ""),
            ("依托党建引领基层治理协调机制破解老旧小区物业管理难题的实践", "yi-tuo-dang-jian-yin-ling-ji-ceng-zhi-li-xie"),
            (String(repeating: "a", count: 60), String(repeating: "a", count: 48)),
        ])
    func slugs(title: String, id: String) {
        #expect(slug(of: title, readings: HanReadings(spellings: ["六合": "lu he"])) == id)
    }
}
