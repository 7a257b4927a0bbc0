import Diagnostics
import Parallel
import Text

/// What reading a library gave, so that it is read again for the most part from memory once a little of it has changed.
///
/// A record follows from its files and the settings alone, so what is kept is what reading would give.
package struct ReadMemory: Sendable {
    private var context: ReadingContext?
    /// By the path of the file in the default language.
    private var records: [String: (file: RecordFile, result: ReadRecord)] = [:]

    package init() {}

    /// The records of files, those that have changed read anew.
    mutating func records(
        of files: [RecordFile], context: ReadingContext, jobs: Int
    ) async -> [ReadRecord] {
        let known = self.context == context ? records : [:]
        let results = await files.parallelMap(jobs: jobs) { file in
            known[file.base.path].flatMap { $0.file == file ? $0.result : nil } ?? readRecord(file, context: context)
        }
        self.context = context
        records = Dictionary(
            zip(files, results).map { ($0.base.path, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
        return results
    }
}
