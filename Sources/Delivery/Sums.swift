import Disk

/// `SHA256SUMS`, the list that makes a pack: a line for every other file of it, as `sha256sum` writes and checks them.
extension ManifestForm {
    package static let sumsName = "SHA256SUMS"

    /// For folders that are packs of ours: they have the page that checks them, and a site.
    package static let sums = ManifestForm(
        fileName: sumsName,
        read: { bytes in
            Manifest(sums: bytes).flatMap { manifest in
                let isPack =
                    manifest.contains(Pack.verifierName) && manifest.paths.contains { $0.hasPrefix(Pack.siteFolder) }
                return isPack ? manifest : nil
            }
        },
        write: { $0.sums })
}

extension Manifest {
    private static let digits = 64
    /// Begins the line, to every program a remark, that names the library.
    private static let libraryMark = "# exemplar library: "

    /// Reads what any version of this program or `sha256sum` wrote; nil if it is something else.
    package init?(sums bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var hashes: [String: String] = [:]
        var library: String?
        for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix(Self.libraryMark) {
            library = String(line.dropFirst(Self.libraryMark.count))
        }
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let hash = line.prefix(Self.digits).lowercased()
            let rest = line.dropFirst(Self.digits)
            guard hash.utf8.count == Self.digits, hash.allSatisfy({ $0.isHexDigit && $0.isASCII }),
                rest.hasPrefix("  ") || rest.hasPrefix(" *"), rest.count > 2
            else { return nil }
            hashes[String(rest.dropFirst(2))] = hash
        }
        guard !hashes.isEmpty else { return nil }
        self.init(hashes: hashes, library: library)
    }

    /// Sorted by path. A file whose content is not known yet has zeros.
    var sums: [UInt8] {
        let unknown = String(repeating: "0", count: Self.digits)
        let mark = library.map { Array("\(Self.libraryMark)\($0)\n".utf8) } ?? []
        return mark
            + paths.flatMap { path -> [UInt8] in
                let hash = hashes[path].flatMap { $0.isEmpty ? nil : $0 } ?? unknown
                return Array("\(hash)  \(path)\n".utf8)
            }
    }
}

/// Four groups of four digits that stand for a whole pack: two packs with the same are the same. Short enough to be
/// read out over the telephone.
package func fingerprint(of bytes: [UInt8]) -> String {
    let digits = Array(Manifest.hash(bytes).prefix(16))
    return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: " ")
}
