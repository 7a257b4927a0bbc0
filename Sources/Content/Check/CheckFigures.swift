import Diagnostics
import Text

extension Checker {
    /// Compares every printed figure with what else its row says, and with its metric.
    mutating func checkFigures() {
        var units = UnitCheck(library)
        for (index, metric) in library.relations.metricOfObservation.enumerated() {
            let observation = library.observations[index]
            if let figure = observation.figure {
                compare(observation, with: figure)
                checkOtherLanguages(observation, figure)
                if metric >= 0, let unit = units.unit(of: metric, contradictedBy: figure.unit) {
                    report(observation, in: figure.unit, against: unit, of: library.metrics[metric])
                }
                if metric >= 0 { checkChange(observation, figure, of: library.metrics[metric]) }
            } else if let printed = observation.printed {
                report(
                    .unreadableFigure(printed), at: observation.printedSpan,
                    hint: observation.unknownUnit.map { Diagnostic.Hint.declareUnit($0) } ?? .writeFigureAlone)
                continue
            }
            if metric >= 0, let value = observation.value {
                checkRange(of: value, observation, as: library.metrics[metric].kind)
            }
        }
    }

    /// What a number of the kind cannot be, and what it is hardly meant to be.
    private mutating func checkRange(of value: Double, _ row: Observation, as kind: MetricKind) {
        switch kind {
        case .share, .availability:
            if kind == .share, !(0...100).contains(value) { report(.shareOutOfRange(value), at: row.printedSpan) }
            // Sheets keep 95% as 0.95.
            if value > 0, value <= 1, let printed = row.printed, row.figure?.unit == "" {
                report(
                    .fractionForShare(printed), at: row.printedSpan,
                    hint: .writePercent(meant: (value * 100).plainDigits + "%", other: printed + "%"))
            }
        case .count, .duration:
            if value < 0 {
                report(.belowZero(row.printed ?? value.plainDigits), at: row.printedSpan, hint: .correctSign)
            }
        case .change, .money, .index: break
        }
    }

    /// What another language prints says the same of the number, as far as the program can read that language.
    private mutating func checkOtherLanguages(_ row: Observation, _ figure: PrintedFigure) {
        for (language, tag) in library.languages.enumerated() where PrintedFigure.isWritten(in: tag) {
            guard let text = row.printed(in: language),
                PrintedFigure(text, anyNoun: true).map({ !$0.agrees(with: figure) }) ?? true
            else { continue }
            report(
                .textDiffersFromRow(text: text, printed: row.printed ?? ""), at: row.printedSpan(in: language),
                hint: .writeSameNumber)
        }
    }

    /// A change is no level: 增长300个 does not say how many there are, and 提高到95% not by how much.
    private mutating func checkChange(_ row: Observation, _ figure: PrintedFigure, of metric: Metric) {
        guard let change = figure.change, (change == .by) != (metric.kind == .change) else { return }
        let printed = row.printed ?? ""
        guard metric.kind == .change else {
            return report(
                .changeOfLevel(printed: printed, metric: metric.id), at: row.printedSpan, hint: .useChangeMetric,
                notes: [.metricIsHere(at: metric.span)])
        }
        report(
            .levelOfChange(printed: printed, metric: metric.id), at: row.printedSpan, hint: .useLevelMetric,
            notes: [.metricIsHere(at: metric.span)])
    }

    private mutating func report(_ row: Observation, in printed: String, against unit: String, of metric: Metric) {
        report(
            .wrongUnit(printed: row.printed ?? "", unit: printed, metric: metric.id, expected: unit),
            at: row.printedSpan, hint: .correctFigureOrUnit, notes: [.metricIsHere(at: metric.span)])
    }

    private mutating func compare(_ observation: Observation, with figure: PrintedFigure) {
        let row = observation.row
        func differs<Value: Equatable>(_ given: Value?, _ printed: Value?) -> Bool { given != nil && given != printed }
        var parts: [Phrase] = []
        if differs(row.value, figure.value) {
            parts.append(.otherValue(given: plain(row.value), printed: plain(figure.value)))
        }
        if differs(row.qualifier, figure.qualifier) {
            parts.append(.otherQualifier(given: row.qualifier?.rawValue ?? "", printed: figure.qualifier.rawValue))
        }
        if differs(row.lower, figure.lower) {
            parts.append(.otherLowerBound(given: plain(row.lower), printed: plain(figure.lower)))
        }
        if differs(row.upper, figure.upper) {
            parts.append(.otherUpperBound(given: plain(row.upper), printed: plain(figure.upper)))
        }
        if let baseline = figure.baseline, differs(row.baseline, baseline) {
            parts.append(.otherBaseline(given: plain(row.baseline), printed: plain(baseline)))
        }
        guard let first = parts.first, let printed = observation.printed else { return }
        let differences = parts.dropFirst().reduce(first) { .differences(first: $0, second: $1) }
        report(
            .columnsDifferFromPrinted(printed: printed, differences: differences), at: observation.printedSpan,
            hint: .correctColumns)
    }

    private func plain(_ number: Double?) -> any SentenceArgument {
        guard let number else { return Phrase.noNumber }
        return number.plainDigits
    }
}
