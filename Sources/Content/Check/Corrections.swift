import Diagnostics

extension Checker {
    /// Finds what each correction is about: a record by its path below `content/`, or a figure as `obs:id`.
    mutating func resolveCorrections() {
        for (index, correction) in library.corrections.enumerated() {
            let name = correction.object.id
            if let (scheme, id) = LinkScheme.split(name), scheme == .observation {
                let reference = Reference(id: id, span: correction.object.span)
                if let observation = resolve(reference, .observation) {
                    let place = library.relations.placeOfObservation[observation]
                    if place >= 0 { library.correctionsOfRecord[RecordID(.place, place), default: []].append(index) }
                    for (practice, outcomes) in library.relations.outcomesOfPractice.enumerated()
                    where outcomes.contains(observation) {
                        library.correctionsOfRecord[RecordID(.practice, practice), default: []].append(index)
                    }
                }
            } else if let record = library.index.records["content/\(name).md"] {
                library.correctionsOfRecord[record, default: []].append(index)
            } else if !raw.unreadablePaths.contains("content/\(name).md") {
                let records = library.index.records
                reportUnknown(
                    correction.object, .record,
                    among: { records.keys.map { String($0.dropFirst("content/".count).dropLast(3)) } }, in: "record")
            }
        }
    }

    /// Practices and cases whose last review is more than twelve months ago, and records that were reviewed on a day to come.
    mutating func checkReviews(on today: CalendarDate) {
        for kind in RecordKind.allCases {
            for header in kind.type.headers(in: library) {
                guard let reviewed = header.reviewed, reviewed > today else { continue }
                report(
                    .reviewedInFuture(title: header.title[0], date: reviewed.description, today: today.description),
                    at: header.titleSpan, hint: .correctReview)
            }
        }
        for header in library.practices.map(\.header) + library.cases.map(\.header) {
            guard let reviewed = header.reviewed, reviewed.isOverdue(on: today) else { continue }
            report(
                .staleReview(title: header.title[0], date: reviewed.description), at: header.titleSpan,
                hint: .reviewAgain)
        }
    }

    /// A proposal has no results to report.
    mutating func checkProposals() {
        for index in library.practices.indices {
            let practice = library.practices.address(of: index)
            guard practice.pointee.modality == .proposed else { continue }
            for (reference, observation) in zip(practice.pointee.outcomes, library.relations.outcomesOfPractice[index])
            where library.observations[observation].role == .result {
                report(.proposalWithResult(reference.id), at: reference.span, hint: .reportOrRemove)
            }
        }
    }
}
