import Foundation

@testable import Disk

/// A folder of a test, with an output folder in it; both go when the test ends.
final class TemporaryFolder {
    /// The output folder, which is not there yet.
    let output: String
    /// The folder around it, for what lies outside the site.
    let outside: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "publishing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        outside = url.path(percentEncoded: false)
        output = outside + "/public"
    }

    deinit {
        try? FileManager.default.removeItem(atPath: outside)
    }

    /// Publishes files given as path and text.
    @discardableResult
    func publish(
        _ files: KeyValuePairs<String, String>, library: LibraryMark? = nil, takesOver: Bool = false,
        force: Bool = false, jobs: Int = 1
    ) async throws(PublishingError) -> PublishingReport {
        var options = PublishingOptions()
        (options.takesOver, options.force, options.syncs) = (takesOver, force, false)
        var site = PublishedFiles(files.map { ($0.key, $0.value) })
        site.library = library
        return try await Disk.publish(site, to: output, options: options, jobs: jobs)
    }

    /// The error of a publishing that must fail.
    func refusal(of files: KeyValuePairs<String, String>, library: LibraryMark? = nil) async -> PublishingError? {
        do throws(PublishingError) {
            try await publish(files, library: library)
            return nil
        } catch {
            return error
        }
    }

    /// Puts a file there as somebody else would.
    func put(_ text: String, at path: String) throws {
        let url = URL(filePath: output + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: output + "/" + path, withDestinationPath: target)
    }

    /// Every file with its text, and every empty folder with a slash; without the manifest.
    var contents: [String: String] {
        var result: [String: String] = [:]
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: output)) ?? []
        for path in paths where path != Manifest.fileName {
            let full = output + "/" + path
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full) {
                result[path] = "→ " + target
            } else if let entries = try? FileManager.default.contentsOfDirectory(atPath: full) {
                if entries.isEmpty { result[path + "/"] = "" }
            } else {
                result[path] = text(of: path)
            }
        }
        return result
    }

    func text(of path: String) -> String? {
        FileManager.default.contents(atPath: output + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What stands beside the output folder.
    var neighbours: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: outside)) ?? []).filter { $0 != "public" }.sorted()
    }

    /// By what servers and containers that look at the folder know it.
    var inode: Int? {
        (try? FileManager.default.attributesOfItem(atPath: output))?[.systemFileNumber] as? Int
    }

    /// What the manifest says is ours; nil where there is none.
    var manifest: Manifest? {
        FileManager.default.contents(atPath: output + "/" + Manifest.fileName).flatMap { Manifest(Array($0)) }
    }

    func writeManifest(_ manifest: Manifest) throws {
        try put(String(decoding: manifest.bytes, as: UTF8.self), at: Manifest.fileName)
    }

    /// When each file was last written, the manifest too.
    func dates() throws -> [String: Date] {
        try Dictionary(
            uniqueKeysWithValues: FileManager.default.subpathsOfDirectory(atPath: output).map { path in
                let attributes = try FileManager.default.attributesOfItem(atPath: output + "/" + path)
                return (path, attributes[.modificationDate] as? Date ?? .distantPast)
            })
    }

    /// Sets the dates of all files back, so that every writing shows.
    func age() throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: output) {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: output + "/" + path)
        }
    }
}

extension PublishedFiles {
    init(_ files: [(path: String, text: String)]) {
        self.init(paths: files.map(\.path)) { Array(files[$0].text.utf8) }
    }
}

extension Manifest {
    /// The manifest of files given as path and text.
    init(of files: KeyValuePairs<String, String>) {
        self.init(
            hashes: Dictionary(uniqueKeysWithValues: files.map { ($0.key, Manifest.hash(Array($0.value.utf8))) }))
    }
}
