import Text

/// Compares the units of printed figures with those of their metrics, each pair once.
struct UnitCheck {
    /// What a printed unit contradicts.
    struct Contradiction {
        var unit: String
        /// Where a metric has no unit, the first of its figures with one: 300米 and 3公里 are not to stand beside each other as 300
        /// and 3.
        var figure: SourceSpan?
    }

    private struct Pair: Hashable {
        var metric: Int
        var unit: String
    }

    private let metrics: [Metric]
    private let languages: [String]
    /// Every unit of each metric.
    private let units: [[String]]
    /// The first unit that is printed with a figure of each metric that has none.
    private var first: [Int: Contradiction] = [:]
    private var known: [Pair: Contradiction?] = [:]

    init(_ library: Library) {
        (metrics, languages) = (library.metrics, library.languages)
        units = metrics.map { $0.unit?.all ?? [] }
    }

    /// Nil where a printed unit contradicts nothing, or where none is printed.
    mutating func contradiction(of metric: Int, to printed: String, at span: SourceSpan) -> Contradiction? {
        guard !printed.isEmpty, !units[metric].contains(printed) else { return nil }
        if units[metric].isEmpty, first[metric] == nil { first[metric] = Contradiction(unit: printed, figure: span) }
        let pair = Pair(metric: metric, unit: printed)
        if let known = known[pair] { return known }
        let answer =
            units[metric].isEmpty ? contradiction(ofFirst: metric, to: printed) : contradiction(of: metric, printed)
        known[pair] = .some(answer)
        return answer
    }

    private func contradiction(of metric: Int, _ printed: String) -> Contradiction? {
        // A Chinese unit is compared with the Chinese one where there is one, all others with the others.
        let isChinese = FigureText(printed).hasHan
        let own = languages.indices.filter { languages[$0].hasPrefix("zh") == isChinese }
            .compactMap { metrics[metric].unit?.exact($0) }
        let candidates = own.isEmpty ? units[metric] : own
        let agrees = candidates.contains { !MeasureWords.contradict(printed, $0) }
        return agrees ? nil : candidates.first.map { Contradiction(unit: $0) }
    }

    private func contradiction(ofFirst metric: Int, to printed: String) -> Contradiction? {
        guard let first = first[metric], MeasureWords.contradict(printed, first.unit) else { return nil }
        // 人次 and visits may be the same.
        let areOfTwoLanguages = Set([first.unit, printed].compactMap(Self.isChinese)).count > 1
        return areOfTwoLanguages ? nil : first
    }

    /// Nil for a sign, such as %.
    private static func isChinese(_ unit: String) -> Bool? {
        FigureText(unit).hasHan ? true : unit.contains(where: \.isLetter) ? false : nil
    }

    /// Whether the metric is given in per cent, in every language.
    func isPercentage(_ metric: Int) -> Bool {
        !units[metric].isEmpty && units[metric].allSatisfy { $0.hasPrefix("%") }
    }
}
