import Foundation
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes and removes files of a folder: all of them, or none where one fails. Every file is written beside its place before
/// the first takes it, so that what can fail – a full disk, a folder that may not be written to – fails while nothing has
/// changed. A program that is killed in between leaves some files as they were, and each of them whole.
///
/// - Parameters:
///   - new: paths of files at which there must be nothing yet.
///   - removed: paths that will be gone, and with them the folders that this leaves empty.
package func change(
    _ files: [SourceTree.File], new: Set<String>, removing removed: [String] = [], in folder: String
) throws(WriteError) {
    let place = OutputFolder(path: folder)
    let taken = new.filter { place.standing(at: $0) != .nothing }.sorted()
    // On disks that take large letters for small ones, a file may stand in its own way.
    let others = taken.filter { path in !removed.contains { $0.lowercased() == path.lowercased() } }
    guard others.isEmpty else { throw .exists(others) }
    for path in files.map(\.path) + removed where !new.contains(path) {
        guard case .file = place.standing(at: path) else { throw .special(folder + "/" + path) }
    }
    var change = FileChange(folder: place, adding: files.map(\.path))
    do throws(WriteError) {
        for file in files { try change.prepare(file) }
        // What moves is at its new place before it is gone from the old one, unless the old one is in the way.
        let old = Set(removed.map { $0.lowercased() })
        for file in files where !old.contains(file.path.lowercased()) {
            try change.place(file.path, isNew: new.contains(file.path))
        }
        for path in removed { try change.remove(path) }
        for file in files where old.contains(file.path.lowercased()) {
            try change.place(file.path, isNew: new.contains(file.path))
        }
    } catch {
        change.undo()
        throw error
    }
    change.finish()
}

/// A change that can be undone until it is finished.
private struct FileChange {
    let folder: OutputFolder
    private let mark = ".\(UUID().uuidString).tmp"
    private var prepared: [String] = []
    private var placed: [String] = []
    /// Files that have a second name as they were, or that alone.
    private var kept: Set<String> = []
    /// Folders that have to be made, the deepest first.
    private let newFolders: [String]

    init(folder: OutputFolder, adding paths: [String]) {
        self.folder = folder
        newFolders = (paths.parentFolders.sorted(by: >) + [""]).filter { path in
            (path.isEmpty ? fileKind(folder.path) : fileKind(folder.full(path))) == nil
        }
    }

    private func new(_ path: String) -> String { path + ".new" + mark }
    private func old(_ path: String) -> String { path + ".old" + mark }

    mutating func prepare(_ file: SourceTree.File) throws(WriteError) {
        prepared.append(file.path)
        try told(file.path) { () throws(PublishingError) in
            try folder.create(relative: new(file.path), file.bytes)
        }
    }

    mutating func remove(_ path: String) throws(WriteError) {
        try told(path) { () throws(PublishingError) in try folder.take(path, from: folder, as: old(path)) }
        kept.insert(path)
    }

    /// The file that was there is replaced in one step: at every moment there is one.
    mutating func place(_ path: String, isNew: Bool) throws(WriteError) {
        if !isNew {
            try told(path) { () throws(PublishingError) in
                if try !folder.link(path, from: folder, as: old(path)) {
                    guard let bytes = try folder.contents(of: path) else { throw .special(folder.full(path)) }
                    try folder.create(relative: old(path), bytes)
                }
                copyMode(from: folder.full(path), to: folder.full(new(path)))
            }
            kept.insert(path)
        }
        try told(path) { () throws(PublishingError) in
            if isNew {
                try folder.takeNew(new(path), as: path)
            } else {
                try folder.take(new(path), from: folder, as: path)
            }
        }
        placed.append(path)
    }

    /// A file that cannot be put back keeps its second name, so that it is not lost.
    func undo() {
        for path in placed where !kept.contains(path) { unlink(folder.full(path)) }
        for path in prepared { unlink(folder.full(new(path))) }
        for path in kept where rename(folder.full(old(path)), folder.full(path)) == 0 {
            // Of two names of one file `rename` takes neither away.
            unlink(folder.full(old(path)))
        }
        for path in newFolders { folder.removeFolderIfEmpty(path) }
    }

    func finish() {
        for path in kept { unlink(folder.full(old(path))) }
        for path in Set(kept.compactMap(\.parentFolder)) where path.pathParts.count > 1 {
            folder.removeFolderIfEmpty(path)
        }
    }

    /// What goes wrong is told of the file that is to be changed.
    private func told(_ path: String, _ body: () throws(PublishingError) -> Void) throws(WriteError) {
        do throws(PublishingError) {
            try body()
        } catch {
            guard case .system(_, _, let reason) = error else { throw .special(folder.full(path)) }
            throw .system(path: folder.full(path), reason: reason)
        }
    }
}
