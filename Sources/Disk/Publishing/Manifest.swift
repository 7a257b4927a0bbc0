import Crypto
import Foundation
import Text

/// The list of the files in an output folder that are ours, with their SHA-256: what may be replaced or
/// removed, and what a copy of the site can be checked against.
package struct Manifest: Sendable, Equatable {
    package static let fileName = "exemplar-manifest.json"

    /// The hex SHA-256 of each file, by path; where the content of a file is not known, nothing or zeros.
    package private(set) var hashes: [String: String]

    /// Whether the files show drafts, which no published site may.
    package let hasDrafts: Bool

    /// The id of the library whose site it is; nil where an older version wrote it.
    package let library: String?

    /// What the files were made from; nil where that is not known.
    package let origin: SiteOrigin?

    package init(
        hashes: [String: String] = [:], hasDrafts: Bool = false, library: String? = nil, origin: SiteOrigin? = nil
    ) {
        (self.hashes, self.hasDrafts, self.library, self.origin) = (hashes, hasDrafts, library, origin)
    }

    package var paths: [String] { hashes.keys.sorted() }

    package func contains(_ path: String) -> Bool { hashes[path] != nil }

    /// Whether a file of ours with this content is as we wrote it, as far as is known.
    func vouches(for hash: String, at path: String) -> Bool {
        guard let known = hashes[path] else { return false }
        return known == hash || known.allSatisfy { $0 == "0" }
    }

    /// Lists files whose content is not known.
    mutating func add(_ paths: [String]) {
        for path in paths where hashes[path] == nil { hashes[path] = "" }
    }

    /// The same with contents that are not known, while they change.
    func uncertain(with paths: [String]) -> Manifest {
        var manifest = Manifest(hasDrafts: hasDrafts, library: library)
        manifest.add(self.paths + paths)
        return manifest
    }

    /// What stands in its file, under the names of these properties.
    private struct Document: Decodable {
        struct File: Decodable {
            var path: String
            var sha256: String

            var json: JSON {
                .object([CodingKeys.path.stringValue: .string(path), CodingKeys.sha256.stringValue: .string(sha256)])
            }
        }

        var library: String?
        var drafts: Bool?
        var madeFrom: SiteOrigin?
        var files: [File]

        var bytes: [UInt8] {
            JSON.bytes(
                [
                    "generator": "exemplar", "version": 1, CodingKeys.library.stringValue: library.map { .string($0) },
                    CodingKeys.drafts.stringValue: drafts.map { .bool($0) },
                    CodingKeys.madeFrom.stringValue: madeFrom?.json,
                ], listing: CodingKeys.files.stringValue, files.lazy.map(\.json))
        }
    }

    /// Nil if the bytes are not a manifest.
    package init?(_ bytes: [UInt8]) {
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)) else { return nil }
        hashes = Dictionary(document.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        hasDrafts = document.drafts ?? false
        library = document.library
        origin = document.madeFrom
    }

    package var bytes: [UInt8] {
        let files = paths.map { Document.File(path: $0, sha256: hashes[$0] ?? "") }
        let document = Document(library: library, drafts: hasDrafts ? true : nil, madeFrom: origin, files: files)
        return document.bytes + [UInt8(ascii: "\n")]
    }

    package static func hash(_ bytes: [UInt8]) -> String {
        var hash = FileHash()
        bytes.withUnsafeBytes { hash.add($0) }
        return hash.hex
    }
}

/// The SHA-256 of a file that comes in pieces.
package struct FileHash {
    private var state = SHA256()

    package init() {}

    package mutating func add(_ bytes: UnsafeRawBufferPointer) { state.update(bufferPointer: bytes) }

    package var hex: String { String(hexadecimal: Array(state.finalize())) }
}

/// How a manifest is written: in JSON beside a site, as `SHA256SUMS` in a pack.
package struct ManifestForm: Sendable {
    package let fileName: String
    /// Nil if the bytes are no manifest of this form.
    let read: @Sendable ([UInt8]) -> Manifest?
    let write: @Sendable (Manifest) -> [UInt8]

    /// Of the manifest that stands while files are moved, before it has its place.
    var uncertainName: String { fileName + ".uncertain" }

    package static let site = ManifestForm(fileName: Manifest.fileName, read: { Manifest($0) }, write: { $0.bytes })

    package init(
        fileName: String, read: @escaping @Sendable ([UInt8]) -> Manifest?,
        write: @escaping @Sendable (Manifest) -> [UInt8]
    ) {
        (self.fileName, self.read, self.write) = (fileName, read, write)
    }
}
