import Parallel

/// A file to publish.
package struct PublishedFile: Sendable {
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What publishing did.
package struct PublishingReport: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
}

/// The last stage: brings a folder to hold exactly these files, besides what was never ours.
///
/// - Files whose bytes are the same are left alone, with their dates.
/// - Files that the manifest lists and the site no longer has are removed; nothing else ever is.
/// - A folder with other people's files and no manifest is refused, and so is writing over a file that the
///   manifest does not list.
/// - The manifest is written first with old and new files together and last with the new ones alone, so
///   that after an interruption the next build still knows what is ours.
package func publish(
    _ files: [PublishedFile], to path: String, jobs: Int
) async throws(PublishingError) -> PublishingReport {
    let folder = OutputFolder(path: path)
    let old = try existingManifest(in: folder)
    try refuseForeignFiles(files, old: old, folder: folder)

    let hashed = await files.parallelMap(jobs: jobs) { ($0.path, Manifest.hash($0.bytes)) }
    let new = Manifest(hashes: Dictionary(hashed, uniquingKeysWith: { first, _ in first }))
    try folder.makeFolder("")
    if old != new {
        let both = Manifest(hashes: old.hashes.merging(new.hashes) { _, new in new })
        try folder.write(both.bytes, to: Manifest.fileName)
    }
    for name in Set(files.compactMap { folderName(of: $0.path) }).sorted() { try folder.makeFolder(name) }

    var report = PublishingReport()
    let outcomes = await files.parallelMap(jobs: jobs) { file -> Result<Bool, PublishingError> in
        do throws(PublishingError) {
            if try folder.hasBytes(file.bytes, at: file.path) { return .success(false) }
            try folder.write(file.bytes, to: file.path)
            return .success(true)
        } catch {
            return .failure(error)
        }
    }
    for outcome in outcomes {
        if try outcome.get() { report.written += 1 } else { report.unchanged += 1 }
    }
    report.removed = try removeStale(old: old, new: new, folder: folder)
    if old != new { try folder.write(new.bytes, to: Manifest.fileName) }
    return report
}

/// Names that a version control system keeps in an otherwise empty folder.
private let harmlessNames: Set<String> = [".gitignore", ".gitkeep", ".DS_Store"]

private func existingManifest(in folder: OutputFolder) throws(PublishingError) -> Manifest {
    guard let entries = try folder.entries() else { return Manifest() }
    if let bytes = try folder.contents(of: Manifest.fileName), let manifest = Manifest(bytes) { return manifest }
    if let foreign = entries.first(where: { !harmlessNames.contains($0) && $0 != Manifest.fileName }) {
        throw .notOurs(folder: folder.path, example: foreign)
    }
    return Manifest()
}

/// Before anything is written: every file we would replace must be one of ours.
private func refuseForeignFiles(
    _ files: [PublishedFile], old: Manifest, folder: OutputFolder
) throws(PublishingError) {
    var foreign: [String] = []
    for file in files where !old.contains(file.path) && folder.exists(file.path) {
        if try !folder.hasBytes(file.bytes, at: file.path) { foreign.append(file.path) }
    }
    if !foreign.isEmpty { throw .foreignFiles(folder: folder.path, paths: foreign.sorted()) }
}

private func removeStale(old: Manifest, new: Manifest, folder: OutputFolder) throws(PublishingError) -> Int {
    let stale = old.paths.filter { !new.contains($0) && isSafe($0) }
    for path in stale { try folder.remove(path) }
    var folders: Set<String> = []
    for path in stale {
        var name = folderName(of: path)
        while let current = name {
            folders.insert(current)
            name = folderName(of: current)
        }
    }
    // The deepest first, so that a folder is empty when its turn comes.
    for name in folders.sorted().reversed() { folder.removeFolderIfEmpty(name) }
    return stale.count
}

/// A manifest may have been edited by hand: nothing outside the folder is ever removed.
private func isSafe(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
}

private func folderName(of path: String) -> String? {
    path.lastIndex(of: "/").map { String(path[..<$0]) }
}
