#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file or folder that the system would not let us read.
package struct ScanError: Error, Equatable {
    package var path: String
    /// What the system said, such as “Permission denied”.
    package var reason: String
}

/// Reads a library's folder: `exemplar.yaml`, `content/`, `seeds/` and `templates/`, nothing else.
///
/// Names that begin with a dot or end with `~` are editors' and version control's own and are left out.
/// Symbolic links are followed to files of the library, never to folders and never out of it; a link that
/// leads elsewhere is an error, since its text would be missing or would be somebody else's.
package func scan(folder: String) throws(ScanError) -> SourceTree {
    var files: [SourceTree.File] = []
    let configuration = folder + "/" + Configuration.fileName
    if access(configuration, F_OK) == 0 {
        files.append(.init(path: Configuration.fileName, bytes: try readFile(configuration)))
    }
    for name in ["content", "seeds", "templates"] {
        try walk(folder: folder, relative: name, into: &files)
    }
    return SourceTree(files: files)
}

/// The bytes of one file.
package func readFile(_ path: String) throws(ScanError) -> [UInt8] {
    // Without O_NONBLOCK a named pipe would wait for somebody to write into it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw ScanError.current(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ScanError.current(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw ScanError(path: path, reason: "not a regular file") }
    var failure: Int32 = 0
    let expected = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
        while count < expected {
            let got = read(descriptor, buffer.baseAddress?.advanced(by: count), expected - count)
            if got < 0 { failure = errno }
            if got <= 0 { break }
            count += got
        }
    }
    guard failure == 0 else { throw ScanError(path: path, reason: String(cString: strerror(failure))) }
    return bytes
}

/// Reads to the end what has no size beforehand, such as standard input.
package func readPipe(_ descriptor: Int32, path: String) throws(ScanError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        let got = read(descriptor, &chunk, chunk.count)
        if got < 0 { throw ScanError.current(path) }
        if got == 0 { return bytes }
        bytes += chunk[..<got]
    }
}

private func walk(folder: String, relative: String, into files: inout [SourceTree.File]) throws(ScanError) {
    let path = folder + "/" + relative
    guard let directory = opendir(path) else {
        if errno == ENOENT { return }
        throw ScanError.current(path)
    }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name.hasPrefix(".") || name.hasSuffix("~") { continue }
        let child = relative + "/" + name
        var status = stat()
        guard lstat(folder + "/" + child, &status) == 0 else { throw ScanError.current(folder + "/" + child) }
        if status.st_mode & S_IFMT == S_IFDIR {
            try walk(folder: folder, relative: child, into: &files)
            continue
        }
        if status.st_mode & S_IFMT == S_IFLNK {
            let path = folder + "/" + child
            guard stat(path, &status) == 0 else { throw ScanError(path: path, reason: "a link that leads nowhere") }
            guard let target = realPath(path), let root = realPath(folder), target.hasPrefix(root + "/") else {
                throw ScanError(path: path, reason: "a link that leads out of the library")
            }
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ScanError(path: folder + "/" + child, reason: "neither a file nor a folder")
        }
        files.append(.init(path: child, bytes: try readFile(folder + "/" + child)))
    }
}

/// The path without links and dots, or nil if there is nothing at it.
package func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

extension ScanError {
    fileprivate static func current(_ path: String) -> ScanError {
        ScanError(path: path, reason: String(cString: strerror(errno)))
    }
}
