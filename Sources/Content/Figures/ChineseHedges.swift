/// The words that hedge a Chinese figure.
enum ChineseHedges {
    /// Words before the number; a longer word stands before its own beginning.
    private static let before: [(word: String, hedge: Qualifier?)] = [
        ("不低于", .atLeast), ("不少于", .atLeast), ("不小于", .atLeast), ("至少", .atLeast), ("最少", .atLeast),
        ("不超过", .atMost), ("不高于", .atMost), ("不多于", .atMost), ("不大于", .atMost), ("至多", .atMost),
        ("最多", .atMost),
        ("超过", .moreThan), ("超出", .moreThan), ("超", .moreThan), ("逾", .moreThan), ("多于", .moreThan),
        ("高于", .moreThan), ("大于", .moreThan),
        ("少于", .lessThan), ("不到", .lessThan), ("不足", .lessThan), ("低于", .lessThan), ("小于", .lessThan),
        ("大约", .about), ("约", .about), ("将近", .nearly), ("接近", .nearly), ("近", .nearly),
        // These say nothing of the number.
        ("达到", nil), ("达", nil), ("共计", nil), ("共", nil), ("累计", nil), ("总计", nil), ("合计", nil),
    ]

    /// Words behind the number or the unit; a noun may follow them, as in 3个以上社区.
    private static let behind: [(word: String, hedge: Qualifier)] = [
        ("及以上", .atLeast), ("或以上", .atLeast), ("以上", .atLeast),
        ("及以下", .atMost), ("或以下", .atMost), ("以下", .atMost), ("以内", .atMost), ("之内", .atMost),
        ("左右", .about),
    ]

    /// 内 is a hedge behind these, and says where something is behind all others (2个社区内).
    private static let measures = [
        "小时", "钟头", "分钟", "秒", "秒钟", "天", "日", "工作日", "周", "星期", "个月", "年", "季度", "公里", "千米", "里", "米", "%",
    ]

    /// The hedge before a number and the place after it.
    static func leading(_ text: FigureText, at start: Int) -> (hedges: [Qualifier], end: Int) {
        var (hedges, place): ([Qualifier], Int) = ([], start)
        while let (end, hedge) = word(text, at: place) {
            if let hedge { hedges.append(hedge) }
            place = text.skippingSpaces(from: end)
        }
        return (hedges, place)
    }

    /// The unit without the words that hedge, and what they say.
    static func trailing(_ unit: String, isYear: Bool) -> (unit: String, hedges: [Qualifier]) {
        if unit.hasSuffix("上下") { return (String(unit.dropLast(2)), [.about]) }
        let text = FigureText(unit)
        for place in 0..<text.count {
            for (word, hedge) in behind {
                guard let end = text.end(of: word, at: place) else { continue }
                let rest = text.end(of: "的", at: end) ?? end
                return (text.string(from: 0, to: place) + text.string(from: rest, to: text.count), [hedge])
            }
        }
        if unit.hasSuffix("内"), !isYear, measures.contains(where: { unit.dropLast().hasSuffix($0) }) {
            return (String(unit.dropLast()), [.atMost])
        }
        if unit.count > 1, unit.hasSuffix("余") || unit.hasSuffix("多") { return (String(unit.dropLast()), [.moreThan]) }
        return (unit, [])
    }

    /// Whether 内 makes an upper bound behind this unit.
    static func isMeasure(_ unit: String) -> Bool {
        unit != "%" && measures.contains { unit.hasSuffix($0) }
    }

    /// One hedge out of several. Where two differ only in whether the number itself counts (超过100个以上), the
    /// weaker claim stands; where they contradict each other there is none.
    static func combined(_ hedges: [Qualifier]) -> Qualifier?? {
        switch Set(hedges) {
        case []: .some(nil)
        case let only where only.count == 1: only.first
        case [.moreThan, .atLeast]: .atLeast
        case [.lessThan, .atMost]: .atMost
        default: nil
        }
    }

    private static func word(_ text: FigureText, at place: Int) -> (end: Int, hedge: Qualifier?)? {
        for (word, hedge) in before {
            if let end = text.end(of: word, at: place) { return (end, hedge) }
        }
        return nil
    }
}
