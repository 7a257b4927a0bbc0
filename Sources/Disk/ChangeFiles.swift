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
/// changed. One change waits for another; signals that would end the program do nothing until it is done; and one that is cut
/// short all the same is undone by ``undoUnfinishedChange(in:)``.
///
/// - Parameters:
///   - new: paths of files at which there must be nothing yet.
///   - removed: paths that will be gone, and with them the folders that this leaves empty.
///   - tree: what the change was worked out from; a file that has changed since then is refused.
package func change(
    _ files: [SourceTree.File], new: Set<String>, removing removed: [String] = [], in folder: String,
    since tree: SourceTree?
) throws(WriteError) {
    let place = OutputFolder(path: folder)
    try place.whileLocked { () throws(WriteError) in
        _ = ChangeJournal.recover(in: place)
        try check(files, new: new, removing: removed, in: place, since: tree)
        var change = FileChange(files, new: new, removing: removed, in: place)
        let signals = HeldSignals()
        defer { signals.release() }
        do throws(WriteError) {
            for step in change.steps { try change.take(step) }
        } catch {
            change.undo()
            throw error
        }
        change.finish()
    }
}

/// Refuses a change that would meet something else than it was made for.
private func check(
    _ files: [SourceTree.File], new: Set<String>, removing removed: [String], in place: OutputFolder,
    since tree: SourceTree?
) throws(WriteError) {
    let taken = new.filter { place.standing(at: $0) != .nothing }.sorted()
    // On disks that take large letters for small ones, a file may stand in its own way.
    let others = taken.filter { path in !removed.contains { $0.lowercased() == path.lowercased() } }
    guard others.isEmpty else { throw .exists(others) }
    for path in files.map(\.path) + removed where !new.contains(path) {
        let read = tree?[path]
        switch place.standing(at: path) {
        case .file: break
        case .nothing where read != nil: throw .changedSince(place.full(path))
        case .nothing, .folder, .special: throw .special(place.full(path))
        }
        if let read, let bytes = try? place.contents(of: path), bytes != read.bytes {
            throw .changedSince(place.full(path))
        }
    }
}

/// A change that can be undone until it is finished.
struct FileChange {
    enum Step {
        case prepare(SourceTree.File)
        case place(String)
        case remove(String)
    }

    let steps: [Step]
    private let folder: OutputFolder
    private let journal: ChangeJournal

    init(_ files: [SourceTree.File], new: Set<String>, removing removed: [String], in folder: OutputFolder) {
        self.folder = folder
        var journal = ChangeJournal()
        for file in files {
            if new.contains(file.path) {
                journal.new[file.path] = Manifest.hash(file.bytes)
            } else {
                journal.replaced.append(file.path)
            }
        }
        journal.removed = removed
        journal.newFolders = (files.map(\.path).parentFolders.sorted(by: >) + [""]).filter { path in
            (path.isEmpty ? fileKind(folder.path) : fileKind(folder.full(path))) == nil
        }
        self.journal = journal
        // What moves is at its new place before it is gone from the old one, unless the old one is in the way.
        let old = Set(removed.map { $0.lowercased() })
        let (late, early) = (
            files.filter { old.contains($0.path.lowercased()) }, files.filter { !old.contains($0.path.lowercased()) }
        )
        steps =
            files.map { .prepare($0) } + early.map { .place($0.path) } + removed.map { .remove($0) }
            + late.map { .place($0.path) }
        // A single file takes its place in one step.
        if files.count + removed.count > 1, fileKind(folder.path) != nil { journal.begin(in: folder) }
    }

    mutating func take(_ step: Step) throws(WriteError) {
        switch step {
        case .prepare(let file):
            try told(file.path) { () throws(PublishingError) in
                try folder.create(relative: journal.new(file.path), file.bytes)
            }
        case .place(let path): try place(path)
        case .remove(let path):
            try told(path) { () throws(PublishingError) in
                try folder.take(path, from: folder, as: journal.old(path))
            }
        }
    }

    /// The file that was there is replaced in one step: at every moment there is one.
    private func place(_ path: String) throws(WriteError) {
        let new = journal.new(path)
        try told(path) { () throws(PublishingError) in
            guard journal.new[path] == nil else { return try folder.takeNew(new, as: path) }
            if try !folder.link(path, from: folder, as: journal.old(path)) {
                guard let bytes = try folder.contents(of: path) else { throw .special(folder.full(path)) }
                try folder.create(relative: journal.old(path), bytes)
            }
            copyMode(from: folder.full(path), to: folder.full(new))
            try folder.take(new, from: folder, as: path)
        }
    }

    func undo() { journal.undo(in: folder) }

    func finish() {
        journal.finish(in: folder)
        for path in Set((journal.replaced + journal.removed).compactMap(\.parentFolder)) where path.pathParts.count > 1
        {
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

/// The signals that ask a program to end, which do nothing until they are released.
private struct HeldSignals {
    private let handlers = [SIGINT, SIGTERM, SIGHUP].map { ($0, signal($0, SIG_IGN)) }

    func release() { for (number, handler) in handlers { signal(number, handler) } }
}
