import Diagnostics
import Foundation
import Site

/// Times the stages of a run, and on a terminal tells which one is under way once a run takes longer than
/// a second.
struct Progress {
    /// How long a stage took.
    struct Timing {
        var stage: Stage
        /// Since the run began.
        var start: Duration
        var wall = Duration.zero
        /// Of all threads together.
        var processor = Duration.zero
    }

    let start = ContinuousClock.now
    private var current: (timing: Timing, processor: Duration)?
    private var hasLine = false
    private(set) var timings: [Timing] = []

    /// Ends the stage under way and begins the next.
    mutating func begin(_ stage: Stage) {
        end()
        current = (Timing(stage: stage, start: elapsed), Self.processorTime)
        guard Terminal.errorIsTerminal, elapsed > .seconds(1) else { return }
        Terminal.printErrorInPlace("\r\u{1B}[K\(stage.name.text)…")
        hasLine = true
    }

    private mutating func end() {
        guard case (var timing, let processor)? = current else { return }
        timing.wall = elapsed - timing.start
        timing.processor = Self.processorTime - processor
        timings.append(timing)
        current = nil
    }

    /// What the process has used so far.
    private static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// Ends the stage under way, and clears the line of progress before anything else is printed.
    mutating func finish() {
        end()
        guard hasLine else { return }
        Terminal.printErrorInPlace("\r\u{1B}[K")
        hasLine = false
    }

    var elapsed: Duration { start.duration(to: .now) }

    static func phrase(_ duration: Duration) -> Phrase {
        let milliseconds = duration / .milliseconds(1)
        return milliseconds < 1000
            ? .milliseconds(Int(milliseconds.rounded())) : .seconds(String(format: "%.2f", milliseconds / 1000))
    }
}

extension Stage {
    /// As people are told of it.
    var name: Phrase {
        switch self {
        case .scan: .stageScan
        case .read: .stageRead
        case .check: .stageCheck
        case .plan: .stagePlan
        case .index: .stageIndex
        case .publish: .stagePublish
        }
    }
}
