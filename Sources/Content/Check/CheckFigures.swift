import Diagnostics

extension Checker {
    /// Compares every printed figure with what else its row says, and with its metric.
    mutating func checkFigures() {
        var units = UnitCheck(library)
        for (index, metric) in library.relations.metricOfObservation.enumerated() {
            let observation = library.observations[index]
            if let figure = observation.figure {
                compare(observation, with: figure)
                if metric >= 0, let unit = units.unit(of: metric, contradictedBy: figure.unit) {
                    report(observation, in: figure.unit, against: unit, of: library.metrics[metric])
                }
            } else if let printed = observation.printed {
                report(
                    .unreadableFigure, "‘\(printed)’ cannot be read as a figure", at: observation.printedSpan,
                    hint: "write the figure alone as its source prints it, such as 2万余人 or 不低于97%")
                continue
            }
            if metric >= 0, library.metrics[metric].kind == .share, let value = observation.value,
                !(0...100).contains(value)
            {
                report(
                    .shareOutOfRange, "a share lies within 0 and 100, not at \(value)", at: observation.printedSpan)
            }
        }
    }

    private mutating func report(_ row: Observation, in printed: String, against unit: String, of metric: Metric) {
        report(
            .wrongUnit,
            "‘\(row.printed ?? "")’ is a number of ‘\(printed)’, but ‘\(metric.id)’ has the unit ‘\(unit)’",
            at: row.printedSpan, hint: "correct the figure, the metric of its row, or the unit of the metric",
            notes: [.init("the metric is here", at: metric.span)])
    }

    private mutating func compare(_ observation: Observation, with figure: PrintedFigure) {
        let row = observation.row
        func differs<Value: Equatable>(_ given: Value?, _ printed: Value?) -> Bool { given != nil && given != printed }
        var parts: [String] = []
        if differs(row.value, figure.value) {
            parts.append("the value \(plain(row.value)), not \(plain(figure.value))")
        }
        if differs(row.qualifier, figure.qualifier) {
            parts.append("‘\(row.qualifier?.rawValue ?? "")’, not ‘\(figure.qualifier.rawValue)’")
        }
        if differs(row.lower, figure.lower) {
            parts.append("the lower bound \(plain(row.lower)), not \(plain(figure.lower))")
        }
        if differs(row.upper, figure.upper) {
            parts.append("the upper bound \(plain(row.upper)), not \(plain(figure.upper))")
        }
        guard !parts.isEmpty, let printed = observation.printed else { return }
        report(
            .figureMismatch, "the row gives ‘\(printed)’ \(parts.joined(separator: "; "))", at: observation.printedSpan,
            hint: "correct the columns, or leave them empty: they are worked out from what is printed")
    }

    private func plain(_ number: Double?) -> String {
        guard let number else { return "none" }
        return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    }
}
