import Diagnostics
import Text

extension Checker {
    /// Finds figures of one metric, place and period that cannot both be true, unless one of them is flagged as
    /// superseded.
    mutating func checkContradictions() {
        let observations = library.observations
        // 2025-Q1 and 2025-01/2025-03 are the same days.
        var days: [Period.Days: Int32] = [:]
        let periods = observations.table.periods.enumerated().map { number, period in
            let known = days[period.days] ?? Int32(number)
            days[period.days] = known
            return known
        }
        // A figure contradicts some earlier one if it contradicts that of the highest lower or of the lowest upper bound.
        var earlier: [FigureSubject<Int32, Int32>: (highest: Int, lowest: Int)] = [:]
        for (index, row) in observations.rows.enumerated() where row.hasFigure && !row.isSuperseded {
            let metric = library.relations.metricOfObservation[index]
            let place = library.relations.placeOfObservation[index]
            guard let period = row.period, metric >= 0, place >= 0 else { continue }
            let subject = FigureSubject(
                metric: Int32(metric), place: Int32(place), days: periods[Int(period)], role: row.role,
                isKeptApart: row.isKeptApart)
            guard let (highest, lowest) = earlier[subject] else {
                earlier[subject] = (index, index)
                continue
            }
            let observation = observations[index]
            let rivals = [observations[highest], observations[lowest]]
            if observation.bounds.lower > rivals[0].bounds.lower { earlier[subject]?.highest = index }
            if observation.bounds.upper < rivals[1].bounds.upper { earlier[subject]?.lowest = index }
            guard let rival = rivals.first(where: observation.contradicts) else { continue }
            report(
                .contradictingFigures(
                    id: observation.id, figure: observation.shownFigure, other: rival.id,
                    otherFigure: rival.shownFigure), at: observation.printedSpan, hint: .flagSuperseded,
                notes: [.rowIsHere(at: rival.printedSpan)])
        }
    }
}

extension Observation {
    fileprivate var shownFigure: String { printed ?? value.map(\.plainDigits) ?? "" }

    /// Between which numbers the figure lies for certain.
    fileprivate var bounds: (lower: Double, upper: Double) {
        guard let value else { return (-.infinity, .infinity) }
        if printed == nil, qualifier ?? .exact == .exact { return (value, value) }
        return (lower ?? -.infinity, upper ?? .infinity)
    }

    fileprivate func contradicts(_ other: Observation) -> Bool {
        bounds.upper < other.bounds.lower || other.bounds.upper < bounds.lower
    }
}

extension Library {
    /// The files with figures that name no source, each told once, at its first such row.
    package var figuresWithoutSource: [Diagnostic] {
        var found: [Int32: (first: Int, count: Int)] = [:]
        for (index, row) in observations.rows.enumerated()
        where observations.table.citations[Int(row.citation)].source == nil {
            found[row.file, default: (index, 0)].count += 1
        }
        return found.values.map { first, count in
            Diagnostic(.figuresWithoutSource(count), at: observations[first].span, hint: .giveSource)
        }.sorted()
    }
}
