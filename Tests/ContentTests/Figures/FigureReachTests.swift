import Testing

@testable import Content

@Suite("A figure in a text goes as far as the words that change it")
struct FigureReachTests {
    private func reach(_ text: String, _ number: String) throws -> FigureReach {
        let range = try #require(text.ranges(of: number).last)
        return FigureReach(number, behind: text[..<range.lowerBound], before: text[range.upperBound...])
    }

    @Test(
        "words before and behind the number",
        arguments: [
            ("办结率由80%提高到95%。", "95%", "由80%提高到95%"), ("受理诉求约300件。", "300件", "约300件"),
            ("满意率98.6%以上，", "98.6%", "98.6%以上"), ("有50人以上的小区", "50人", "50人以上"), ("压减50%以上", "50%", "压减50%以上"),
            ("在3天以内办结", "3天", "3天以内"), ("少到280件以下", "280件", "280件以下"), ("来了100人左右", "100人", "100人左右"),
            ("占50%多", "50%", "50%多"), ("超过98%以上", "98%", "98%以上"), ("投诉下降12.3%", "12.3%", "下降12.3%"),
            ("下降幅度达20.5%", "20.5%", "下降幅度达20.5%"), ("走访300户家庭", "300户", "300户"),
            ("受理300件不到。", "300件", "300件不到"), ("有300件不到位", "300件", "300件"), ("办结未达60件，", "60件", "未达60件"),
            ("大概70件", "70件", "大概70件"), ("有80件出头，", "80件", "80件出头"), ("未满90件", "90件", "未满90件"),
            ("300件（含）以上的", "300件", "300件（含）以上"), ("没有超过5%", "5%", "没有超过5%"), ("重点300件", "300件", "300件"),
            ("在2025 100个", "100个", "100个"), ("2025年3个月", "3个月", "3个月"), ("300件几乎都", "300件", "300件"),
            ("有3人上下班", "3人", "3人"), ("20岁上下，", "20岁", "20岁上下"), ("近乎300件", "300件", "近乎300件"), ("5个强镇", "5个", "5个"),
        ])
    func reach(text: String, number: String, whole: String) throws {
        let reach = try reach(text, number)
        #expect(reach.lead + number + reach.tail == whole)
        #expect(reach.fault == nil)
    }

    @Test(
        "what no row can say is told",
        arguments: [
            ("约12至15人参加", "12至15人", .hedgedRange), ("12至15人左右参加", "12至15人", .hedgedRange),
            ("投诉和信访分别下降12.3%和4.5%", "4.5%", .sharedFall), ("降幅分别为12.3%、4.5%、3%", "3%", .sharedFall),
            ("分别增长12.3%和4.5%", "4.5%", nil), ("下降12.3%，满意率98%", "98%", nil), ("12至15人参加", "12至15人", nil),
            ("近300件不到", "300件", .partOfNumber), ("受理300件/年", "300件", .partOfNumber), ("占30%强，", "30%", .partOfNumber),
            ("没有300件", "300件", .partOfNumber), ("受理1 200件", "200件", .partOfNumber),
            ("受理1\u{A0}200件", "200件", .partOfNumber), ("受理1\u{2009}200件", "200件", .partOfNumber),
            ("受理1\u{202F}200件", "200件", .partOfNumber), ("受理1'200件", "200件", .partOfNumber),
            ("受理1\u{200B}200件", "200件", .partOfNumber), ("受理2\u{AD}100件", "100件", .partOfNumber),
            ("受理1·2万件", "2万件", .partOfNumber), ("共300±5件", "5件", .partOfNumber), ("计3元5角", "3元", .partOfNumber),
            ("投入1.5个亿", "1.5个", .partOfNumber), ("约12km²", "12km", .partOfNumber), ("用2个半小时", "2个", .partOfNumber),
            ("历时3年半", "3年", .partOfNumber), ("历时两年零三个月", "两年", .partOfNumber),
            ("历时两年零三个月", "三个月", .partOfNumber), ("用1小时30分钟", "1小时", .partOfNumber),
            ("用1小时30分钟", "30分钟", .partOfNumber), ("共5亩3分", "5亩", .partOfNumber), ("增速为-5%～8%", "5%～8%", .partOfNumber),
            ("-5%～8%", "5%～8%", .partOfNumber), ("占百分之九十几", "百分之九十", .partOfNumber),
        ] as [(String, String, FigureReach.Fault?)])
    func faults(text: String, number: String, fault: FigureReach.Fault?) throws {
        #expect(try reach(text, number).fault == fault)
    }

    @Test(
        "a hedge beside a link is told, and nothing else",
        arguments: [
            ("约", "300件", "。", "约"), ("满意率", "98.6%", "以上", "以上"), ("超过", "98%", "以上", "以上"), ("超过", "98%", "，", "超过"),
            ("投诉下降", "12.3%", "，", ""),
            ("由80%提高到", "95%", "。", ""), ("约定", "300件", "，", ""), ("", "300件", "", ""),
        ])
    func hedges(before: String, figure: String, after: String, words: String) {
        let (lead, tail) = FigureReach.hedges(of: figure, behind: before[...], before: after[...])
        #expect(lead + tail == words)
    }
}
