import CDisk
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension OutputFolder {
    /// Puts another folder at the path of this one, and this one at the other’s, in one step; false if the system
    /// cannot, as with a folder that something is mounted on.
    func exchange(with other: OutputFolder) -> Bool {
        exemplar_exchange(realPath(path) ?? path, other.path) == 0
    }

    /// What in the folder is not ours, folders before what is in them: files and links, and the folders with no file
    /// of ours in them.
    ///
    /// - Parameter ours: the paths of files.
    func foreignEntries(ours: Set<String>) throws(PublishingError) -> [(path: String, isFolder: Bool)] {
        let folders = ours.parentFolders
        var found: [(path: String, isFolder: Bool)] = []
        func enter(_ relative: String) throws(PublishingError) {
            let here = relative.isEmpty ? self : OutputFolder(path: full(relative))
            for name in try here.entries() ?? [] {
                let child = relative.isEmpty ? name : relative + "/" + name
                if ours.contains(child) { continue }
                let isFolder = standing(at: child) == .folder
                if !isFolder || !folders.contains(child) { found.append((child, isFolder)) }
                if isFolder { try enter(child) }
            }
        }
        try enter("")
        return found
    }
}

/// Gives a file or folder the mode of another one: who may read, write and run it.
func copyMode(from path: String, to other: String) {
    var status = stat()
    if stat(path, &status) == 0 { chmod(other, status.st_mode & 0o7777) }
}

/// Whether two folders lie on one file system; only there a file can be moved from one to the other.
func isOneDisk(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    return stat(first, &one) == 0 && stat(second, &other) == 0 && one.st_dev == other.st_dev
}
