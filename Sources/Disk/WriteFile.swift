import Foundation
import Text

/// What kept files from being written.
package enum WriteError: Error, Equatable {
    /// Paths at which there is something already.
    case exists([String])
    /// A link, a device, a pipe or a folder, which no file of ours replaces.
    case special(String)
    /// A file that no command of ours wrote.
    case foreign(String)
    /// A file that a command of ours wrote and somebody has changed.
    case changed(String)
    /// A file that is no longer what it was when it was read.
    case changedSince(String)
    case system(path: String, reason: String)
}

/// The system's own words for an error of Foundation, which the interface knows in its language.
private func systemReason(of error: any Error) -> String {
    guard let cause = (error as? CocoaError)?.underlying as? POSIXError else { return error.localizedDescription }
    return String(cString: strerror(cause.code.rawValue))
}

/// Makes a folder, and those above it, where there is none yet.
package func makeFolder(_ path: String) throws(WriteError) {
    do {
        try FileManager.default.createDirectory(at: URL(filePath: path), withIntermediateDirectories: true)
    } catch {
        throw .system(path: path, reason: systemReason(of: error))
    }
}

/// Whether there is a plain file, after refusing whatever else could be in its place.
func isFileInPlace(_ path: String) throws(WriteError) -> Bool {
    switch OutputFolder(path: path.parentFolder ?? ".").standing(at: path.lastPathPart) {
    case .nothing: return false
    case .file: return true
    case .folder, .special: throw .special(path)
    }
}

/// Writes a file, or replaces it as a whole: nobody ever reads half of it. Only a plain file is replaced, never what a
/// link leads to.
package func replaceFile(_ path: String, with bytes: [UInt8]) throws(WriteError) {
    _ = try isFileInPlace(path)
    do {
        try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
        throw .system(path: path, reason: systemReason(of: error))
    }
}

/// Writes files that do not exist yet, into a folder that is made if there is none: all of them or none. Nothing is ever
/// replaced.
package func create(_ files: [SourceTree.File], in folder: String) throws(WriteError) {
    try change(files, new: Set(files.map(\.path)), in: folder, since: nil)
}

/// A new folder for what is needed only while this program runs.
package func makeTemporaryFolder() throws(WriteError) -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "exemplar-\(UUID().uuidString)")
    do {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
        throw .system(path: url.path, reason: systemReason(of: error))
    }
    return url.path
}

/// Removes such a folder with all that is in it.
package func removeTemporaryFolder(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }
