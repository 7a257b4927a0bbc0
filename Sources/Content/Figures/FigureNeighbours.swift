import Text

/// What touches a figure in a running text and makes its number another one: the 1 of “1 200件”, the 5角 of 3元5角, the 半 of
/// 3年半, the ± of 300±5件. Whoever reads the number alone reads it wrong.
struct FigureNeighbours {
    private let figure: FigureText
    private let before: FigureText
    private let after: FigureText

    /// - Parameters:
    ///   - figure: with the words that belong to it.
    ///   - before: what stands before it in its paragraph.
    ///   - after: what stands behind it.
    init(_ figure: String, behind before: Substring, before after: Substring) {
        self.figure = FigureText(figure)
        self.before = FigureText(String(before.suffix(Self.reach).filter { !$0.isInvisible }))
        self.after = FigureText(String(after.prefix(Self.reach).filter { !$0.isInvisible }))
    }

    /// In characters.
    private static let reach = 12

    var changeNumber: Bool {
        goesOnBefore || hasSign || isDenied || goesOnBehind || isPartOfMeasure
    }

    /// The digits before: 1 200件, 1'200件, 1·2万件.
    private var goesOnBefore: Bool {
        let last = before.count - 1
        guard let sign = before[last], figure[0].map({ $0.isDigit || ChineseNumeral.isNumeral($0) }) == true else {
            return false
        }
        if sign.isDigit { return true }
        guard before[last - 1]?.isDigit == true else { return false }
        if Self.separators.contains(sign) { return true }
        // 1 200 is one number where all behind the space is three digits, and two numbers elsewhere.
        return sign == " " && (0..<3).allSatisfy { figure[$0]?.isDigit == true } && figure[3]?.isDigit != true
            && (1...4).contains { before[last - $0]?.isDigit != true }
    }

    private static let separators = Set("'’‘`´·•・‧٬_".unicodeScalars)

    /// A minus that the lead did not take goes with the first number alone: -5%～8%.
    private var hasSign: Bool {
        guard let sign = before[before.count - 1] else { return false }
        if sign == "±" || sign == "∓" { return true }
        guard sign.isMinus || sign == "负" else { return false }
        return before[before.count - 2]?.isASCIILetter != true
    }

    /// 没有300件, 未超过300件.
    private var isDenied: Bool {
        ["未", "没", "没有", "未曾", "不"].contains { before.ends(with: $0) }
    }

    /// Further digits, 几, 半, 个亿, km².
    private var goesOnBehind: Bool {
        guard let first = after[0] else { return false }
        if first == "几", after[1] == "乎" { return false }
        if first.isDigit || "几半²³±".unicodeScalars.contains(first) { return true }
        // 300件/年 is a rate, 30%强 a little more than 30%.
        if first == "/" || "强弱许".unicodeScalars.contains(first) && after[1]?.isHan != true { return true }
        guard figure.ends(with: "个") || figure.ends(with: "多个") else { return false }
        let place = first == "多" || first == "余" ? 1 : 0
        return after[place] == "亿" || after[place] == "万" && after[place + 1] != "人"
    }

    // MARK: Measures of several units

    /// One of the units of 3元5角, 两年零三个月, 1小时30分.
    private var isPartOfMeasure: Bool {
        Self.measures.contains { units in
            guard let own = units.firstIndex(where: { $0.contains(where: figure.ends(with:)) }) else { return false }
            return isFollowed(by: units[(own + 1)...]) || isPreceded(by: units[..<own])
        }
    }

    /// Each from the largest to the smallest.
    private static let measures = [
        [
            ["年"], ["个月", "月"], ["周", "星期"], ["天", "日", "昼夜"], ["小时", "钟头", "时"], ["刻", "刻钟"], ["分", "分钟"],
            ["秒", "秒钟"],
        ],
        [["元", "块", "块钱"], ["角", "毛"], ["分", "分钱"]],
        [["公顷"], ["亩"], ["分", "分地"], ["厘"]],
        [["公里", "千米", "里"], ["米"], ["分米"], ["厘米"], ["毫米"]],
        [["吨"], ["公斤", "千克", "斤"], ["两"], ["克"]],
    ]

    private static let joints = ["零", "又", "加", "〇"]

    private func isFollowed(by units: ArraySlice<[String]>) -> Bool {
        let start = Self.joints.lazy.compactMap { after.end(of: $0, at: 0) }.first ?? 0
        guard let number = ChineseNumber.read(after, at: start) else { return false }
        let unit = after.end(of: "个", at: number.end) ?? number.end
        return units.joined().contains { word in
            [number.end, unit].contains { after.end(of: word, at: $0) != nil }
        }
    }

    private func isPreceded(by units: ArraySlice<[String]>) -> Bool {
        let joint = Self.joints.first { before.ends(with: $0) }
        let end = before.count - (joint?.unicodeScalars.count ?? 0)
        let text = before.prefix(end)
        return units.joined().contains { word in
            guard text.ends(with: word) else { return false }
            var place = end - word.unicodeScalars.count
            if text[place - 1] == "个" { place -= 1 }
            guard let last = text[place - 1], last.isDigit || ChineseNumeral.isNumeral(last) else { return false }
            // 2025年3个月 names a year.
            return !(word == "年" && (1...4).allSatisfy { text[place - $0].map(Self.isYearDigit) == true })
        }
    }

    private static func isYearDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isDigit || ChineseNumeral.digit(scalar) != nil
    }
}

extension Character {
    /// Whether all of it is invisible: a soft hyphen, a space without width.
    fileprivate var isInvisible: Bool { unicodeScalars.allSatisfy(\.isInvisible) }
}
