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
    case system(path: String, reason: String)
}

/// Makes a folder, and those above it, where there is none yet.
package func makeFolder(_ path: String) throws(WriteError) {
    do {
        try FileManager.default.createDirectory(at: URL(filePath: path), withIntermediateDirectories: true)
    } catch {
        throw .system(path: path, reason: error.localizedDescription)
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
        throw .system(path: path, reason: error.localizedDescription)
    }
}

/// Writes files that do not exist yet: all of them or none. Nothing is ever replaced.
package func create(_ files: [SourceTree.File], in folder: String) throws(WriteError) {
    let manager = FileManager.default
    func isTaken(_ path: String) -> Bool {
        // `fileExists` follows links, and would not see one that leads nowhere.
        (try? manager.attributesOfItem(atPath: folder + "/" + path)) != nil
    }
    let taken = files.map(\.path).filter(isTaken)
    guard taken.isEmpty else { throw .exists(taken) }
    var written: [URL] = []
    for file in files {
        let url = URL(filePath: folder + "/" + file.path)
        do {
            try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: url, options: .withoutOverwriting)
            written.append(url)
        } catch {
            for url in written { try? manager.removeItem(at: url) }
            throw .system(path: file.path, reason: error.localizedDescription)
        }
    }
}

/// A new folder for what is needed only while this program runs.
package func makeTemporaryFolder() throws(WriteError) -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "exemplar-\(UUID().uuidString)")
    do {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
        throw .system(path: url.path, reason: error.localizedDescription)
    }
    return url.path
}

/// Removes such a folder with all that is in it.
package func removeTemporaryFolder(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }
