import Diagnostics

extension Ref where Record == Metric {
    package var record: Metric { unsafeAddress { addresses.metrics.address(of: index) } }
    package var observations: [ObservationRef] { refs(shared.value.relations.observationsOfMetric[index]) }
    package var practices: [PracticeRef] { refs(shared.value.relations.practicesOfMetric[index]) }
    package var tasks: [TaskRef] { refs(shared.value.relations.tasksOfMetric[index]) }
    /// Figures that may stand side by side across places: see ``Library/comparisons(ofMetric:)``.
    package var comparisons: [[ObservationRef]] { shared.value.comparisons(ofMetric: index).map { refs($0) } }
    /// Figures of each place that follow each other in time: see ``Library/series(ofMetric:)``.
    package var series: [[ObservationRef]] { shared.value.series(ofMetric: index).map { refs($0) } }
}

extension Ref where Record == Observation {
    /// Read from its table at every call: keep it where more than one thing is asked of it.
    package var record: Observation { shared.value.observations[index] }
    package var metric: MetricRef? { MetricRef(shared, ifAny: shared.value.relations.metricOfObservation[index]) }
    package var place: PlaceRef? { PlaceRef(shared, ifAny: shared.value.relations.placeOfObservation[index]) }
    package var source: SourceRef? {
        record.source.flatMap { shared.value.index.sources[$0.id] }.map { SourceRef(shared, $0) }
    }
    package var evidenceGaps: [EvidenceGap] { shared.value.gaps(ofObservation: index) }
    /// The name of its metric; the id where there is no such metric.
    package func metricName(_ language: Int) -> String { metric?.record.name[language] ?? record.metric.id }
}

extension Ref where Record == PlanTask {
    package var record: PlanTask { unsafeAddress { addresses.tasks.address(of: index) } }
    package var place: PlaceRef? { shared.value.index.places[record.place.id].map { PlaceRef(shared, $0) } }
    package var metric: MetricRef? {
        record.metric.flatMap { shared.value.index.metrics[$0.id] }.map { MetricRef(shared, $0) }
    }
    package var verdict: TaskVerdict { shared.value.verdict(ofTask: index) }
    package var checkpoints: [CheckpointRef] { refs(shared.value.relations.checkpointsOfTask[index]) }
}

extension Ref where Record == Checkpoint {
    package var record: Checkpoint { unsafeAddress { addresses.checkpoints.address(of: index) } }
}

extension Ref where Record == Source {
    package var record: Source { unsafeAddress { addresses.sources.address(of: index) } }
    package var uses: [SourceUse] { shared.value.sourceUses[index] }
}

extension Ref where Record == GlossaryTerm {
    package var record: GlossaryTerm { unsafeAddress { addresses.glossary.address(of: index) } }
}

extension Ref where Record == Correction {
    package var record: Correction { unsafeAddress { addresses.corrections.address(of: index) } }
}
