extension RandomAccessCollection where Self: Sendable, Index == Int, Element: Sendable {
    /// Transforms every element on up to `jobs` threads and returns the results in the order of the
    /// elements, so that how many threads there are never shows in what is built.
    ///
    /// Work is handed out in small chunks, since pages differ widely in size.
    ///
    /// - Parameter chunkSize: how many elements are handed out at a time; 1 for few and large ones. Without it
    ///   a quarter of what there is for each thread, but no more than 64.
    package func parallelMap<Result: Sendable>(
        jobs: Int, chunkSize: Int? = nil, _ transform: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        guard jobs > 1, count > 1 else { return map(transform) }
        let chunkSize = chunkSize ?? Swift.max(1, Swift.min(64, count / (jobs * 4)))
        let chunks = stride(from: startIndex, to: endIndex, by: chunkSize).map {
            $0..<Swift.min($0 + chunkSize, endIndex)
        }
        return await withTaskGroup(of: (Int, [Result]).self) { group in
            var results = [[Result]](repeating: [], count: chunks.count)
            var next = 0
            func addTask() {
                guard next < chunks.count else { return }
                let (number, range) = (next, chunks[next])
                next += 1
                group.addTask { (number, range.map { transform(self[$0]) }) }
            }
            for _ in 0..<jobs { addTask() }
            while let (number, values) = await group.next() {
                results[number] = values
                addTask()
            }
            return results.flatMap(\.self)
        }
    }
}
