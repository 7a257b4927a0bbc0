import Diagnostics

extension Checker {
    /// Takes every printed figure apart, compares it with what else its row says, and fills in what the row
    /// leaves out.
    mutating func checkFigures() {
        for index in library.observations.indices {
            var row = library.observations[index]
            let metric = library.relations.metricOfObservation[index]
            let kind = metric >= 0 ? library.metrics[metric].kind : nil
            if let printed = row.printed {
                guard let parsed = row.figure else {
                    report(
                        .unreadableFigure, "‘\(printed)’ cannot be read as a figure", at: row.printedSpan,
                        hint: "write the figure alone as its source prints it, such as 2万余人 or 不低于97%")
                    continue
                }
                let figure = kind.map { parsed.read(as: $0) } ?? parsed
                compare(row, with: figure)
                row.figure = figure
                row.value = row.value ?? figure.value
                row.qualifier = row.qualifier ?? figure.qualifier
                row.lower = row.lower ?? figure.lower
                row.upper = row.upper ?? figure.upper
            }
            if kind == .share, let value = row.value, !(0...100).contains(value) {
                report(.shareOutOfRange, "a share lies within 0 and 100, not at \(value)", at: row.printedSpan)
            }
            library.observations[index] = row
        }
    }

    private mutating func compare(_ row: Observation, with figure: PrintedFigure) {
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
        guard !parts.isEmpty, let printed = row.printed else { return }
        report(
            .figureMismatch, "the row gives ‘\(printed)’ \(parts.joined(separator: "; "))", at: row.printedSpan,
            hint: "correct the columns, or leave them empty: they are worked out from what is printed")
    }

    private func plain(_ number: Double?) -> String {
        guard let number else { return "none" }
        return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    }
}
