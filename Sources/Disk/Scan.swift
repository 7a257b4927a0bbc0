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
    var scanner = LibraryScanner()
    return try scanner.scan(folder: folder)
}

/// Scans a library again and again, and reads only the files that have changed since.
package struct LibraryScanner: Sendable {
    private var known: [String: (stamp: FileStamp, file: SourceTree.File)] = [:]

    package init() {}

    /// - Parameter entering: is told of each folder before it is looked into, and of those that links lead to.
    package mutating func scan(
        folder: String, entering: @escaping (String) -> Void = { _ in }
    ) throws(ReadError) -> SourceTree {
        var walk = LibraryWalk(folder: folder, known: known, entering: entering)
        try walk.settings()
        for name in SourceTree.folders { try walk.enter(name) }
        known = walk.trusted
        return SourceTree(files: walk.files)
    }
}

/// Whether a file or folder belongs to an editor, an office program or version control: hidden files, copies,
/// locks and half-written files.
package func isOfTool(_ name: String) -> Bool {
    ["~", ".tmp", ".swp", ".bak", ".orig", "___jb_tmp___", "___jb_old___", ".crdownload"].contains {
        name.hasSuffix($0)
    }
        || [".", "~$", "#"].contains { name.hasPrefix($0) } || name == "4913"
}

private struct LibraryWalk {
    let folder: String
    let known: [String: (stamp: FileStamp, file: SourceTree.File)]
    let entering: (String) -> Void
    var files: [SourceTree.File] = []
    /// What need not be read again while its stamp is the same.
    var trusted: [String: (stamp: FileStamp, file: SourceTree.File)] = [:]
    private let now = FileStamp.now()

    mutating func settings() throws(ReadError) {
        entering(folder)
        let path = folder + "/" + SourceTree.settingsName
        var status = stat()
        if stat(path, &status) == 0 { try add(SourceTree.settingsName, status) }
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
            if status.st_mode & S_IFMT == S_IFLNK {
                guard stat(path, &status) == 0 else { throw ReadError(path: path, reason: .deadLink) }
                guard let target = realPath(path), let root = realPath(folder), target.hasPrefix(root + "/") else {
                    throw ReadError(path: path, reason: .linkOutside)
                }
                if let slash = target.lastIndex(of: "/") { entering(String(target[..<slash])) }
            }
            guard status.st_mode & S_IFMT == S_IFREG else { throw ReadError(path: path, reason: .special) }
            try add(child, status)
        }
    }

    /// The stamp was taken before the file is read, so that whatever is written meanwhile changes it.
    private mutating func add(_ relative: String, _ status: stat) throws(ReadError) {
        let stamp = FileStamp(status)
        var file = known[relative].flatMap { $0.stamp == stamp ? $0.file : nil }
        if Int(status.st_size) > Limits.bytes(of: relative) {
            file = .init(path: relative, refusedSize: Int(status.st_size))
        }
        if file == nil {
            let bytes = try readFile(folder + "/" + relative)
            // The same text in the same storage, so that later stages see at once that nothing changed.
            file =
                known[relative].flatMap { $0.file.bytes == bytes ? $0.file : nil }
                ?? .init(path: relative, bytes: bytes)
        }
        guard let file else { return }
        files.append(file)
        trusted[relative] = (stamp.isSettled(at: now) ? stamp : .unknown, file)
    }
}
