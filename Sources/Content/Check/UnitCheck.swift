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
}
