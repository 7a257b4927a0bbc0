import Content

/// Whether the unit of a table is that of a metric's figures: 万元 above a table with 服务户数 and 投入资金 is that of the money.
enum UnitFit {
    /// The metric has this very unit, multiplied or not.
    case exact
    case likely
    /// The figures are of something else.
    case none
    case unclear

    /// - Parameters:
    ///   - kind: of a metric that there is or that somebody described; nil where its name is all that is known.
    ///   - units: the metric's, in every language.
    init(_ unit: String, kind: MetricKind?, units: [String], name: String) {
        let isMoney = WholeUnit(unit)?.isMoney ?? false
        let base = ScaledUnit(unit)?.unit ?? unit
        if units.contains(base) || units.contains(unit) {
            self = .exact
        } else if let kind, !units.isEmpty || kind != .count {
            switch kind {
            case .money: self = isMoney ? .likely : .unclear
            case .count: self = isMoney || base == "%" ? .none : .likely
            default: self = .none
            }
        } else {
            self = Self.byName(name, base: base, isMoney: isMoney, isScaled: ScaledUnit(unit) != nil)
        }
    }

    private static func byName(_ name: String, base: String, isMoney: Bool, isScaled: Bool) -> UnitFit {
        let isPercent = ["%", "‰", "个百分点"].contains(base)
        if ends(name, shares) { return isPercent ? .exact : .none }
        if let counted = counted(in: name) {
            if isMoney || isPercent { return .none }
            if counted.hasPrefix(base) || counted.isEmpty { return .likely }
            return isScaled ? .unclear : .none
        }
        if ends(name, changes) { return isPercent ? .likely : .unclear }
        if isOfMoney(name) { return isMoney ? .exact : .unclear }
        return isMoney || isPercent ? .unclear : .likely
    }

    private static func ends(_ name: String, _ words: [String]) -> Bool { words.contains(where: name.hasSuffix) }

    /// What a name says that it counts: 户 of 服务户数; empty where it counts something that the program does not know.
    private static func counted(in name: String) -> String? {
        if ends(name, measures) { return "" }
        if let unit = counts.first(where: name.hasSuffix) { return unit }
        guard let end = ["数量", "总数", "数"].first(where: name.hasSuffix) else { return nil }
        let rest = String(name.dropLast(end.count))
        guard rest.isEmpty || !ends(rest, money + moneyEndings) else { return nil }
        let tails = (1...3).map { String(rest.suffix($0)) }
        return tails.last { WholeUnit($0) != nil } ?? ""
    }

    private static func isOfMoney(_ name: String) -> Bool {
        guard !ends(name, notMoney) else { return false }
        return money.contains(where: name.contains) || ends(name, moneyEndings)
    }

    private static let shares =
        MetricWords.shares + MetricWords.rates + MetricWords.scores
        + ["率", "比重", "百分比", "排名", "名次", "位次", "比"]
    private static let changes = MetricWords.changes + ["增减", "上升"]
    private static let counts = [
        "人次", "户次", "件次", "场次", "车次", "批次", "频次", "次", "人口", "户", "人", "件", "天", "家",
    ]
    private static let measures = ["时长", "时间", "面积", "里程", "长度", "年龄"]
    private static let money = [
        "资金", "经费", "金额", "补贴", "补助", "预算", "决算", "支出", "收入", "产值", "工资", "薪酬", "投资", "造价", "成本", "费用", "奖金", "基金",
        "贷款", "捐款", "拨款", "债务", "税收", "价值", "总值", "利润", "营收",
    ]
    private static let moneyEndings = ["金", "费", "款", "额", "价", "税", "投入", "开支", "花费"]
    private static let notMoney = ["免费", "条款", "名额", "评价", "人员投入", "人力投入", "警力投入", "消费"]
}

extension TableUnit {
    /// What the units of a table say of a metric's figures.
    enum Choice {
        case unit(String)
        case none
        case unclear
    }

    /// - Parameter fits: of each unit.
    func unit(fitting fits: [UnitFit], isOfOneMetric: Bool) -> Choice {
        guard !isOfPart else { return .unclear }
        let named = zip(units, fits).map { (unit: $0, fit: $1) }
        let exact = named.filter { $0.fit == .exact }
        if exact.count == 1 { return .unit(exact[0].unit) }
        let possible = named.filter { $0.fit != .none }
        if possible.count == 1, possible[0].fit == .likely { return .unit(possible[0].unit) }
        if fits.allSatisfy({ $0 == .none }) { return isOfOneMetric ? .unclear : .none }
        // Above figures of one metric the unit is theirs.
        return isOfOneMetric && units.count == 1 ? .unit(units[0]) : .unclear
    }
}
