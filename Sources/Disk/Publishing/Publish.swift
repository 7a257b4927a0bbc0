import Parallel
import Text

/// The files to publish: their paths, and the bytes of each when its turn comes, so that a large site never
/// has to be in memory as a whole.
package struct PublishedFiles: Sendable {
    package var paths: [String]
    package var hasDrafts: Bool
    /// The bytes of the file at an index of `paths`. May be called from any thread.
    package var bytes: @Sendable (Int) -> [UInt8]

    package init(paths: [String], hasDrafts: Bool = false, bytes: @escaping @Sendable (Int) -> [UInt8]) {
        (self.paths, self.hasDrafts, self.bytes) = (paths, hasDrafts, bytes)
    }
}

/// What publishing did.
package struct PublishingReport: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0

    package init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
        (self.written, self.unchanged, self.removed) = (written, unchanged, removed)
    }
}

/// The last stage: brings a folder to hold exactly these files, besides what was never ours.
///
/// - Files whose bytes are the same are left alone, with their dates.
/// - Files that the manifest lists and the site no longer has are removed; nothing else ever is.
/// - A folder with other people's files and no manifest is refused, and so is writing over a file that the
///   manifest does not list.
/// - A new site is made whole aside and moved into place.
/// - Otherwise the manifest is written first with old and new files together and last with the new ones alone, so
///   that after an interruption the next build still knows what is ours.
/// - A folder holds drafts or the published site, never one after the other.
///
/// - Parameters:
///   - form: how the manifest is written.
///   - leftovers: paths that are ours too, though the manifest in the folder does not list them.
package func publish(
    _ files: PublishedFiles, to path: String, as form: ManifestForm = .site, leftovers: [String] = [], jobs: Int
) async throws(PublishingError) -> PublishingReport {
    var seen: Set<String> = []
    if let path = files.paths.first(where: { !isSafe($0) || !seen.insert($0).inserted }) { throw .impossiblePath(path) }
    let folder = OutputFolder(path: path, form: form)
    try refuseOtherDrafts(files, old: try existingManifest(in: folder) ?? Manifest(), folder: folder)
    try folder.makeFolder("")
    guard let lock = try folder.lock() else { throw .busy(folder: path) }
    defer { folder.unlock(lock) }
    let existing = try existingManifest(in: folder)
    guard var old = existing else {
        try folder.beginStaging()
        defer { folder.endStaging() }
        return try await publishAnew(files, in: folder, jobs: jobs)
    }
    old.add(leftovers)
    try refuseOtherDrafts(files, old: old, folder: folder)
    try refuseForeignFiles(files, old: old, folder: folder)
    try folder.beginStaging()
    defer { folder.endStaging() }

    if files.paths.contains(where: { !old.contains($0) }) {
        var both = Manifest(hashes: old.hashes, hasDrafts: files.hasDrafts)
        both.add(files.paths)
        try folder.write(form.write(both), to: form.fileName, number: files.paths.count)
    }
    try clearTheWay(for: files.paths, old: old, folder: folder)
    try makeFolders(for: files.paths, in: folder)

    let (new, written) = try await writeAll(files, jobs: jobs) { bytes, index throws(PublishingError) in
        if try folder.hasBytes(bytes, at: files.paths[index]) { return false }
        try folder.write(bytes, to: files.paths[index], number: index)
        return true
    }
    let removed = try removeStale(old: old, new: new, folder: folder)
    if old != new { try folder.write(form.write(new), to: form.fileName, number: files.paths.count) }
    return PublishingReport(written: written, unchanged: files.paths.count - written, removed: removed)
}

/// Publishes into a folder in which there is nothing: the site is made whole aside, then moved into place, the manifest
/// first, so that whatever is there is known to be ours.
private func publishAnew(
    _ files: PublishedFiles, in folder: OutputFolder, jobs: Int
) async throws(PublishingError) -> PublishingReport {
    let staging = folder.staging
    try makeFolders(for: files.paths, in: staging)
    let (manifest, _) = try await writeAll(files, jobs: jobs) { bytes, index throws(PublishingError) in
        try staging.create(relative: files.paths[index], bytes)
        return true
    }
    try staging.create(relative: folder.form.fileName, folder.form.write(manifest))
    try folder.moveFromStaging(folder.form.fileName)
    let names = Set(files.paths.map { $0.prefix { $0 != "/" } })
    for name in names.sorted() { try folder.moveFromStaging(String(name)) }
    return PublishingReport(written: files.paths.count)
}

