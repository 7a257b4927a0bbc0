import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What stands at a path; links are followed.
package enum FileKind: Sendable {
    case file, folder, other

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        default: self = .other
        }
    }
}

/// What stands at a path; nil if there is nothing, or nothing that we may see.
package func fileKind(_ path: String) -> FileKind? {
    var status = stat()
    return stat(path, &status) == 0 ? FileKind(status) : nil
}

/// The names in a folder, sorted; nil if there is no such folder.
package func names(in folder: String) throws(ReadError) -> [String]? {
    try nameBytes(in: folder)?.map { String(decoding: $0, as: UTF8.self) }.sorted()
}

/// What a name says whose bytes are not UTF-8, if they are GBK: Windows writes them so into zip files.
///
/// - Parameter name: as ``names(in:)`` gives it.
func nameInGBK(_ name: Substring, in folder: String) -> String? {
    guard let names = try? nameBytes(in: folder.isEmpty ? "." : folder),
        let bytes = names.first(where: { String(decoding: $0, as: UTF8.self) == name })
    else { return nil }
    // kCFStringEncodingGB_18030_2000
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    guard let text = String(data: Data(bytes), encoding: encoding), text.data(using: encoding) == Data(bytes) else {
        return nil
    }
    return text
}

private func nameBytes(in folder: String) throws(ReadError) -> [[UInt8]]? {
    guard let directory = opendir(folder) else {
        if errno == ENOENT { return nil }
        throw ReadError.current(folder)
    }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8) { names.append(name) }
    }
    return names
}

/// All that lies in a folder and below, but folders themselves: the paths below it, sorted. Links are not followed;
/// they are of kind `other`.
///
/// - Parameter skipping: whether what has this name is passed over.
package func files(
    below folder: String, skipping: (String) -> Bool
) throws(ReadError) -> [(path: String, kind: FileKind)] {
    var found: [(path: String, kind: FileKind)] = []
    func enter(_ relative: String) throws(ReadError) {
        for name in try names(in: folder + "/" + relative) ?? [] where !skipping(name) {
            let path = relative.isEmpty ? name : relative + "/" + name
            var status = stat()
            guard lstat(folder + "/" + path, &status) == 0 else { throw ReadError.current(folder + "/" + path) }
            let kind = FileKind(status)
            if kind == .folder { try enter(path) } else { found.append((path, kind)) }
        }
    }
    try enter("")
    return found.sorted { $0.path < $1.path }
}

/// The path without links and dots, or nil if there is nothing at it.
func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// The path without links and dots, whether there is something at it or not: of the deepest folder that exists the
/// real path, with the rest behind it.
package func resolvedPath(_ path: String) -> String {
    var existing = URL(filePath: path).standardizedFileURL
    var rest = ""
    while realPath(existing.path) == nil, existing.path != "/" {
        rest = "/" + existing.lastPathComponent + rest
        existing.deleteLastPathComponent()
    }
    return (realPath(existing.path) ?? "") + rest
}

/// Whether this program may do anything.
package var isRoot: Bool { geteuid() == 0 }
