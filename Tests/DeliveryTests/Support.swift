import Archive
import Disk
import Foundation

@testable import Delivery

extension Pack {
    /// A pack of a site given as path and text.
    init(_ site: [String: String]) {
        let paths = site.keys.sorted()
        self.init(
            site: PublishedFiles(paths: paths) { Array((site[paths[$0]] ?? "").utf8) },
            pages: [("打开.html", Array("开始".utf8)), (Self.verifierName, Array("检查".utf8))])
    }

    func bytes() async throws -> [UInt8] { try await zip(jobs: 2).bytes }
}

/// A folder of a test, which goes when the test ends.
final class Stick {
    let path: String

    init(_ name: String = "U盘 1") throws {
        path = FileManager.default.temporaryDirectory.appending(path: "stick-\(UUID().uuidString)/\(name)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }

    /// Unpacks as people do, over what is there.
    func unpack(_ zip: [UInt8]) throws {
        let entries = try ArchiveEntries(zip)
        var contents = entries.list.map { _ in [UInt8]() }
        try entries.forEach(piece: { contents[$0] += Array($1) }, damaged: { _, _ in })
        for (entry, bytes) in Swift.zip(entries.list, contents) { try put(bytes, at: entry.path) }
    }

    func put(_ bytes: [UInt8], at relative: String) throws {
        let url = URL(filePath: path + "/" + relative)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func put(_ text: String, at relative: String) throws { try put(Array(text.utf8), at: relative) }

    func remove(_ relative: String) throws { try FileManager.default.removeItem(atPath: path + "/" + relative) }

    func contents() async throws -> PackContents { try await PackContents(folder: path, jobs: 2) }

    /// What verify tells, a line a file.
    func report() async throws -> [String] { PackReport(try await contents())?.lines ?? ["no list"] }
}

extension PackReport {
    var lines: [String] {
        differences.map { "\($0.difference) \($0.path)" } + leftovers.map { "leftover \($0)" }
            + [isUpdate ? "update \(whole)" : "whole \(whole)"]
    }

    init?(zip bytes: [UInt8]) throws { self.init(try PackContents(zip: bytes)) }
}
