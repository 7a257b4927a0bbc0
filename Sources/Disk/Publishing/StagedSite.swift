import Parallel
import Text

/// A site that has been made aside, file by file compared with what is in its folder; nothing there has been touched.
struct StagedSite: Sendable {
    private let folder: OutputFolder
    private let place: StagingPlace
    private let options: PublishingOptions
    private let paths: [String]
    private let old: Manifest
    private let new: Manifest
    /// Indices of `paths`: what lies in the staged site, and what need not.
    private var written: [Int] = []
    private var unchanged: [Int] = []
    /// Files of ours that the site no longer has.
    private let stale: [String]

    var report: PublishingReport {
        PublishingReport(written: written.count, unchanged: unchanged.count, removed: stale.count)
    }

    /// What is in the folder in place of a file.
    private enum Found {
        case same, nothing, ours, changed, foreign, special
    }

    /// Makes every file, and writes those that differ.
    ///
    /// - Parameter old: what the manifest in the folder lists.
    init(
        _ files: PublishedFiles, old: Manifest, folder: OutputFolder, place: StagingPlace, options: PublishingOptions,
        jobs: Int
    ) async throws(PublishingError) {
        (self.folder, self.place, self.options, self.old) = (folder, place, options, old)
        paths = files.paths
        try Self.refuseLinkedFolders(to: files.paths, old: old, in: folder)
        let oldFolders = old.paths.parentFolders
        let outcomes = await files.paths.indices.parallelMap(jobs: jobs) { index in
            Result<(hash: String, found: Found), PublishingError> { () throws(PublishingError) in
                let (bytes, path) = (files.bytes(index), files.paths[index])
                let found = try Self.compare(bytes, with: path, in: folder, old: old, folders: oldFolders)
                if found != .same { try place.site.create(relative: path, bytes) }
                return (Manifest.hash(bytes), found)
            }
        }
        var hashes: [String: String] = [:]
        var (foreign, changed): ([String], [String]) = ([], [])
        for (index, outcome) in outcomes.enumerated() {
            let (hash, found) = try outcome.get()
            let path = paths[index]
            hashes[path] = hash
            switch found {
            case .same: unchanged.append(index)
            case .nothing, .ours: written.append(index)
            case .special: throw .special(folder.full(path))
            case .foreign: foreign.append(path)
            case .changed:
                changed.append(path)
                written.append(index)
            }
        }
        new = Manifest(
            hashes: hashes, hasDrafts: files.hasDrafts, library: files.library?.id ?? old.library, origin: files.origin)
        stale = old.paths.filter { hashes[$0] == nil && isSafe($0) }
        changed += try await Self.changedFiles(among: stale, in: folder, old: old, jobs: jobs)
        if !foreign.isEmpty { throw .foreignFiles(folder: folder.path, paths: foreign.sorted()) }
        if !changed.isEmpty, !options.force { throw .changedFiles(folder: folder.path, paths: changed.sorted()) }
    }

    /// A link to a folder could lead out of the output folder.
    private static func refuseLinkedFolders(
        to paths: [String], old: Manifest, in folder: OutputFolder
    ) throws(PublishingError) {
        for name in paths.parentFolders.sorted() {
            switch folder.standing(at: name) {
            case .nothing, .folder: break
            case .file where old.contains(name): break
            case .file, .special: throw .notAFolder(folder.full(name))
            }
        }
    }

    private static func compare(
        _ bytes: [UInt8], with path: String, in folder: OutputFolder, old: Manifest, folders: Set<String>
    ) throws(PublishingError) -> Found {
        switch folder.standing(at: path) {
        case .nothing: return .nothing
        case .folder:
            guard folders.contains(path) else { return .special }
            let inside: [(path: String, kind: FileKind)]
            do throws(ReadError) {
                inside = try Disk.files(below: folder.full(path), skipping: { _ in false })
            } catch {
                throw .unreadable(error)
            }
            return inside.allSatisfy { old.contains(path + "/" + $0.path) } ? .ours : .foreign
        case .special: return .special
        case .file(let size):
            // A file of another's is not read as a whole only to be refused.
            guard old.contains(path) || size == bytes.count else { return .foreign }
            guard let there = try folder.contents(of: path) else { return .special }
            if there == bytes { return .same }
            guard old.contains(path) else { return .foreign }
            return old.vouches(for: Manifest.hash(there), at: path) ? .ours : .changed
        }
    }

    /// Of the files that are to go, those that are no longer as we wrote them.
    private static func changedFiles(
        among stale: [String], in folder: OutputFolder, old: Manifest, jobs: Int
    ) async throws(PublishingError) -> [String] {
        let outcomes = await stale.parallelMap(jobs: jobs) { path in
            Result<Bool, PublishingError> { () throws(PublishingError) in
                guard path.parentFolders.allSatisfy({ folder.standing(at: $0) == .folder }) else { return false }
                switch folder.standing(at: path) {
                case .nothing, .folder: return false
                case .special: return true
                case .file:
                    guard let there = try folder.contents(of: path) else { return true }
                    return !old.vouches(for: Manifest.hash(there), at: path)
                }
            }
        }
        var changed: [String] = []
        for (path, outcome) in zip(stale, outcomes) where try outcome.get() { changed.append(path) }
        return changed
    }

