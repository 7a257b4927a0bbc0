import Diagnostics
import Text

/// A figure that a row or a checkpoint reports of a metric.
struct ReportedFigure {
    let printed: String
    /// As a metric of its kind reads it.
    let figure: PrintedFigure
    let span: SourceSpan

    init(_ printed: String, _ figure: PrintedFigure, at span: SourceSpan) {
        (self.printed, self.figure, self.span) = (printed, figure, span)
    }
}

extension Checker {
    /// A figure is in the unit of its metric, and of its kind.
    mutating func check(_ reported: ReportedFigure, of index: Int, _ units: inout UnitCheck) {
        let (metric, unit) = (library.metrics[index], reported.figure.unit)
        switch units.contradiction(of: index, to: unit, at: reported.span) {
        case .some(let other) where other.figure == nil:
            report(
                .wrongUnit(printed: reported.printed, unit: unit, metric: metric.id, expected: other.unit),
                at: reported.span, hint: .correctFigureOrUnit, notes: [.metricIsHere(at: metric.span)])
        case .some(let other):
            report(
                .mixedUnits(printed: reported.printed, unit: unit, metric: metric.id, other: other.unit),
                at: reported.span, hint: .giveMetricUnit, notes: other.figure.map { [.rowIsHere(at: $0)] } ?? [])
        case nil: break
        }
        if metric.kind == .change, unit.isEmpty, units.isPercentage(index),
            case .to? = PrintedFigure(reported.printed, anyNoun: true)?.change
        {
            report(
                .levelsForPercentage(printed: reported.printed, metric: metric.id), at: reported.span,
                hint: .usePrintedPercentage, notes: [.metricIsHere(at: metric.span)])
        }
        checkChange(reported, of: metric)
    }

    /// A change is no level: 增长300个 does not say how many there are, and 提高到95% not by how much.
    private mutating func checkChange(_ reported: ReportedFigure, of metric: Metric) {
        guard let change = reported.figure.change, (change == .by) != (metric.kind == .change) else { return }
        guard metric.kind == .change else {
            return report(
                .changeOfLevel(printed: reported.printed, metric: metric.id), at: reported.span,
                hint: .useChangeMetric, notes: [.metricIsHere(at: metric.span)])
        }
        report(
            .levelOfChange(printed: reported.printed, metric: metric.id), at: reported.span, hint: .useLevelMetric,
            notes: [.metricIsHere(at: metric.span)])
    }

    /// What a number of the kind cannot be, and what it is hardly meant to be.
    ///
    /// - Parameters:
    ///   - printed: the figure as it was written, if it was.
    ///   - unit: that of the figure; empty where it is a mere number, nil where nothing was read.
    mutating func checkRange(
        of value: Double, printed: String?, unit: String?, at span: SourceSpan, as metric: Metric
    ) {
        switch metric.kind {
        case .share, .availability:
            let units = [unit].compactMap(\.self).filter { !$0.isEmpty }
            let isPerMille = (units.isEmpty ? metric.unit?.all ?? [] : units).contains { $0.hasPrefix("‰") }
            let most = isPerMille ? 1000.0 : 100
            if metric.kind == .share, !(0...most).contains(value) {
                report(.shareOutOfRange(most: most, value: value), at: span)
            }
            // Sheets keep 95% as 0.95.
            if value > 0, value <= 1, let printed, unit == "" {
                report(
                    .fractionForShare(printed), at: span,
                    hint: .writePercent(meant: (value * 100).plainDigits + "%", other: printed + "%"))
            }
        case .count, .duration:
            if value < 0 { report(.belowZero(printed ?? value.plainDigits), at: span, hint: .correctSign) }
        case .change, .money, .index: break
        }
    }

    /// What tasks set out from and aim at, and what their checkpoints report.
    mutating func checkTaskFigures(_ units: inout UnitCheck) {
        for (index, task) in library.tasks.enumerated() {
            guard let metric = task.metric.flatMap({ library.index.metrics[$0.id] }) else { continue }
            let known = library.metrics[metric]
            for number in [task.baseline, task.target] {
                guard let number else { continue }
                checkRange(of: number, printed: number.plainDigits, unit: "", at: task.span, as: known)
            }
            for checkpoint in library.relations.checkpointsOfTask[index].map({ library.checkpoints[$0] }) {
                guard let printed = checkpoint.printed, let figure = checkpoint.figure?.read(as: known.kind) else {
                    continue
                }
                let span = checkpoint.figureSpan ?? checkpoint.span
                check(ReportedFigure(printed, figure, at: span), of: metric, &units)
                checkRange(of: figure.value, printed: printed, unit: figure.unit, at: span, as: known)
            }
        }
    }
}
