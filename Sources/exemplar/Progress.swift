import Foundation

/// Times the stages of a run, and on a terminal tells which one is under way once a run takes longer than
/// a second.
struct Progress {
    private let start = ContinuousClock.now
    private var stageStart = ContinuousClock.now
    private var stage: String?
    private var hasLine = false
    private(set) var timings: [(stage: String, duration: Duration)] = []

    /// Ends the stage under way and begins the next.
    mutating func begin(_ stage: String) {
        end()
        (self.stage, stageStart) = (stage, .now)
        guard Terminal.errorIsTerminal, start.duration(to: .now) > .seconds(1) else { return }
        Terminal.printErrorInPlace("\r\u{1B}[K\(stage)…")
        hasLine = true
    }

    private mutating func end() {
        if let stage { timings.append((stage, stageStart.duration(to: .now))) }
        stage = nil
    }

    /// Ends the stage under way, and clears the line of progress before anything else is printed.
    mutating func finish() {
        end()
        guard hasLine else { return }
        Terminal.printErrorInPlace("\r\u{1B}[K")
        hasLine = false
    }

    var elapsed: Duration { start.duration(to: .now) }

    static func text(_ duration: Duration) -> String {
        let milliseconds = Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
        return milliseconds < 1000
            ? "\(Int(milliseconds.rounded())) ms" : String(format: "%.2f s", milliseconds / 1000)
    }
}
