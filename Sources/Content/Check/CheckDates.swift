import Diagnostics

extension Checker {
    /// Reviews and periods that lie in the days to come: what has not happened cannot have been told. Only a target is of a time
    /// to come.
    mutating func checkFuture(from today: CalendarDate) {
        for kind in RecordKind.allCases {
            for header in kind.type.headers(in: library) {
                guard let reviewed = header.reviewed, reviewed > today else { continue }
                report(
                    .reviewedInFuture(title: header.title[0], date: reviewed.description, today: today.description),
                    at: header.reviewedSpan ?? header.titleSpan, hint: .correctReview)
            }
        }
        for study in library.cases {
            guard let period = study.period, begins(period, after: today) else { continue }
            report(
                .periodInFuture(period: period.text, today: today.description), at: study.header.titleSpan,
                hint: .correctPeriod)
        }
        let table = library.observations.table
        let future = Set(table.periods.indices.filter { begins(table.periods[$0], after: today) })
        guard !future.isEmpty else { return }
        for (index, row) in library.observations.rows.enumerated() where row.role != .target {
            guard let period = row.period.map({ Int($0) }), future.contains(period) else { continue }
            report(
                .periodInFuture(period: table.periods[period].text, today: today.description),
                at: library.observations[index].periodSpan, hint: .correctPeriodOrRole)
        }
    }

    private func begins(_ period: Period, after today: CalendarDate) -> Bool {
        period.start.map { $0 > today } ?? false
    }

    /// Practices and cases whose last review is more than twelve months ago.
    mutating func checkStaleReviews(on today: CalendarDate) {
        for header in library.practices.map(\.header) + library.cases.map(\.header) {
            guard let reviewed = header.reviewed, reviewed.isOverdue(on: today) else { continue }
            report(
                .staleReview(title: header.title[0], date: reviewed.description),
                at: header.reviewedSpan ?? header.titleSpan, hint: .reviewAgain)
        }
    }
}
