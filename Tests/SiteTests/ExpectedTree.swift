import Foundation
import TestSupport
import Testing

/// The whole site that a fixture library becomes, as files in `Fixtures/<name>/expected`.
struct ExpectedTree {
    let folder: URL

    init(_ name: String) { folder = SiteTest.fixtures.appending(path: "\(name)/expected") }

    /// Expects that what was built is the tree, byte for byte.
    func compare(with built: SiteTest) throws {
        // The embedded assets are the program's own and change with its design.
        let artifacts = built.artifacts.filter { !$0.key.hasPrefix("assets/") }
        if Repository.isRecording { try record(artifacts) }
        var expected: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            // Reading a folder fails.
            if let data = try? Data(contentsOf: folder.appending(path: name)) { expected[name] = Array(data) }
        }
        #expect(artifacts.keys.sorted() == expected.keys.sorted())
        for (path, bytes) in expected where artifacts[path] != bytes {
            // As text, which shows what differs; as bytes, because a byte order mark is part of what is expected.
            #expect(built.text(path) == String(decoding: bytes, as: UTF8.self), "\(path)")
            #expect(artifacts[path] == bytes, "\(path)")
        }
    }

    private func record(_ artifacts: [String: [UInt8]]) throws {
        try? FileManager.default.removeItem(at: folder)
        for (path, bytes) in artifacts {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }
}
