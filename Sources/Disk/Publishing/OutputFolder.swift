import CDisk
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why an output folder could not be written.
package enum PublishingError: Error, Equatable {
    /// What the system was asked to do.
    package enum Operation: Sendable {
        case open, write, remove, makeFolder
    }

    /// The folder has files in it but no manifest of ours.
    case notOurs(folder: String, example: String)
    /// Files that we want to write but that somebody else put there.
    case foreignFiles(folder: String, paths: [String])
    /// Files of ours that somebody else has changed since, and that we would replace or remove.
    case changedFiles(folder: String, paths: [String])
    /// The folder holds the site of another library.
    case otherLibrary(folder: String, theirs: String)
    /// A link, a device, a pipe or a folder stands where a file of ours must be.
    case special(String)
    /// A file of the library was still being written when it was read.
    case sourceChanged(String)
    /// Something that is not a folder stands where one must be.
    case notAFolder(String)
    /// A path that would leave the folder, or that two files have.
    case impossiblePath(String)
    /// Another build is writing into the folder.
    case busy(folder: String)
    /// The folder has the published site and this one has drafts, or the reverse.
    case otherDrafts(folder: String, hasDrafts: Bool)
    /// The manifest is there but cannot be read.
    case damagedManifest(name: String, folder: String)
    /// The output folder cannot be listed.
    case unreadable(ReadError)
    /// - reason: what the system said.
    case system(operation: Operation, path: String, reason: String)
}

/// The few calls to the system that publishing needs, each on one path below the output folder.
struct OutputFolder: Sendable {
    let path: String
    /// How the list of what is ours is written.
    var form = ManifestForm.site

    func full(_ relative: String) -> String { path + "/" + relative }

    /// The names in the folder, or nil if there is no such folder.
    func entries() throws(PublishingError) -> [String]? {
        do throws(ReadError) {
            return try names(in: path)
        } catch {
            if let kind = fileKind(path), kind != .folder { throw .notAFolder(path) }
            throw .unreadable(error)
        }
    }

    /// What stands at a path; links are not followed.
    enum Standing: Equatable {
        case nothing, folder, special
        case file(size: Int)
    }

    func inode(of relative: String) -> UInt64? {
        var status = stat()
        return lstat(full(relative), &status) == 0 ? UInt64(status.st_ino) : nil
    }

    func standing(at relative: String) -> Standing {
        var status = stat()
        guard lstat(full(relative), &status) == 0 else { return .nothing }
        return switch FileKind(status) {
        case .file: .file(size: Int(status.st_size))
        case .folder: .folder
        case .other: .special
        }
    }

    /// The bytes of a regular file; nil if there is none, or if it is a link or a folder.
    func contents(of relative: String) throws(PublishingError) -> [UInt8]? {
        // Without O_NONBLOCK a named pipe would wait for somebody to write into it; a socket cannot be opened.
        let descriptor = open(full(relative), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            if [ENOENT, ELOOP, ENOTDIR, ENXIO].contains(errno) { return nil }
            throw failure(.open, full(relative))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        guard let bytes = readBytes(descriptor, atMost: Int(status.st_size)) else {
            throw failure(.open, full(relative))
        }
        return bytes
    }

    /// Writes a file where there is none.
    func create(relative: String, _ bytes: [UInt8]) throws(PublishingError) {
        let target = full(relative)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        var descriptor = open(target, flags, 0o644)
        if descriptor < 0, errno == ENOENT {
            try makeFolder(relative.parentFolder ?? "")
            descriptor = open(target, flags, 0o644)
        }
        guard descriptor >= 0 else { throw failure(.write, target) }
        var written = 0
        let isComplete = bytes.withUnsafeBytes { buffer in
            while written < buffer.count {
                let count = Self.writeSome(
                    descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count < 0 { return false }
                written += count
            }
            return true
        }
        guard isComplete else {
            let error = failure(.write, target)
            close(descriptor)
            unlink(target)
            throw error
        }
        guard close(descriptor) == 0 else {
            let error = failure(.write, target)
            unlink(target)
            throw error
        }
    }

    /// Moves a file that was written aside to its place, so that nobody ever reads half of it.
    func take(_ relative: String, from other: OutputFolder, as name: String? = nil) throws(PublishingError) {
        let target = full(name ?? relative)
        guard rename(other.full(relative), target) == 0 else { throw failure(.write, target) }
    }

    /// Moves a file of this folder to a place where there is nothing. Only a system that gives no second names replaces what
    /// has come there in the meantime.
    func takeNew(_ relative: String, as name: String) throws(PublishingError) {
        let (source, target) = (full(relative), full(name))
        guard linkat(AT_FDCWD, source, AT_FDCWD, target, 0) != 0 else {
            unlink(source)
            return
        }
        guard errno != EEXIST else { throw failure(.write, target) }
        try take(relative, from: self, as: name)
    }

    /// Gives a file of another folder, or of this one, a second name in this one, in place of what has the name.
    ///
    /// Gives false where the system does not allow it, as for files of other users.
    func link(
        _ relative: String, from other: OutputFolder, as name: String? = nil
    ) throws(PublishingError) -> Bool {
        let (source, target) = (other.full(relative), full(name ?? relative))
        func isLinked(_ name: String) -> Bool { linkat(AT_FDCWD, source, AT_FDCWD, name, 0) == 0 }
        if isLinked(target) { return true }
        if errno == ENOENT, let parent = relative.parentFolder {
            try makeFolder(parent)
            if isLinked(target) { return true }
        }
        if errno == EEXIST {
            let aside = target + Self.asideSuffix
            if isLinked(aside), rename(aside, target) == 0 { return true }
            let error = failure(.write, target)
            unlink(aside)
            throw error
        }
        if [EPERM, EACCES, EMLINK, EXDEV, ENOTSUP, ENOSYS].contains(errno) { return false }
        throw failure(.write, target)
    }

    /// At the end of names that last for a moment.
    static let asideSuffix = ".exemplar-new"

    /// Holds the folder for this process alone until the descriptor is closed; nil if another has it.
    func lock() throws(PublishingError) -> Int32? {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(.open, path) }
        // While another build has the folder, a second one may stand at its path for a moment.
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0, isOpen(descriptor) { return descriptor }
        close(descriptor)
        return nil
    }

    /// Does something while no other program does as much in this folder. Where a folder cannot be held – it is not there
    /// yet, or the disk knows no locks – it is done all the same.
    func whileLocked<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor >= 0 { while flock(descriptor, LOCK_EX) != 0, errno == EINTR {} }
        defer { if descriptor >= 0 { unlock(descriptor) } }
        return try body()
    }

