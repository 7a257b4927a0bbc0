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
/// Names that begin with a dot or end with `~` are editors' and version control's own and are left out.
/// Symbolic links are followed to files of the library, never to folders and never out of it; a link that
/// leads elsewhere is an error, since its text would be missing or would be somebody else's.
package func scan(folder: String) throws(ReadError) -> SourceTree {
    var files: [SourceTree.File] = []
    let settings = folder + "/" + SourceTree.settingsName
    if fileKind(settings) != nil {
        files.append(.init(path: SourceTree.settingsName, bytes: try readFile(settings)))
    }
    for name in SourceTree.folders {
        try walk(folder: folder, relative: name, into: &files)
    }
    return SourceTree(files: files)
}

private func walk(folder: String, relative: String, into files: inout [SourceTree.File]) throws(ReadError) {
    for name in try names(in: folder + "/" + relative) ?? [] where !name.hasPrefix(".") && !name.hasSuffix("~") {
        let child = relative + "/" + name
        let path = folder + "/" + child
        var status = stat()
        guard lstat(path, &status) == 0 else { throw ReadError.current(path) }
        if status.st_mode & S_IFMT == S_IFDIR {
            try walk(folder: folder, relative: child, into: &files)
            continue
        }
        if status.st_mode & S_IFMT == S_IFLNK {
            guard stat(path, &status) == 0 else { throw ReadError(path: path, reason: "a link that leads nowhere") }
            guard let target = realPath(path), let root = realPath(folder), target.hasPrefix(root + "/") else {
                throw ReadError(path: path, reason: "a link that leads out of the library")
            }
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ReadError(path: path, reason: "neither a file nor a folder")
        }
        files.append(.init(path: child, bytes: try readFile(path)))
    }
}
