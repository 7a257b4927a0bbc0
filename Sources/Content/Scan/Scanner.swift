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
/// Symbolic links to files are followed; links to folders are not, so that there are no loops.
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
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ScanError.current(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ScanError.current(path) }
    var failure: Int32 = 0
    let expected = Int(status.st_size)
    var bytes = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
        while count < expected {
            let got = read(descriptor, buffer.baseAddress?.advanced(by: count), expected - count)
            if got < 0 { failure = errno }
            if got <= 0 { break }
            count += got
        }
    }
    guard failure == 0 else { throw ScanError(path: path, reason: String(cString: strerror(failure))) }
    if expected == 0 { bytes += try readPipe(descriptor, path: path) }
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
            guard stat(folder + "/" + child, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
        }
        guard status.st_mode & S_IFMT == S_IFREG else { continue }
        files.append(.init(path: child, bytes: try readFile(folder + "/" + child)))
    }
}

extension ScanError {
    fileprivate static func current(_ path: String) -> ScanError {
        ScanError(path: path, reason: String(cString: strerror(errno)))
    }
}
