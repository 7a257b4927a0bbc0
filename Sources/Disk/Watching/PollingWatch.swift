import Synchronization

/// Where the system does not tell of changes, the library is scanned again and again, which reads only what has
/// changed.
final class PollingWatch: FolderWatch {
    let bursts: AsyncStream<Int>
    let method = WatchMethod.polling
    private let task: Task<Void, Never>

    static let interval = Duration.milliseconds(500)

    init() {
        let (bursts, continuation) = AsyncStream<Int>.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.bursts = bursts
        task = Task {
            var number = 0
            while (try? await Task.sleep(for: Self.interval)) != nil {
                number += 1
                continuation.yield(number)
            }
            continuation.finish()
        }
    }

    func add(_ folder: String) {}
    func keep(_ folders: Set<String>) {}
    func stop() { task.cancel() }
}
