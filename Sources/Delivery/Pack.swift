import Archive
import Disk
import Parallel

/// A site on its way to people without a network: in a folder of its own, beside it a page to begin with, one that
/// checks the copy, and `SHA256SUMS`.
package struct Pack: Sendable {
    package static let siteFolder = "site/"
    package static let verifierName = "verify.html"

    /// Sorted; `SHA256SUMS` is added when it is written.
    package let files: PublishedFiles
    /// Signs the list; nil leaves the pack without a signature.
    package var signer: PackSigner?

    /// - Parameters:
    ///   - site: the files of the site.
    ///   - pages: what stands beside the site, by name.
    package init(site: PublishedFiles, pages: [(name: String, bytes: [UInt8])]) {
        let inSite = site.paths.indices.map { (path: Self.siteFolder + site.paths[$0], index: $0) }
        let beside = pages.indices.map { (path: pages[$0].name, index: -1 - $0) }
        let sorted = (inSite + beside).sorted { $0.path < $1.path }
        var library = site.library
        library?.pages = (site.library?.pages ?? []).map { Self.siteFolder + $0 }
        files = PublishedFiles(paths: sorted.map(\.path), library: library) { number in
            let index = sorted[number].index
            return index < 0 ? pages[-1 - index].bytes : site.bytes(index)
        }
    }

    /// A pack that was written.
    package struct Zip {
        package var bytes: [UInt8]
        /// How many files are in it.
        package var files: Int
        /// Those of a pack before that are no part of this one.
        package var removed: [String]
        package var fingerprint: String
    }

    /// The whole pack as a zip file; the same bytes wherever and whenever it is made.
    package func zip(jobs: Int) async throws -> Zip {
        let writer = try ArchiveWriter()
        let hashes = try await add(to: writer, where: { _, _ in true }, jobs: jobs)
        let sums = Manifest(hashes: hashes, library: files.library?.id).sums
        let lists = try add(sums: sums, to: writer)
        return Zip(
            bytes: try writer.finish(), files: hashes.count + lists, removed: [],
            fingerprint: Delivery.fingerprint(of: sums))
    }

    /// A zip file with what differs from a pack before, to be unpacked over it; nil if nothing does.
    ///
    /// - Parameter comments: lines for whoever opens the list of what it changes.
    package func update(from old: OldPack, comments: [String], jobs: Int) async throws -> Zip? {
        let writer = try ArchiveWriter()
        var hashes = try await add(to: writer, where: { old.sums.hashes[$0] != $1 }, jobs: jobs)
        let written = hashes.filter { old.sums.hashes[$0.key] != $0.value }.keys.sorted()
        let before = Set(old.sums.paths).union(old.removed).subtracting([UpdateNote.fileName])
        let removed = before.filter { hashes[$0] == nil }.sorted()
        if written.isEmpty, Set(removed) == Set(old.removed) { return nil }
        let note = UpdateNote(old: old.fingerprint, written: written, removed: removed, comments: comments)
        hashes[UpdateNote.fileName] = Manifest.hash(note.bytes)
        let sums = Manifest(hashes: hashes, library: files.library?.id).sums
        try writer.add(note.bytes, at: UpdateNote.fileName)
        let lists = try add(sums: sums, to: writer)
        return Zip(
            bytes: try writer.finish(), files: written.count + 1 + lists, removed: removed,
            fingerprint: Delivery.fingerprint(of: sums))
    }

    /// Brings a folder to hold the pack; of an older one in it only what changed is written. A signature of an older
    /// one goes.
    package func write(
        to folder: String, options: PublishingOptions = PublishingOptions(), jobs: Int
    ) async throws -> (report: PublishingReport, fingerprint: String) {
        let note = try? readFile(folder + "/" + UpdateNote.fileName)
        var leftovers = note.map { UpdateNote($0).removed } ?? []
        if signer == nil, fileKind(folder + "/" + MinisignSignature.fileName) == .file {
            leftovers.append(MinisignSignature.fileName)
        }
        let report = try await publish(
            files, to: folder, as: .sums, leftovers: leftovers, options: options, jobs: jobs)
        let sums = try readFile(folder + "/" + ManifestForm.sumsName)
        if let signer {
            try replaceFile(folder + "/" + MinisignSignature.fileName, with: try signer.signature(of: sums))
        }
        return (report, Delivery.fingerprint(of: sums))
    }

    /// Adds the list and its signature; gives how many files these are.
    private func add(sums: [UInt8], to writer: ArchiveWriter) throws -> Int {
        try writer.add(sums, at: ManifestForm.sumsName)
        guard let signer else { return 1 }
        try writer.add(try signer.signature(of: sums), at: MinisignSignature.fileName)
        return 2
    }

    /// Makes every file, some at a time, and adds some of them; gives the hashes of all.
    private func add(
        to writer: ArchiveWriter, where isWanted: (_ path: String, _ hash: String) -> Bool, jobs: Int
    ) async throws(ArchiveFailure) -> [String: String] {
        var hashes: [String: String] = [:]
        let files = self.files
        for start in stride(from: 0, to: files.paths.count, by: 256) {
            let made = await (start..<min(start + 256, files.paths.count)).parallelMap(jobs: jobs) { index in
                let bytes = files.bytes(index)
                return (path: files.paths[index], bytes: bytes, hash: Manifest.hash(bytes))
            }
            for file in made {
                hashes[file.path] = file.hash
                if isWanted(file.path, file.hash) { try writer.add(file.bytes, at: file.path) }
            }
        }
        return hashes
    }
}
