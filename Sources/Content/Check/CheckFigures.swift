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
                let printed = observation.printed ?? ""
                if metric >= 0 {
                    check(ReportedFigure(printed, figure, at: observation.printedSpan), of: metric, &units)
                }
            } else if let printed = observation.printed, !observation.isReadByHand {
                report(
                    .unreadableFigure(printed), at: observation.printedSpan,
                    hint: observation.unknownUnit.map { Diagnostic.Hint.declareUnit($0) } ?? .writeFigureAlone)
                continue
            }
            if metric >= 0, let value = observation.value {
                checkRange(
                    of: value, printed: observation.printed, unit: observation.figure?.unit,
                    at: observation.printedSpan, as: library.metrics[metric])
            }
        }
        checkTaskFigures(&units)
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
