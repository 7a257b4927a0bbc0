/// Why two figures may not stand side by side.
package enum Incomparability: String, CaseIterable, Sendable {
    /// They measure different things.
    case metrics = "different-metrics"
    /// One is what was aimed at or started from, the other what came of it.
    case roles = "different-roles"
    /// Their places stand on different levels of administration.
    case levels = "different-levels"
    /// They hold for different stretches of time, or do not both say for which: two unknowns are not the same time.
    case periods = "different-periods"
    /// A row says of itself that it must be kept apart.
    case flagged = "flagged"
}

extension Library {
    /// Why two figures may not be compared, or nil if they may.
    ///
    /// Two figures stand side by side only with the same metric, the same level of place and like periods.
    /// Both have to say for when. Across places like means the same days; within one place it means two
    /// stretches of the same length, which follow each other in time. Comparable figures are shown
    /// together and never ranked: what their qualifiers leave open does not allow it.
    ///
    /// - Parameter overTime: whether the figures are set along an axis of time, where different places may
    ///   have different days as long as their stretches are of one length.
    package func incomparability(of first: Int, and second: Int, overTime: Bool = false) -> Incomparability? {
        let (left, right) = (observations[first], observations[second])
        guard relations.metricOfObservation[first] == relations.metricOfObservation[second],
            relations.metricOfObservation[first] >= 0
        else { return .metrics }
        guard left.role.isActual == right.role.isActual, left.role.isActual || left.role == right.role else {
            return .roles
        }
        let (here, there) = (relations.placeOfObservation[first], relations.placeOfObservation[second])
        guard here >= 0, there >= 0, places[here].level == places[there].level else { return .levels }
        guard let one = left.period, let other = right.period else { return .periods }
        let areLike =
            here == there || overTime
            ? one.length == other.length && (here != there || one.days != other.days) : one.days == other.days
        guard areLike else { return .periods }
        return left.row.isKeptApart == right.row.isKeptApart ? nil : .flagged
    }

    /// Figures of a metric that may stand side by side across places: each group has two or more places and
    /// is in the order of the library, which is no ranking.
    package func comparisons(ofMetric metric: Int) -> [[Int]] {
        group(relations.observationsOfMetric[metric]) { index in
            let place = relations.placeOfObservation[index]
            guard place >= 0, let period = observations[index].period else { return nil }
            return [
                places[place].level.rawValue, period.days.description,
                observations.rows[index].isKeptApart ? "apart" : "",
            ].joined(separator: " ")
        }
        .map { $0.sorted { relations.placeOfObservation[$0] < relations.placeOfObservation[$1] } }
        .filter { Set($0.map { relations.placeOfObservation[$0] }).count > 1 }
    }

    /// The figures of each place that follow each other in time, by place: two or more stretches of the same
    /// length, the earliest first.
    package func series(ofMetric metric: Int) -> [[Int]] {
        group(relations.observationsOfMetric[metric]) { index in
            guard let period = observations[index].period, period.start != nil else { return nil }
            return "\(relations.placeOfObservation[index]) \(period.length)"
        }
        .map { series in
            series.sorted { left, right in
                guard let first = observations[left].period?.start, let second = observations[right].period?.start
                else { return false }
                return first < second
            }
        }
        .filter { Set($0.map { observations[$0].period?.text ?? "" }).count > 1 }
        .sorted { relations.placeOfObservation[$0[0]] < relations.placeOfObservation[$1[0]] }
    }

    /// Current figures of what happened, by a key, in the order in which the keys first occur.
    private func group(_ indices: [Int], by key: (Int) -> String?) -> [[Int]] {
        var places: [String: Int] = [:]
        var groups: [[Int]] = []
        for index in indices where observations.rows[index].isCurrent {
            guard let key = key(index) else { continue }
            if let place = places[key] {
                groups[place].append(index)
            } else {
                places[key] = groups.count
                groups.append([index])
            }
        }
        return groups
    }
}

extension ObservationRole {
    /// Whether the figure says how things are, not how they were to be or had been.
    package var isActual: Bool { self != .baseline && self != .target }

    /// What tells figures of one metric, place and time apart: nil for how things were, whichever word says that. What was
    /// reached on the way, baselines and targets are figures of their own.
    var apart: ObservationRole? { isActual && self != .checkpoint ? nil : self }
}

extension Period {
    /// How long a stretch of time is, as far as comparing goes.
    package enum Length: Hashable, Sendable {
        case years(Int)
        case months(Int)
        case days, open
    }

    package var length: Length {
        guard let start, let end else { return .open }
        guard start.day == 1, end.day == CalendarDate.days(in: end.month, of: end.year) else { return .days }
        let months = (end.year - start.year) * 12 + end.month - start.month + 1
        return months % 12 == 0 ? .years(months / 12) : .months(months)
    }

    /// The first and the last day, however the period was written: `2025-Q1` is `2025-01/2025-03`.
    var days: Days { Days(start: start, end: end) }

    struct Days: Hashable, CustomStringConvertible {
        var start: CalendarDate?
        var end: CalendarDate?

        var description: String { "\(start?.description ?? "..")/\(end?.description ?? "..")" }
    }
}
