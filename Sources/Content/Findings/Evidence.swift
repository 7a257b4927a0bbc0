/// How far what is said of a practice can be trusted. Computed from the records, never typed.
package enum EvidenceLevel: Int, CaseIterable, Sendable, Comparable {
    /// Somebody says that it should be done.
    case proposal = 0
    /// Somebody says that it is done.
    case account
    /// Somebody gives a figure for what came of it.
    case figure
    /// A figure with definition, denominator, period and baseline.
    case measured
    /// Somebody independent confirms it.
    case verified
    /// Another place took it over and reports a result.
    case adopted

    package var name: String { "E\(rawValue)" }

    package static func < (lhs: EvidenceLevel, rhs: EvidenceLevel) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// What a figure lacks to be a measurement.
package enum EvidenceGap: String, CaseIterable, Sendable {
    /// The source does not say what is counted, or counts two things as one.
    case definition = "no-definition"
    case period = "no-period"
    /// It is known from when on, but not until when.
    case endDate = "no-end-date"
    case denominator = "no-denominator"
    case baseline = "no-baseline"
}

extension Library {
    package func evidence(ofPractice index: Int) -> EvidenceLevel {
        guard practices.address(of: index).pointee.modality == .reported else { return .proposal }
        if relations.adoptionsOfPractice[index].contains(where: { !adoptions[$0].result.isEmpty }) { return .adopted }
        if !practices.address(of: index).pointee.verifiedBy.isEmpty { return .verified }
        return evidence(of: results(ofPractice: index))
    }

    package func evidence(ofCase index: Int) -> EvidenceLevel {
        evidence(of: results(in: relations.outcomesOfCase[index]))
    }

    private func evidence(of results: [Int]) -> EvidenceLevel {
        if results.isEmpty { return .account }
        return results.contains { gaps(ofObservation: $0).isEmpty } ? .measured : .figure
    }

    /// A count or a duration needs no denominator; a share, a change or an index does.
    @inline(__always)
    package func gaps(ofObservation index: Int) -> [EvidenceGap] {
        let observation = observations[index]
        let metric = relations.metricOfObservation[index]
        var gaps: [EvidenceGap] = []
        let unclear: Set<Caution> = [.undefinedMeasure, .acceptedAndCompletedConflated]
        if !unclear.isDisjoint(with: observation.cautions) { gaps.append(.definition) }
        if let period = observation.period {
            if period.start == nil || period.end == nil { gaps.append(.endDate) }
        } else {
            gaps.append(.period)
        }
        if metric >= 0, [.share, .change, .index].contains(metrics.address(of: metric).pointee.kind),
            metrics.address(of: metric).pointee.denominator == nil
        {
            gaps.append(.denominator)
        }
        if observation.baseline == nil { gaps.append(.baseline) }
        return gaps
    }

    /// What the result that lacks least still lacks, in the order of ``EvidenceGap``: one whole figure makes a measurement.
    @inline(__always)
    package func gaps(ofPractice index: Int) -> [EvidenceGap] {
        results(ofPractice: index).map { gaps(ofObservation: $0) }.min { $0.count < $1.count } ?? []
    }
}