/// Removes what an earlier build left where a file becomes a folder or the reverse.
private func clearTheWay(for paths: [String], old: Manifest, folder: OutputFolder) throws(PublishingError) {
    let new = Set(paths)
    var folders: Set<String> = []
    for path in paths {
        var name = folderName(of: path)
        while let current = name, folders.insert(current).inserted { name = folderName(of: current) }
    }
    for name in folders.sorted() where old.contains(name) { try folder.remove(name) }
    let inTheWay = Set(old.paths.compactMap { folderName(of: $0) }).intersection(new)
    if !inTheWay.isEmpty {
        let stale = Manifest(hashes: old.hashes.filter { entry in inTheWay.contains { entry.key.hasPrefix($0 + "/") } })
        _ = try removeStale(old: stale, new: Manifest(), folder: folder)
    }
}

/// Makes every file and writes it where it has to be.
///
/// - Parameter write: Gives whether anything had to be written.
private func writeAll(
    _ files: PublishedFiles, jobs: Int,
    write: @escaping @Sendable (_ bytes: [UInt8], _ index: Int) throws(PublishingError) -> Bool
) async throws(PublishingError) -> (manifest: Manifest, written: Int) {
    let outcomes = await files.paths.indices.parallelMap(jobs: jobs) { index in
        Result<(hash: String, isWritten: Bool), PublishingError> { () throws(PublishingError) in
            let bytes = files.bytes(index)
            return (Manifest.hash(bytes), try write(bytes, index))
        }
    }
    var hashes: [String: String] = [:]
    var written = 0
    for (path, outcome) in zip(files.paths, outcomes) {
        let (hash, isWritten) = try outcome.get()
        hashes[path] = hash
        if isWritten { written += 1 }
    }
    return (Manifest(hashes: hashes, hasDrafts: files.hasDrafts), written)
}

private func makeFolders(for paths: [String], in folder: OutputFolder) throws(PublishingError) {
    for name in Set(paths.compactMap { folderName(of: $0) }).sorted() { try folder.makeFolder(name) }
}

/// Names that a version control system keeps in an otherwise empty folder.
private let harmlessNames: Set<String> = [".gitignore", ".gitkeep", ".DS_Store", OutputFolder.stagingName]

/// The manifest of the site in a folder; nil if there is nothing in it.
private func existingManifest(in folder: OutputFolder) throws(PublishingError) -> Manifest? {
    guard let entries = try folder.entries() else { return nil }
    if let bytes = try folder.contents(of: folder.form.fileName) {
        guard let manifest = folder.form.read(bytes) else {
            throw .damagedManifest(name: folder.form.fileName, folder: folder.path)
        }
        return manifest
    }
    if let foreign = entries.first(where: { !harmlessNames.contains($0) && $0 != folder.form.fileName }) {
        throw .notOurs(folder: folder.path, example: foreign)
    }
    return nil
}

private func refuseOtherDrafts(
    _ files: PublishedFiles, old: Manifest, folder: OutputFolder
) throws(PublishingError) {
    guard old.paths.isEmpty || old.hasDrafts == files.hasDrafts else {
        throw .otherDrafts(folder: folder.path, hasDrafts: old.hasDrafts)
    }
}

/// Before anything is written: every file we would replace must be one of ours.
private func refuseForeignFiles(
    _ files: PublishedFiles, old: Manifest, folder: OutputFolder
) throws(PublishingError) {
    var foreign: [String] = []
    let oldFolders = Set(old.paths.compactMap { folderName(of: $0) })
    for (index, path) in files.paths.enumerated()
    where !old.contains(path) && folder.exists(path) && !oldFolders.contains(path) {
        if try !folder.hasBytes(files.bytes(index), at: path) { foreign.append(path) }
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
    !path.isEmpty && !path.hasPrefix("/") && !path.pathParts.contains("..")
}

private func folderName(of path: String) -> String? {
    path.lastIndex(of: "/").map { String(path[..<$0]) }
}
