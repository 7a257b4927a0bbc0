import Crypto
import Foundation
import Text

/// The list of the files in an output folder that are ours, with their SHA-256: what may be replaced or
/// removed, and what a copy of the site can be checked against.
package struct Manifest: Sendable, Equatable {
    package static let fileName = "exemplar-manifest.json"

    /// The hex SHA-256 of each file, by path.
    package private(set) var hashes: [String: String]

    /// Whether the files show drafts, which no published site may.
    package let hasDrafts: Bool

    package init(hashes: [String: String] = [:], hasDrafts: Bool = false) {
        (self.hashes, self.hasDrafts) = (hashes, hasDrafts)
    }

    package var paths: [String] { hashes.keys.sorted() }

    package func contains(_ path: String) -> Bool { hashes[path] != nil }

    /// Nil if the bytes are not a manifest.
    package init?(_ bytes: [UInt8]) {
        struct File: Decodable {
            var path: String
            var sha256: String
        }
        struct Document: Decodable {
            var files: [File]
            var drafts: Bool?
        }
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)) else { return nil }
        hashes = Dictionary(document.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        hasDrafts = document.drafts ?? false
    }

    package var bytes: [UInt8] {
        let files = paths.map { path -> JSON in
            .object(["path": .string(path), "sha256": .string(hashes[path] ?? "")])
        }
        let document: JSON = .object([
            "generator": "exemplar", "version": 1, "drafts": hasDrafts ? true : nil, "files": .array(files),
        ])
        return Array((document.text(indented: true) + "\n").utf8)
    }

    package static func hash(_ bytes: [UInt8]) -> String {
        func digit(_ half: UInt8) -> UInt8 { half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") - 10 + half }
        return String(unsafeUninitializedCapacity: SHA256.byteCount * 2) { text in
            for (index, byte) in SHA256.hash(data: bytes).enumerated() {
                text[2 * index] = digit(byte >> 4)
                text[2 * index + 1] = digit(byte & 15)
            }
            return SHA256.byteCount * 2
        }
    }
}
