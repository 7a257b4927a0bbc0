import Diagnostics

extension Ref where Record == Metric {
    package var record: Metric { _read { yield shared.value.metrics[inPlace: index] } }
    package var observations: [ObservationRef] { refs(library.relations.observationsOfMetric[index]) }
    package var practices: [PracticeRef] { refs(library.relations.practicesOfMetric[index]) }
    package var tasks: [TaskRef] { refs(library.relations.tasksOfMetric[index]) }
    /// Figures that may stand side by side across places: see ``Library/comparisons(ofMetric:)``.
    package var comparisons: [[ObservationRef]] { library.comparisons(ofMetric: index).map { refs($0) } }
    /// Figures of each place that follow each other in time: see ``Library/series(ofMetric:)``.
    package var series: [[ObservationRef]] { library.series(ofMetric: index).map { refs($0) } }
}

extension Ref where Record == Observation {
    /// Read from its table at every call: keep it where more than one thing is asked of it.
    package var record: Observation { shared.value.observations[index] }
    package var metric: MetricRef? { MetricRef(shared, ifAny: library.relations.metricOfObservation[index]) }
    package var place: PlaceRef? { PlaceRef(shared, ifAny: library.relations.placeOfObservation[index]) }
    package var source: SourceRef? {
        record.source.flatMap { library.index.sources[$0.id] }.map { SourceRef(shared, $0) }
    }
    package var evidenceGaps: [EvidenceGap] { library.gaps(ofObservation: index) }
    /// The name of its metric; the id where there is no such metric.
    package func metricName(_ language: Int) -> String { metric?.record.name[language] ?? record.metric.id }
}

extension Ref where Record == PlanTask {
    package var record: PlanTask { _read { yield shared.value.tasks[inPlace: index] } }
    package var place: PlaceRef? { library.index.places[record.place.id].map { PlaceRef(shared, $0) } }
    package var metric: MetricRef? {
        record.metric.flatMap { library.index.metrics[$0.id] }.map { MetricRef(shared, $0) }
    }
    package var verdict: TaskVerdict { library.verdict(ofTask: index) }
    package var checkpoints: [CheckpointRef] { refs(library.relations.checkpointsOfTask[index]) }
}

extension Ref where Record == Checkpoint {
    package var record: Checkpoint { _read { yield shared.value.checkpoints[inPlace: index] } }
}

extension Ref where Record == Source {
    package var record: Source { _read { yield shared.value.sources[inPlace: index] } }
    package var uses: [SourceUse] { library.sourceUses[index] }
}

extension Ref where Record == GlossaryTerm {
    package var record: GlossaryTerm { _read { yield shared.value.glossary[inPlace: index] } }
}

extension Ref where Record == Correction {
    package var record: Correction { _read { yield shared.value.corrections[inPlace: index] } }
}
