import Foundation
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a change of several files is about to do, written before its first step, so that a change that was cut short – the
/// power failed, the program was killed – can be undone by whoever looks at the folder next.
struct ChangeJournal: Codable {
    /// Where it stands while the change is under way, and while only the files as they were are left to clear away.
    private static let (name, doneName) = (".exemplar-change", ".exemplar-change-done")

    /// In the names of files that stand aside.
    var mark = ".\(UUID().uuidString).tmp"
    /// The new paths, with the hash of what comes there, as in a manifest.
    var new: [String: String] = [:]
    var replaced: [String] = []
    var removed: [String] = []
    /// Folders that have to be made, the deepest first.
    var newFolders: [String] = []

    /// A file that is written beside its place until it takes it.
    func new(_ path: String) -> String { path + ".new" + mark }

    /// A file as it was, until the change is finished.
    func old(_ path: String) -> String { path + ".old" + mark }

    /// Without a journal a change works all the same; where it cannot be written, the first file will say why.
    func begin(in folder: OutputFolder) {
        guard let bytes = try? JSONEncoder().encode(self) else { return }
        try? folder.create(relative: Self.name, Array(bytes))
    }

    /// From here on the change stands.
    func finish(in folder: OutputFolder) {
        _ = rename(folder.full(Self.name), folder.full(Self.doneName))
        clear(in: folder)
    }

    private func clear(in folder: OutputFolder) {
        for path in replaced + removed { unlink(folder.full(old(path))) }
        unlink(folder.full(Self.doneName))
    }

    /// Puts every file back that was there, and takes away what was not. A file that cannot be put back keeps its second
    /// name, so that it is not lost.
    func undo(in folder: OutputFolder) {
        for (path, hash) in new where !isStillTheOld(path, in: folder) {
            guard let bytes = try? folder.contents(of: path), Manifest.hash(bytes) == hash else { continue }
            unlink(folder.full(path))
        }
        for path in replaced + Array(new.keys) { unlink(folder.full(new(path))) }
        for path in replaced + removed where rename(folder.full(old(path)), folder.full(path)) == 0 {
            // Of two names of one file `rename` takes neither away.
            unlink(folder.full(old(path)))
        }
        for path in newFolders { folder.removeFolderIfEmpty(path) }
        unlink(folder.full(Self.name))
    }

    /// On disks that take large letters for small ones, a new path may be that of a file which is not gone yet.
    private func isStillTheOld(_ path: String, in folder: OutputFolder) -> Bool {
        removed.contains { $0.lowercased() == path.lowercased() && folder.standing(at: old($0)) == .nothing }
    }

    /// Whether somebody left a change half done; looking costs nothing where nobody did.
    fileprivate static func isLeft(in folder: OutputFolder) -> Bool {
        [name, doneName].contains { folder.standing(at: $0) != .nothing }
    }

    /// Ends what was cut short, for who holds the folder: a change that stands is cleared up, any other undone.
    ///
    /// - Returns: Whether one was undone.
    static func recover(in folder: OutputFolder) -> Bool {
        if let done = read(doneName, in: folder) { done.clear(in: folder) }
        guard folder.standing(at: name) != .nothing else { return false }
        guard let left = read(name, in: folder) else {
            // Cut short while it was written, which is before anything else was done.
            unlink(folder.full(name))
            return false
        }
        left.undo(in: folder)
        // Where nothing may be written, nothing was put back either.
        return folder.standing(at: name) == .nothing
    }

    private static func read(_ name: String, in folder: OutputFolder) -> ChangeJournal? {
        guard let bytes = try? folder.contents(of: name) else { return nil }
        return try? JSONDecoder().decode(ChangeJournal.self, from: Data(bytes))
    }
}

/// Undoes a change of several files that a program left half done, so that nobody reads a mixture of old and new.
///
/// - Returns: Whether there was one.
package func undoUnfinishedChange(in folder: String) -> Bool {
    let folder = OutputFolder(path: folder)
    guard ChangeJournal.isLeft(in: folder) else { return false }
    return folder.whileLocked { ChangeJournal.recover(in: folder) }
}
