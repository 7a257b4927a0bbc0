import Archive
import Disk
import Parallel
import Text

/// What lies in a folder or zip file that may be a pack: every file with its hash, nothing unpacked.
package struct PackContents: Sendable {
    package enum Content: Sendable, Equatable {
        case hash(String)
        /// What was packed cannot be read back.
        case damaged(reason: String)
        /// A link, a device: nothing that a pack has.
        case special
    }

    package private(set) var files: [String: Content] = [:]
    private(set) var sumsBytes: [UInt8]?
    private(set) var noteBytes: [UInt8]?
    private(set) var signatureBytes: [UInt8]?

    /// A folder, such as one on a stick. What systems put beside files is passed over.
    package init(folder: String, jobs: Int) async throws(ReadError) {
        let found = try Disk.files(below: folder, skipping: { isOfSystem($0) })
        let contents = await found.parallelMap(jobs: jobs) { path, kind in
            Result<Content, ReadError> { () throws(ReadError) in
                kind == .file ? .hash(Manifest.hash(try readFile(folder + "/" + path))) : .special
            }
        }
        for (file, content) in zip(found, contents) {
            // Two spellings of one name in Unicode are one text to us.
            files[file.path] = files[file.path] == nil ? try content.get() : .special
        }
        try keepTexts { (name) throws(ReadError) in try readFile(folder + "/" + name) }
    }

    /// A zip file. A folder around all of its files is passed over.
    package init(zip bytes: [UInt8]) throws(ArchiveEntries.Refusal) {
        let entries = try ArchiveEntries(bytes)
        var hashes = entries.list.map { _ in FileHash() }
        var texts: [Int: [UInt8]] = [:]
        var damaged: [Int: ArchiveFailure] = [:]
        let prefix = Self.folderAround(entries.list.map(\.path))
        let names = entries.list.map { String($0.path.dropFirst(prefix.count)) }
        try entries.forEach(
            piece: { index, bytes in
                hashes[index].add(bytes)
                if Self.textNames.contains(names[index]) { texts[index, default: []] += Array(bytes) }
            },
            damaged: { damaged[$0] = $1 })
        for (index, name) in names.enumerated()
        where !name.pathParts.contains(where: { isOfSystem($0) }) {
            files[name] = damaged[index].map { .damaged(reason: $0.reason) } ?? .hash(hashes[index].hex)
        }
        keepTexts { name in names.firstIndex(of: name).flatMap { texts[$0] } ?? [] }
    }

    private static let textNames = [ManifestForm.sumsName, UpdateNote.fileName, MinisignSignature.fileName]

    private mutating func keepTexts<Failure: Error>(_ read: (String) throws(Failure) -> [UInt8]) throws(Failure) {
        func text(_ name: String) throws(Failure) -> [UInt8]? {
            guard case .hash? = files[name] else { return nil }
            return try read(name)
        }
        sumsBytes = try text(ManifestForm.sumsName)
        noteBytes = try text(UpdateNote.fileName)
        signatureBytes = try text(MinisignSignature.fileName)
    }

    /// The folder that holds everything, with its slash, where there is no `SHA256SUMS` outside of it.
    private static func folderAround(_ paths: [String]) -> String {
        guard !paths.contains(ManifestForm.sumsName),
            let sums = paths.first(where: { $0.hasSuffix("/" + ManifestForm.sumsName) }),
            case let prefix = sums.dropLast(ManifestForm.sumsName.count), paths.allSatisfy({ $0.hasPrefix(prefix) })
        else { return "" }
        return String(prefix)
    }
}

/// The lists of a pack that was handed out before.
package struct OldPack: Sendable {
    package let sums: Manifest
    /// What its own updates left.
    let removed: [String]
    let fingerprint: String

    /// Nil if it is no pack.
    package init?(_ contents: PackContents) {
        guard let bytes = contents.sumsBytes, let sums = Manifest(sums: bytes) else { return nil }
        self.sums = sums
        removed = contents.noteBytes.map { UpdateNote($0).removed } ?? []
        fingerprint = Delivery.fingerprint(of: bytes)
    }
}
