import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads a library's folder: `exemplar.yaml`, `content/`, `seeds/` and `templates/`, nothing else.
///
/// Names that are editors' and version control's own are left out: see ``isOfTool(_:)``. Symbolic links are followed to
/// files of the library, never to folders and never out of it; a link that leads elsewhere is an error, since its text
/// would be missing or would be somebody else's.
package func scan(folder: String) throws(ReadError) -> SourceTree {
    var unsettled = UnsettledFiles()
    return try scan(folder: folder, unsettled: &unsettled)
}

/// - Parameter unsettled: becomes the files that somebody may still be writing.
package func scan(folder: String, unsettled: inout UnsettledFiles) throws(ReadError) -> SourceTree {
    var scanner = LibraryScanner()
    let tree = try scanner.scan(folder: folder)
    unsettled = UnsettledFiles(folder: folder, stamps: scanner.unsettled)
    return tree
}

/// The settings of a library alone, nil if there are none; refused like every file that leads out of it.
package func scanSettings(folder: String) throws(ReadError) -> SourceTree.File? {
    var walk = LibraryWalk(folder: folder, known: [:], entering: { _ in })
    try walk.settings()
    return walk.files.first
}

/// Files of a library that changed shortly before they were read: an editor may write them piece by piece.
package struct UnsettledFiles: Sendable {
    private var folder = ""
    private var stamps: [(path: String, stamp: FileStamp)] = []

    package init() {}

    init(folder: String, stamps: [(path: String, stamp: FileStamp)]) {
        (self.folder, self.stamps) = (folder, stamps)
    }

    /// The first of them that is no longer as it was read.
    package var firstChanged: String? {
        stamps.first { path, stamp in
            var status = stat()
            return stat(folder + "/" + path, &status) != 0 || FileStamp(status) != stamp
        }?.path
    }
}

/// Scans a library again and again, and reads only the files that have changed since.
package struct LibraryScanner: Sendable {
    private var known: [String: (stamp: FileStamp, file: SourceTree.File)] = [:]
    fileprivate var unsettled: [(path: String, stamp: FileStamp)] = []

    package init() {}

    /// - Parameter entering: is told of each folder before it is looked into, and of those that links lead to.
    package mutating func scan(
        folder: String, entering: @escaping (String) -> Void = { _ in }
    ) throws(ReadError) -> SourceTree {
        var walk = LibraryWalk(folder: folder, known: known, entering: entering)
        try walk.settings()
        for name in SourceTree.folders { try walk.enterIfThere(name) }
        known = walk.trusted
        unsettled = walk.unsettled
        return SourceTree(files: walk.files)
    }
}

/// Whether a file or folder belongs to an editor, an office program or version control: hidden files, copies,
/// locks, half-written files, and what systems leave in folders.
package func isOfTool(_ name: String) -> Bool {
    ["~", ".tmp", ".swp", ".bak", ".orig", "___jb_tmp___", "___jb_old___", ".crdownload"].contains {
        name.hasSuffix($0)
    }
        || [".", "~$", "#"].contains { name.hasPrefix($0) } || name == "4913" || isOfSystem(name)
}

/// Whether Windows, macOS or a Linux desktop keeps something of its own under this name in folders and on sticks.
package func isOfSystem(_ name: some StringProtocol) -> Bool {
    ["._", ".Trash"].contains { name.hasPrefix($0) } || systemNames.contains(name.lowercased())
}

private let systemNames: Set<String> = [
    "system volume information", "$recycle.bin", ".spotlight-v100", ".fseventsd", ".temporaryitems", ".ds_store",
    "__macosx",
    "thumbs.db", "ehthumbs.db", "desktop.ini", "lost+found",
]

private struct LibraryWalk {
    let folder: String
    let known: [String: (stamp: FileStamp, file: SourceTree.File)]
    let entering: (String) -> Void
    var files: [SourceTree.File] = []
    /// What need not be read again while its stamp is the same.
    var trusted: [String: (stamp: FileStamp, file: SourceTree.File)] = [:]
    /// What was changed a moment before it was read.
    var unsettled: [(path: String, stamp: FileStamp)] = []
    private let now = FileStamp.now()

    mutating func settings() throws(ReadError) {
        entering(folder)
        var status = stat()
        guard lstat(folder + "/" + SourceTree.settingsName, &status) == 0 else { return }
        try add(SourceTree.settingsName, try followed(SourceTree.settingsName, status))
    }

    /// One of the folders of the library itself, which no link may stand for.
    mutating func enterIfThere(_ name: String) throws(ReadError) {
        var status = stat()
        if lstat(folder + "/" + name, &status) == 0, FileKind(status) != .folder {
            _ = try followed(name, status)
            throw ReadError(path: folder + "/" + name, reason: .special)
        }
        try enter(name)
    }

    /// What a link leads to, which must be a file of the library; what is no link, as it is.
    private func followed(_ relative: String, _ status: stat) throws(ReadError) -> stat {
        guard status.st_mode & S_IFMT == S_IFLNK else { return status }
        let path = folder + "/" + relative
        var there = stat()
        guard stat(path, &there) == 0 else { throw ReadError(path: path, reason: .deadLink) }
        guard let target = realPath(path), let root = realPath(folder), target.hasPrefix(root + "/") else {
            throw ReadError(path: path, reason: .linkOutside)
        }
        if let slash = target.lastIndex(of: "/") { entering(String(target[..<slash])) }
        return there
    }

    mutating func enter(_ relative: String) throws(ReadError) {
        entering(folder + "/" + relative)
        for name in try names(in: folder + "/" + relative) ?? [] where !isOfTool(name) {
            let child = relative + "/" + name
            let path = folder + "/" + child
            var status = stat()
            guard lstat(path, &status) == 0 else { throw ReadError.current(path) }
            if status.st_mode & S_IFMT == S_IFDIR {
                try enter(child)
                continue
            }
            try add(child, try followed(child, status))
        }
    }

    private mutating func add(_ relative: String, _ status: stat) throws(ReadError) {
        let path = folder + "/" + relative
        guard FileKind(status) == .file else { throw ReadError(path: path, reason: .special) }
        var stamp = FileStamp(status)
        var file = known[relative].flatMap { $0.stamp == stamp ? $0.file : nil }
        if Int(status.st_size) > Limits.bytes(of: relative) {
            file = .init(path: relative, refusedSize: Int(status.st_size))
        }
        if file == nil {
            let bytes = try readSteady(path, &stamp)
            // The same text in the same storage, so that later stages see at once that nothing changed.
            file =
                known[relative].flatMap { $0.file.bytes == bytes ? $0.file : nil }
                ?? .init(path: relative, bytes: bytes)
        }
        guard let file else { return }
        files.append(file)
        trusted[relative] = (stamp.isSettled(at: now) ? stamp : .unknown, file)
        if !stamp.isSettled(at: now) { unsettled.append((relative, stamp)) }
    }

    /// Reads a file whose stamp is the same before and after, again if it is not.
    private func readSteady(_ path: String, _ stamp: inout FileStamp) throws(ReadError) -> [UInt8] {
        for attempt in 1...Self.attempts {
            let bytes = try readFile(path)
            var status = stat()
            guard stat(path, &status) == 0 else { throw ReadError.current(path) }
            let after = FileStamp(status)
            if after == stamp, bytes.count == Int(status.st_size) { return bytes }
            stamp = after
            usleep(UInt32(attempt) * 20_000)
        }
        throw ReadError(path: path, reason: .changing)
    }

    private static let attempts = 6
}