    // MARK: Showing it

    /// - Parameters:
    ///   - isFirst: whether there was no site in the folder.
    ///   - isNew: whether there was no folder.
    func show(isFirst: Bool, isNew: Bool, jobs: Int) async throws(PublishingError) {
        guard !isFirst, written.isEmpty, stale.isEmpty else { return try await replace(isNew: isNew, jobs: jobs) }
        guard old != new else { return }
        try stageManifest(new)
        try folder.take(folder.form.fileName, from: place.site)
    }

    private func replace(isNew: Bool, jobs: Int) async throws(PublishingError) {
        try stageManifest(new)
        guard place.canExchange, try await stageTheRest(jobs: jobs) else { return try move() }
        if options.syncs { place.site.sync() }
        guard let lock = try place.site.lock() else { throw .busy(folder: folder.path) }
        defer { place.site.unlock(lock) }
        guard folder.exchange(with: place.site) else { return try move() }
        // A folder that was there before is looked at by others: servers stand in it, containers mount it. So it is
        // brought to hold the same and put back. If that fails the other one stays, which is the same site.
        if !isNew, follow() { _ = folder.exchange(with: place.site) }
    }

    /// Whether the folder that was shown before, now aside, could be brought to hold what is shown.
    private func follow() -> Bool {
        do throws(PublishingError) {
            try settle(in: place.site) { (target, path) throws(PublishingError) in
                guard try target.link(path, from: folder) else { throw target.failure(.write, target.full(path)) }
            }
            return true
        } catch {
            return false
        }
    }

    private func stageManifest(_ manifest: Manifest) throws(PublishingError) {
        try place.site.create(relative: folder.form.fileName, folder.form.write(manifest))
    }

    /// What did not change, and what is not ours, gets a second name in the staged site; false if that is not allowed.
    private func stageTheRest(jobs: Int) async throws(PublishingError) -> Bool {
        let outcomes = await unchanged.parallelMap(jobs: jobs) { index in
            Result<Bool, PublishingError> { () throws(PublishingError) in
                try place.site.link(paths[index], from: folder)
            }
        }
        for outcome in outcomes where try !outcome.get() { return false }
        let ours = Set(old.paths).union(paths).union([folder.form.fileName])
        let foreign = try folder.foreignEntries(ours: ours)
        if !foreign.isEmpty {
            let inodes = foreign.compactMap { entry in folder.inode(of: entry.path).map { (entry.path, $0) } }
            try place.write(
                .init(ours: ours.sorted(), linked: Dictionary(inodes, uniquingKeysWith: { first, _ in first })))
        }
        for entry in foreign {
            if entry.isFolder {
                try place.site.makeFolder(entry.path)
            } else if place.site.standing(at: entry.path) == .nothing {
                guard try place.site.link(entry.path, from: folder) else { return false }
            } else {
                throw .notAFolder(folder.full(entry.path))
            }
        }
        copyMode(from: folder.path, to: place.site.path)
        return true
    }

    /// One by one, where folders cannot be exchanged. The manifest is written first with old and new files together, so
    /// that after an interruption the next build still knows what is ours.
    private func move() throws(PublishingError) {
        let name = folder.form.fileName
        let aside = folder.form.uncertainName
        try place.site.create(relative: aside, folder.form.write(new.uncertain(with: old.paths)))
        if options.syncs { place.site.sync() }
        try folder.take(aside, from: place.site, as: name)
        try settle(in: folder) { (target, path) throws(PublishingError) in
            if path == name, options.syncs { folder.sync() }
            try target.take(path, from: place.site)
        }
    }

    /// Brings a folder that holds the old site to hold the new one: what pages name before the pages, the manifest last.
    private func settle(
        in target: OutputFolder, _ put: (OutputFolder, String) throws(PublishingError) -> Void
    ) throws(PublishingError) {
        let files = written.map { paths[$0] }
        try clearTheWay(for: files, in: target)
        for name in files.parentFolders.sorted() { try target.makeFolder(name) }
        for path in files where !path.hasSuffix(".html") { try put(target, path) }
        for path in files where path.hasSuffix(".html") { try put(target, path) }
        try removeFiles(stale, in: target)
        try put(target, folder.form.fileName)
    }

    /// Removes what an earlier build left where a file becomes a folder or the reverse.
    private func clearTheWay(for files: [String], in target: OutputFolder) throws(PublishingError) {
        for name in files.parentFolders.sorted() where old.contains(name) { try target.remove(name) }
        let folders = old.paths.parentFolders.intersection(files)
        if !folders.isEmpty {
            try removeFiles(stale.filter { !folders.isDisjoint(with: $0.parentFolders) }, in: target)
        }
    }

    private func removeFiles(_ files: [String], in target: OutputFolder) throws(PublishingError) {
        for path in files { try target.remove(path) }
        // The deepest first, so that a folder is empty when its turn comes.
        for name in files.parentFolders.sorted().reversed() { target.removeFolderIfEmpty(name) }
    }
}
