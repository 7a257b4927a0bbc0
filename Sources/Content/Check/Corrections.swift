import Diagnostics

extension Checker {
    /// Finds what each correction is about: by its path below `content/`, as `practice:id` or `obs:id`, or by its id alone.
    /// From then on it is called by the first, or by the second where it is no file.
    mutating func resolveCorrections() {
        guard !library.corrections.isEmpty else { return }
        var practices: [Int: [Int]] = [:]
        for (practice, outcomes) in library.relations.outcomesOfPractice.enumerated() {
            for observation in Set(outcomes) { practices[observation, default: []].append(practice) }
        }
        for index in library.corrections.indices {
            let object = library.corrections[index].object
            if let record = library.index.records[LibraryPath.record(object.id)] {
                library.correctionsOfRecord[record, default: []].append(index)
            } else if let name = resolveObject(object) {
                library.corrections[index].object.id = name.address
                note(name, ofCorrection: index, practicesOfObservation: practices)
            }
        }
    }

    /// - Returns: nil after telling why it is nothing, if that was not told elsewhere.
    private mutating func resolveObject(_ object: Reference) -> RecordName? {
        if let (scheme, id) = LinkScheme.split(object.id), scheme == .observation {
            return resolve(Reference(id: id, span: object.span), .observation).map { _ in RecordName(.observation, id) }
        }
        do throws(RecordName.Refusal) {
            return try RecordName(object.id, in: library)
        } catch {
            switch error {
            case .ambiguous(let names):
                report(
                    .ambiguousName(name: object.id, kind: Phrase.record), at: object.span,
                    hint: .writeID(names.map { Phrase.quoted($0.text) }))
            case .unknown: reportUnknown(object)
            }
            return nil
        }
    }

    private mutating func reportUnknown(_ object: Reference) {
        guard !raw.unreadablePaths.contains(LibraryPath.record(object.id)) else { return }
        let titled = RecordKind.allCases.flatMap { $0.type.headers(in: library) }.filter {
            $0.title.all.contains(object.id)
        }
        guard titled.isEmpty else {
            return report(
                .unknownReference(kind: Phrase.record, id: object.id), at: object.span,
                hint: .writeID(titled.map { Phrase.quoted(RecordName.object(ofFile: $0.path)) }))
        }
        let records = library.index.records
        reportUnknown(object, .record, among: { records.keys.map { RecordName.object(ofFile: $0) } }, in: "record")
    }

    /// Puts a correction on the pages that it concerns.
    private mutating func note(
        _ name: RecordName, ofCorrection index: Int, practicesOfObservation practices: [Int: [Int]]
    ) {
        if let record = library.index.records[LibraryPath.record(name.address)] {
            library.correctionsOfRecord[record, default: []].append(index)
        } else if name.kind == .observation, let observation = library.index.observations[name.id] {
            let place = library.relations.placeOfObservation[observation]
            if place >= 0 { library.correctionsOfRecord[RecordID(.place, place), default: []].append(index) }
            for practice in practices[observation] ?? [] {
                library.correctionsOfRecord[RecordID(.practice, practice), default: []].append(index)
            }
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
