import Foundation
import Site
import Synchronization
import Text

/// Records how long each file took to render, in the Trace Event Format that chrome://tracing and ui.perfetto.dev open.
final class Trace: Sendable {
    private struct Event: Sendable {
        var name: String
        var start: Duration
        var duration: Duration
        /// Threads by the order in which they are seen; stages have the first line for themselves.
        var thread: Int
    }

    private let start: ContinuousClock.Instant
    private let files = Mutex<(events: [Event], threads: [UInt: Int])>(([], [:]))

    init(start: ContinuousClock.Instant) { self.start = start }

    /// Records a file that this thread has just rendered.
    func record(_ path: String, from begin: ContinuousClock.Instant) {
        let duration = begin.duration(to: .now)
        let thread = UInt(bitPattern: ObjectIdentifier(Thread.current).hashValue)
        files.withLock { files in
            let number = files.threads[thread] ?? files.threads.count + 1
            files.threads[thread] = number
            files.events.append(
                Event(name: path, start: start.duration(to: begin), duration: duration, thread: number))
        }
    }

    func json(_ stages: [Progress.Timing]) -> [UInt8] {
        let stages = stages.map { Event(name: $0.stage.rawValue, start: $0.start, duration: $0.wall, thread: 0) }
        let events = (stages + files.withLock { $0.events }).map { event -> JSON in
            .object([
                "name": .string(event.name), "ph": "X", "pid": 1, "tid": .integer(event.thread),
                "ts": .integer(Self.microseconds(event.start)), "dur": .integer(Self.microseconds(event.duration)),
            ])
        }
        return Array((JSON.object(["traceEvents": .array(events)]).text() + "\n").utf8)
    }

    private static func microseconds(_ duration: Duration) -> Int {
        Int(duration / .microseconds(1))
    }
}
