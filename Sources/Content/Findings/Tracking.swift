/// How a task stands. The order is that of the tracking board: what needs somebody first comes first.
package enum TaskVerdict: String, CaseIterable, Sendable, Comparable {
    /// The year is over, and the figure is on the wrong side of the target.
    case missed
    case lagging
    case stopped
    /// The year is over, and what the figure leaves open lies on both sides of the target.
    case undetermined
    case notStarted = "not-started"
    /// Nobody says how it stands, which is not the same as not done.
    case notReported = "not-reported"
    // What the source says of it, where no checkpoint does.
    case announced, issued
    case underWay = "under-way"
    case onTrack = "on-track"
    case resultReported = "result-reported"
    /// Reported as done, where no figure was set as the target.
    case done
    case met

    package static func < (lhs: TaskVerdict, rhs: TaskVerdict) -> Bool {
        (allCases.firstIndex(of: lhs) ?? 0) < (allCases.firstIndex(of: rhs) ?? 0)
    }
}

extension PrintedFigure {
    /// Whether a figure reaches a target; nil where its bounds leave both open. “More than 90” reaches “at
    /// least 90”, says nothing of “at least 100”, and breaks “at most 90”.
    package func meets(_ target: Double, _ op: TaskOperator) -> Bool? {
        switch op {
        case .atLeast:
            if let lower, lower >= target { return true }
            if let upper, upper < target || (qualifier == .lessThan && upper <= target) { return false }
        case .atMost:
            if let upper, upper <= target { return true }
            if let lower, lower > target || (qualifier == .moreThan && lower >= target) { return false }
        case .exact:
            if let lower, let upper, lower == target, upper == target { return true }
            if let lower, lower > target || (qualifier == .moreThan && lower >= target) { return false }
            if let upper, upper < target || (qualifier == .lessThan && upper <= target) { return false }
        }
        return nil
    }
}

extension Library {
    /// The operator of a task’s target: as written, or by the direction of its metric.
    package func targetOperator(ofTask index: Int) -> TaskOperator? {
        guard tasks[index].target != nil else { return nil }
        if let op = tasks[index].op { return op }
        let metric = tasks[index].metric.flatMap { self.index.metrics[$0.id] }.map { metrics[$0] }
        return switch metric?.direction {
        case .higher: .atLeast
        case .lower: .atMost
        case .neutral, nil: .exact
        }
    }

    /// Whether a checkpoint is the one that asks for the result: on or after the due date, or in December
    /// of the task's year or later where no date is due.
    package func isFinal(_ checkpoint: Checkpoint, ofTask index: Int) -> Bool {
        if let due = tasks[index].due { return checkpoint.date >= due }
        return (checkpoint.date.year, checkpoint.date.month) >= (tasks[index].year, 12)
    }

    package func verdict(ofTask index: Int) -> TaskVerdict {
        let reported = relations.checkpointsOfTask[index].map { checkpoints[$0] }.filter { $0.status != .notReported }
        guard let last = reported.last else { return told(tasks[index].stage) }
        if last.status == .stopped { return .stopped }
        let isFinal = isFinal(last, ofTask: index) || last.status == .done
        guard let target = tasks[index].target, let op = targetOperator(ofTask: index) else {
            return progress(last.status)
        }
        switch last.figure?.meets(target, op) {
        // What has reached a floor stays there; what is below a ceiling in June may yet rise.
        case true? where isFinal || op == .atLeast: return .met
        case false? where isFinal: return .missed
        case nil where isFinal: return .undetermined
        case _: return progress(last.status)
        }
    }

    /// What a source says of a task that was not looked at again.
    private func told(_ stage: TaskStage?) -> TaskVerdict {
        switch stage {
        case .announced: .announced
        case .issued: .issued
        case .underWay: .underWay
        case .resultReported: .resultReported
        case nil: .notReported
        }
    }

    private func progress(_ status: CheckpointStatus) -> TaskVerdict {
        switch status {
        case .notStarted: .notStarted
        case .onTrack: .onTrack
        case .lagging: .lagging
        case .done: .done
        case .stopped: .stopped
        case .notReported: .notReported
        }
    }

    /// The tasks of each year, the latest year first; in a year by verdict, then as in the library.
    package var board: [(year: Int, tasks: [Int])] {
        Dictionary(grouping: tasks.indices, by: { tasks[$0].year }).sorted { $0.key > $1.key }.map { year, indices in
            let verdicts = Dictionary(uniqueKeysWithValues: indices.map { ($0, verdict(ofTask: $0)) })
            return (
                year,
                indices.sorted { left, right in
                    let (first, second) = (verdicts[left] ?? .notReported, verdicts[right] ?? .notReported)
                    return first == second ? left < right : first < second
                }
            )
        }
    }
}
