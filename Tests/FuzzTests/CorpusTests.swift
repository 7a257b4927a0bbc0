import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Inputs that `script/fuzz` found, each through the same entry: those that reach different code, and those that once
/// stopped the program.
struct CorpusTests {
    @Test(arguments: FuzzTarget.allCases)
    func `every input that was kept is read to its end`(_ target: FuzzTarget) async throws {
        let folder = Repository.folder.appending(path: "Tests/FuzzTests/Corpus/\(target.rawValue)")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files.sorted(by: { $0.path < $1.path }) {
            let problems = await target.run(Array(try Data(contentsOf: file)))
            #expect(problems == [], "\(file.lastPathComponent)")
        }
    }
}
