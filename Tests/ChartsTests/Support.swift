@testable import Charts

extension ChartWords {
    static let chinese = ChartWords(
        notReported: "未报告", noFigures: "没有数字", target: "目标：", atLeast: "只知下限", atMost: "只知上限",
        between: "在两端之间", approximate: "约数")
    static let english = ChartWords(
        notReported: "not reported", noFigures: "no figures", target: "Target: ", atLeast: "or more",
        atMost: "or less", between: "between both ends", approximate: "about")
}

extension ChartValue {
    static func exact(_ value: Double, _ text: String) -> ChartValue { ChartValue(exactly: value, text: text) }
    static func atLeast(_ value: Double, _ text: String) -> ChartValue {
        ChartValue(value: value, lower: value, upper: nil, text: text)
    }
    static func atMost(_ value: Double, _ text: String) -> ChartValue {
        ChartValue(value: value, lower: nil, upper: value, text: text)
    }
    static func range(_ lower: Double, _ upper: Double, _ text: String) -> ChartValue {
        ChartValue(value: lower, lower: lower, upper: upper, text: text)
    }
    static func about(_ value: Double, _ text: String) -> ChartValue {
        ChartValue(value: value, lower: nil, upper: nil, isApproximate: true, text: text)
    }
}

func chart(
    _ form: ChartForm, _ points: [ChartPoint], unit: String = "", hint: ClosedRange<Double>? = nil,
    style: NumberStyle = .chinese
) -> Chart {
    chart(form, series: [ChartSeries(points: points)], unit: unit, hint: hint, style: style)
}

func chart(
    _ form: ChartForm, series: [ChartSeries], unit: String = "", hint: ClosedRange<Double>? = nil,
    style: NumberStyle = .chinese
) -> Chart {
    Chart(
        form: form, title: "题", description: "述", series: series, numberStyle: style, unit: unit, domainHint: hint,
        words: style == .chinese ? .chinese : .english, id: "chart.1")
}

/// The elements of a drawing that have a class, in their order, without those of the key.
func elements(_ name: String, in markup: String) -> [String] {
    let body = markup.split(separator: "<g class=\"chart-key").first ?? ""
    return body.split(separator: "\n").map(String.init).filter { line in
        guard let start = line.firstRange(of: "class=\"")?.upperBound else { return false }
        return line[start...].prefix { $0 != "\"" }.split(separator: " ").contains { $0 == name }
    }
}
