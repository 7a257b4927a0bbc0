/// Remembers what is made once in a run, by name; whoever asks meanwhile waits for it.
package actor Once<Value: Sendable> {
    private var tasks: [String: Task<Value, any Error>] = [:]

    package init() {}

    package func value(_ name: String, make: @escaping @Sendable () async throws -> Value) async throws -> Value {
        if let task = tasks[name] { return try await task.value }
        let task = Task { try await make() }
        tasks[name] = task
        return try await task.value
    }
}
