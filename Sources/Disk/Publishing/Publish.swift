import Parallel
import Text

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
/// - Everything is made aside and compared first. Until all is whole and nothing speaks against it, nothing in the folder
///   is touched.
/// - Then the folder and the site beside it are exchanged in one step, so that a reader never meets a mixture. Where
///   that is impossible the files are moved one by one, those that others name first (``StagedSite``).
/// - Files whose bytes are the same are left alone, with their dates.
/// - Files that the manifest lists and the site no longer has are removed; nothing else ever is.
/// - Refused are: a folder with other people’s files and no manifest; the site of another library; writing over a file
///   that the manifest does not list; replacing or removing one that was changed since; links, pipes and devices where
///   a file should be.
/// - A folder holds drafts or the published site, never one after the other.
///
/// - Parameters:
///   - form: how the manifest is written.
///   - leftovers: paths that are ours too, though the manifest in the folder does not list them.
package func publish(
    _ files: PublishedFiles, to path: String, as form: ManifestForm = .site, leftovers: [String] = [],
    options: PublishingOptions = PublishingOptions(), jobs: Int
) async throws(PublishingError) -> PublishingReport {
    var seen: Set<String> = []
    if let path = files.paths.first(where: { !isSafe($0) || !seen.insert($0).inserted }) { throw .impossiblePath(path) }
    let folder = OutputFolder(path: path, form: form)
    try refuseOthers(files, old: try existingManifest(in: folder) ?? Manifest(), folder: folder, options)
    let isNew = fileKind(path) == nil
    try folder.makeFolder("")
    guard let lock = try folder.lock() else { throw .busy(folder: path) }
    defer { folder.unlock(lock) }
    for place in StagingPlace.all(for: folder) { try place.clear(into: folder) }
    let existing = try existingManifest(in: folder)
    var old = existing ?? Manifest()
    old.add(leftovers)
    try refuseOthers(files, old: old, folder: folder, options)

    let place = try stagingPlace(for: folder, ours: old.paths + files.paths)
    do throws(PublishingError) {
        let site = try await StagedSite(files, old: old, folder: folder, place: place, options: options, jobs: jobs)
        if let changed = options.changedSource() { throw .sourceChanged(changed) }
        try await site.show(isFirst: existing == nil, isNew: isNew, jobs: jobs)
        try? place.clear(into: folder)
        return site.report
    } catch {
        try? place.clear(into: folder)
        throw error
    }
}

private func stagingPlace(for folder: OutputFolder, ours: [String]) throws(PublishingError) -> StagingPlace {
    let journal = StagingPlace.Journal(ours: ours)
    if let beside = StagingPlace.beside(folder), isOneDisk(beside.path.parentFolder ?? "/", folder.path),
        (try? beside.begin(journal)) != nil
    {
        return beside
    }
    let within = StagingPlace.within(folder)
    if let name = within.foreignEntry { throw .foreignFiles(folder: folder.path, paths: [name]) }
    try within.begin(journal)
    return within
}

/// Names that a version control system keeps in an otherwise empty folder.
private let harmlessNames: Set<String> = [".gitignore", ".gitkeep", ".DS_Store", StagingPlace.name]

/// The manifest of the site in a folder; nil if there is nothing in it.
private func existingManifest(in folder: OutputFolder) throws(PublishingError) -> Manifest? {
    guard let entries = try folder.entries() else { return nil }
    let name = folder.form.fileName
    switch folder.standing(at: name) {
    case .folder, .special: throw .special(folder.full(name))
    case .nothing: break
    case .file:
        guard let manifest = try folder.contents(of: name).flatMap({ folder.form.read($0) }) else {
            throw .damagedManifest(name: name, folder: folder.path)
        }
        return manifest
    }
    if let foreign = entries.first(where: { !harmlessNames.contains($0) }) {
        throw .notOurs(folder: folder.path, example: foreign)
    }
    return nil
}

private func refuseOthers(
    _ files: PublishedFiles, old: Manifest, folder: OutputFolder, _ options: PublishingOptions
) throws(PublishingError) {
    if let library = files.library, let theirs = old.library, !options.takesOver, !library.owns(old) {
        throw .otherLibrary(folder: folder.path, theirs: theirs)
    }
    guard old.paths.isEmpty || old.hasDrafts == files.hasDrafts else {
        throw .otherDrafts(folder: folder.path, hasDrafts: old.hasDrafts)
    }
}

/// A manifest may have been edited by hand: nothing outside the folder is ever removed.
func isSafe(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.pathParts.contains("..")
}
