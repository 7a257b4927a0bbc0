import Foundation
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes and removes files of a folder: all of them or none. Every file is written beside its place before the first takes
/// it, so that what can fail – a full disk, a folder that may not be written to – fails while nothing has changed.
///
/// - Parameters:
///   - new: paths of files at which there must be nothing yet.
///   - removed: paths that will be gone, and with them the folders that this leaves empty.
package func change(
    _ files: [SourceTree.File], new: Set<String>, removing removed: [String], in folder: String
) throws(WriteError) {
    let manager = FileManager.default
    let taken = new.filter { (try? manager.attributesOfItem(atPath: folder + "/" + $0)) != nil }.sorted()
    // On disks that take large letters for small ones, a file may stand in its own way.
    let others = taken.filter { path in !removed.contains { $0.lowercased() == path.lowercased() } }
    guard others.isEmpty else { throw .exists(others) }
    for path in files.map(\.path) + removed where !new.contains(path) {
        let place = OutputFolder(path: (folder + "/" + path).parentFolder ?? ".")
        guard case .file = place.standing(at: path.lastPathPart) else { throw .special(folder + "/" + path) }
    }
    var change = FileChange(folder: folder)
    do {
        for file in files { try change.prepare(file) }
        for path in removed where manager.isWritableFile(atPath: (folder + "/" + path).parentFolder ?? ".") == false {
            throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: path])
        }
        for path in removed { try change.remove(path) }
        for file in files { try change.place(file.path) }
    } catch {
        change.undo()
        throw .system(path: folder, reason: error.localizedDescription)
    }
    change.finish()
}

/// A change that can be undone until it is finished.
private struct FileChange {
    let folder: String
    private let manager = FileManager.default
    private let mark = ".\(UUID().uuidString).tmp"
    private var prepared: Set<String> = []
    private var placed: [String] = []
    /// Files that have been put aside.
    private var kept: [String] = []

    init(folder: String) { self.folder = folder }

    private func url(_ path: String) -> URL { URL(filePath: folder + "/" + path) }
    private func beside(_ path: String, _ name: String) -> URL { url(path + name + mark) }

    mutating func prepare(_ file: SourceTree.File) throws {
        try manager.createDirectory(at: url(file.path).deletingLastPathComponent(), withIntermediateDirectories: true)
        prepared.insert(file.path)
        try Data(file.bytes).write(to: beside(file.path, ".new"))
    }

    mutating func remove(_ path: String) throws {
        try manager.moveItem(at: url(path), to: beside(path, ".old"))
        kept.append(path)
    }

    mutating func place(_ path: String) throws {
        if (try? manager.attributesOfItem(atPath: url(path).path)) != nil { try remove(path) }
        try manager.moveItem(at: beside(path, ".new"), to: url(path))
        placed.append(path)
    }

    func undo() {
        for path in placed { try? manager.removeItem(at: url(path)) }
        for path in prepared { try? manager.removeItem(at: beside(path, ".new")) }
        for path in kept { try? manager.moveItem(at: beside(path, ".old"), to: url(path)) }
        removeEmptyFolders(of: Array(prepared))
    }

    func finish() {
        for path in kept { try? manager.removeItem(at: beside(path, ".old")) }
        removeEmptyFolders(of: kept)
    }

    private func removeEmptyFolders(of paths: [String]) {
        for path in Set(paths.compactMap(\.parentFolder)) where path.pathParts.count > 1 {
            // Only an empty folder is removed.
            rmdir(folder + "/" + path)
        }
    }
}
