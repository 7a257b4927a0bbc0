import Text

/// Compares the units of printed figures with those of their metrics, each pair once.
struct UnitCheck {
    private struct Pair: Hashable {
        var metric: Int
        var unit: String
    }

    private let metrics: [Metric]
    private let languages: [String]
    /// Every unit of each metric.
    private let units: [[String]]
    private var contradicted: [Pair: String?] = [:]
    /// The first figure with a unit of each metric that has none.
    private var first: [Int: (unit: String, span: SourceSpan)] = [:]

    init(_ library: Library) {
        (metrics, languages) = (library.metrics, library.languages)
        units = metrics.map { $0.unit?.all ?? [] }
    }

    /// The unit of a metric that a printed one contradicts; nil where it does not, or where one of them is not given.
    mutating func unit(of metric: Int, contradictedBy printed: String) -> String? {
        guard !printed.isEmpty, !units[metric].isEmpty, !units[metric].contains(printed) else { return nil }
        let pair = Pair(metric: metric, unit: printed)
        if let known = contradicted[pair] { return known }
        // A Chinese unit is compared with the Chinese one where there is one, all others with the others.
        let isChinese = FigureText(printed).hasHan
        let own = languages.indices.filter { languages[$0].hasPrefix("zh") == isChinese }
            .compactMap { metrics[metric].unit?.exact($0) }
        let candidates = own.isEmpty ? units[metric] : own
        let agrees = candidates.contains { !MeasureWords.contradict(printed, $0) }
        let answer = agrees ? nil : candidates.first
        contradicted[pair] = .some(answer)
        return answer
    }

    /// An earlier figure of a metric that has no unit, in a unit that this one contradicts: 300米 and 3公里 are not to stand
    /// beside each other as 300 and 3.
    mutating func figure(
        of metric: Int, contradictedBy unit: String, at span: SourceSpan
    ) -> (unit: String, span: SourceSpan)? {
        guard !unit.isEmpty, units[metric].isEmpty else { return nil }
        guard let first = first[metric] else {
            first[metric] = (unit, span)
            return nil
        }
        return first.unit != unit && MeasureWords.contradict(unit, first.unit) ? first : nil
    }

    /// Whether the metric is given in per cent, in every language.
    func isPercentage(_ metric: Int) -> Bool {
        !units[metric].isEmpty && units[metric].allSatisfy { $0.hasPrefix("%") }
    }
}
