import Foundation
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

    /// Where files are written until they are whole, so that a broken build leaves nothing among the pages.
    static let stagingName = ".exemplar-staging"

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

    func exists(_ relative: String) -> Bool {
        var status = stat()
        return lstat(full(relative), &status) == 0
    }

    /// The bytes of a regular file; nil if there is none, or if it is a link or a folder.
    func contents(of relative: String) throws(PublishingError) -> [UInt8]? {
        let descriptor = open(full(relative), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ELOOP || errno == ENOTDIR { return nil }
            throw failure(.open, full(relative))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(status.st_size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Self.readSome(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
                if got <= 0 { break }
                count += got
            }
        }
    }

    /// Whether a file has exactly these bytes.
    func hasBytes(_ bytes: [UInt8], at relative: String) throws(PublishingError) -> Bool {
        var status = stat()
        guard lstat(full(relative), &status) == 0, Int(status.st_size) == bytes.count else { return false }
        return try contents(of: relative) == bytes
    }

    /// Writes a file aside and renames it to its place, so that nobody ever reads half of it.
    ///
    /// - Parameter number: differs for every file that is written at the same time.
    func write(_ bytes: [UInt8], to relative: String, number: Int) throws(PublishingError) {
        let temporary = "\(Self.stagingName)/\(number)"
        try create(relative: temporary, bytes)
        guard rename(full(temporary), full(relative)) == 0 else {
            let error = failure(.write, full(relative))
            unlink(full(temporary))
            throw error
        }
    }

    /// Writes a file where there is none.
    func create(relative: String, _ bytes: [UInt8]) throws(PublishingError) {
        let target = full(relative)
        let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
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

    /// The folder for unfinished files.
    var staging: OutputFolder { OutputFolder(path: full(Self.stagingName)) }

    /// Makes the folder for unfinished files, without what a broken build left in it.
    func beginStaging() throws(PublishingError) {
        try makeFolder(Self.stagingName)
        guard try staging.entries()?.isEmpty == false else { return }
        // It holds files of ours alone, and perhaps folders of a site that was not whole when a build died.
        do {
            try FileManager.default.removeItem(atPath: staging.path)
        } catch {
            throw .system(operation: .remove, path: staging.path, reason: error.localizedDescription)
        }
        try makeFolder(Self.stagingName)
    }

    /// Moves a file or folder out of the folder for unfinished files, to the same name in this one.
    func moveFromStaging(_ name: String) throws(PublishingError) {
        guard rename(staging.full(name), full(name)) == 0 else { throw failure(.write, full(name)) }
    }

    /// Removes the folder for unfinished files with all that a failure left in it.
    func endStaging() {
        try? FileManager.default.removeItem(atPath: staging.path)
    }

    /// Holds the folder for this process alone until the descriptor is closed; nil if another has it.
    func lock() throws(PublishingError) -> Int32? {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(.open, path) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
        close(descriptor)
        return nil
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
        rmdir(full(relative))
    }

    private func failure(_ operation: PublishingError.Operation, _ path: String) -> PublishingError {
        .system(operation: operation, path: path, reason: String(cString: strerror(errno)))
    }

    // The methods of this type hide the system's functions of the same name.
    private static func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer, count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer, count)
        #else
            Darwin.read(descriptor, buffer, count)
        #endif
    }

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
