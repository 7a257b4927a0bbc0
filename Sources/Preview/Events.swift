import Synchronization

/// Tells open pages of changes (server-sent events, HTML Standard 9.2).
final class Events: Sendable {
    private let listeners = Mutex<(next: Int, streams: [Int: AsyncStream<[UInt8]>.Continuation])>((0, [:]))

    /// How often a line goes to pages that hear nothing, so that those that are gone are noticed.
    static let beat = Duration.seconds(5)

    var count: Int { listeners.withLock { $0.streams.count } }

    /// What one page hears from now on.
    ///
    /// - Parameter generation: the one at hand; asked for once the page listens, so that no change falls between.
    func listen(generation: @autoclosure () -> Int) -> AsyncStream<[UInt8]> {
        let (stream, continuation) = AsyncStream<[UInt8]>.makeStream(bufferingPolicy: .bufferingNewest(16))
        let number = listeners.withLock { listeners in
            listeners.next += 1
            listeners.streams[listeners.next] = continuation
            return listeners.next
        }
        continuation.onTermination = { [weak self] _ in self?.listeners.withLock { $0.streams[number] = nil } }
        continuation.yield(Array("retry: 500\n".utf8) + Self.event(generation()))
        return stream
    }

    func send(generation: Int) { send(Self.event(generation)) }

    func beat() { send(Array(":\n\n".utf8)) }

    private func send(_ bytes: [UInt8]) {
        for stream in listeners.withLock({ Array($0.streams.values) }) { stream.yield(bytes) }
    }

    private static func event(_ generation: Int) -> [UInt8] { Array("data: \(generation)\n\n".utf8) }
}