    private func isOpen(_ descriptor: Int32) -> Bool {
        var (opened, named) = (stat(), stat())
        return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0 && opened.st_dev == named.st_dev
            && opened.st_ino == named.st_ino
    }

    func unlock(_ descriptor: Int32) {
        // A child process between fork and exec holds a copy of the descriptor; closing ours alone would keep the lock.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Makes the folder at a path below this one and all above it; an empty path makes this one.
    func makeFolder(_ relative: String) throws(PublishingError) {
        let target = relative.isEmpty ? path : full(relative)
        if mkdir(target, 0o755) == 0 { return }
        if errno == EEXIST {
            // The output folder itself may be a link; below it a link could lead out of it.
            guard relative.isEmpty ? fileKind(target) == .folder : isRealFolder(relative) else {
                throw .notAFolder(target)
            }
            return
        }
        guard errno == ENOENT, let slash = target.lastIndex(of: "/"), slash != target.startIndex else {
            throw failure(.makeFolder, target)
        }
        try OutputFolder(path: String(target[..<slash])).makeFolder("")
        guard mkdir(target, 0o755) == 0 || errno == EEXIST else { throw failure(.makeFolder, target) }
    }

    /// Whether a path below this folder is a folder and not a link to one.
    func isRealFolder(_ relative: String) -> Bool {
        var status = stat()
        return lstat(full(relative), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Removes a file, unless a folder on the way to it is a link: then it is not ours.
    func remove(_ relative: String) throws(PublishingError) {
        var folder = ""
        for part in relative.pathParts.dropLast() {
            folder += (folder.isEmpty ? "" : "/") + part
            guard isRealFolder(folder) else { return }
        }
        guard unlink(full(relative)) == 0 || [ENOENT, ENOTDIR, ENAMETOOLONG, EISDIR, EPERM].contains(errno) else {
            throw failure(.remove, full(relative))
        }
    }

    /// Removes a folder if nothing is left in it.
    func removeFolderIfEmpty(_ relative: String) {
        rmdir(relative.isEmpty ? path : full(relative))
    }

    /// Waits until everything below is on the disk; without an answer, so is everything else of its file system.
    func sync() {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = exemplar_sync(descriptor)
        close(descriptor)
    }

    func failure(_ operation: PublishingError.Operation, _ path: String) -> PublishingError {
        .system(operation: operation, path: path, reason: String(cString: strerror(errno)))
    }

    // The methods of this type hide the system's functions of the same name.
    private static func writeSome(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, buffer, count)
        #elseif canImport(Musl)
            Musl.write(descriptor, buffer, count)
        #else
            Darwin.write(descriptor, buffer, count)
        #endif
    }
}

extension String {
    /// The folder that a path names a file of; nil if it is a name alone.
    var parentFolder: String? { lastIndex(of: "/").map { String(self[..<$0]) } }

    /// All folders on the way to what the path names, the deepest first.
    var parentFolders: [String] {
        var found: [String] = []
        while let next = (found.last ?? self).parentFolder { found.append(next) }
        return found
    }
}

extension Sequence<String> {
    /// All folders on the way to any of what the paths name.
    var parentFolders: Set<String> {
        var found: Set<String> = []
        for path in self {
            // Above a folder that was met, all were.
            var next = path.parentFolder
            while let folder = next, found.insert(folder).inserted { next = folder.parentFolder }
        }
        return found
    }
}
