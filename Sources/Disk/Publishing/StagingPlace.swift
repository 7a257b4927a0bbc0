import CDisk
import Foundation
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where a site is made before it is shown: beside its folder, where the two can be exchanged in one step, or, where
/// the system or the rights do not allow that, in the folder itself.
///
///     .exemplar-staging.public/
///       ours.json   what in it is ours, so that whatever else there is survives a build that dies
///       site/       the site, or after the exchange the folder that was shown before
struct StagingPlace: Sendable {
    let path: String
    let form: ManifestForm
    /// Whether the site in it can be exchanged with the folder.
    let canExchange: Bool

    static let name = ".exemplar-staging"
    private static let journalName = "ours.json"
    private static let newJournalName = journalName + ".new"
    private static let probeNames = ["other", "link"]

    /// What a later build has to know if this one dies.
    struct Journal: Codable, Equatable {
        /// The paths of files of ours, old and new.
        var ours: [String]
        /// Other people’s files that have a second name in the staged site for a while, with their inodes.
        var linked: [String: UInt64] = [:]
    }

    private init(path: String, form: ManifestForm, canExchange: Bool) {
        (self.path, self.form, self.canExchange) = (path, form, canExchange)
    }

    /// The places that an earlier build may have used.
    static func all(for folder: OutputFolder) -> [StagingPlace] {
        [beside(folder), within(folder)].compactMap(\.self)
    }

    static func within(_ folder: OutputFolder) -> StagingPlace {
        StagingPlace(path: folder.full(name), form: folder.form, canExchange: false)
    }

    /// Nil for a folder without a name, such as the root.
    static func beside(_ folder: OutputFolder) -> StagingPlace? {
        guard let real = realPath(folder.path), real != "/", let slash = real.lastIndex(of: "/") else { return nil }
        return StagingPlace(
            path: "\(real[..<slash])/\(name).\(real[real.index(after: slash)...])", form: folder.form,
            canExchange: true)
    }

    var site: OutputFolder { OutputFolder(path: path + "/site", form: form) }

    private var container: OutputFolder { OutputFolder(path: path) }

    /// Makes the place, or leaves nothing: where it cannot be made, or where the system cannot exchange and link there.
    func begin(_ journal: Journal) throws(PublishingError) {
        guard mkdir(path, 0o755) == 0 else { throw container.failure(.makeFolder, path) }
        do throws(PublishingError) {
            try write(journal)
            try site.makeFolder("")
            if canExchange { try probe() }
        } catch {
            remove()
            throw error
        }
    }

    /// Exchanges two folders and gives a file a second name, to see whether that can be done.
    private func probe() throws(PublishingError) {
        let (folder, file) = (path + "/" + Self.probeNames[0], path + "/" + Self.probeNames[1])
        defer {
            unlink(file)
            rmdir(folder)
        }
        guard
            mkdir(folder, 0o755) == 0 && exemplar_exchange(site.path, folder) == 0
                && link(path + "/" + Self.journalName, file) == 0
        else { throw container.failure(.write, path) }
    }

    func write(_ journal: Journal) throws(PublishingError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let aside = Self.newJournalName
        guard let bytes = try? encoder.encode(journal) else { throw container.failure(.write, container.full(aside)) }
        unlink(container.full(aside))
        try container.create(relative: aside, Array(bytes))
        try container.take(aside, from: container, as: Self.journalName)
    }

    /// What a build that died has left; nil if there is nothing, or nothing of ours.
    private var journal: Journal? {
        guard isFolder, let bytes = (try? container.contents(of: Self.journalName)) ?? nil else { return nil }
        return try? JSONDecoder().decode(Journal.self, from: Data(bytes))
    }

    /// What is at the place that we did not put there; nil if it is free or ours.
    var foreignEntry: String? {
        guard isFolder else { return fileKind(path) == nil ? nil : path.lastPathPart }
        guard journal == nil, let name = (try? container.entries())??.first else { return nil }
        return path.lastPathPart + "/" + name
    }

    private var isFolder: Bool {
        var status = stat()
        return lstat(path, &status) == 0 && FileKind(status) == .folder
    }

    /// Removes what is left of a build, ours; what others have put into the folder while it was being exchanged goes
    /// to its place in the folder that is shown.
    func clear(into folder: OutputFolder) throws(PublishingError) {
        guard let journal else {
            // A build may have died before its journal had its name.
            if isFolder, try container.entries() == [Self.newJournalName] { unlink(path + "/" + Self.newJournalName) }
            rmdir(path)
            return
        }
        let ours = Set(journal.ours).union([form.fileName, form.uncertainName])
        try clear("", ours: ours, linked: journal.linked, into: folder)
        remove()
    }

    private func clear(
        _ relative: String, ours: Set<String>, linked: [String: UInt64], into folder: OutputFolder
    ) throws(PublishingError) {
        let here = relative.isEmpty ? site : OutputFolder(path: site.full(relative))
        for name in try here.entries() ?? [] {
            let child = relative.isEmpty ? name : relative + "/" + name
            if site.standing(at: child) == .folder {
                try clear(child, ours: ours, linked: linked, into: folder)
            } else if ours.contains(child) || name.hasSuffix(OutputFolder.asideSuffix)
                || isKept(child, linked: linked, in: folder)
            {
                guard unlink(site.full(child)) == 0 || errno == ENOENT else {
                    throw site.failure(.remove, site.full(child))
                }
            } else {
                if let parent = child.parentFolder { try folder.makeFolder(parent) }
                try folder.take(child, from: site)
            }
        }
        rmdir(here.path)
    }

    /// Whether another's file in the staged site is but a second name, or has been replaced in the folder since.
    private func isKept(_ path: String, linked: [String: UInt64], in folder: OutputFolder) -> Bool {
        guard let inode = site.inode(of: path) else { return true }
        guard let there = folder.inode(of: path) else { return linked[path] == inode }
        return there == inode || linked[path] == inode || linked[path] != there
    }

    private func remove() {
        rmdir(site.path)
        for name in Self.probeNames {
            unlink(path + "/" + name)
            rmdir(path + "/" + name)
        }
        guard rmdir(site.path) == 0 || errno == ENOENT else { return }
        unlink(path + "/" + Self.journalName)
        unlink(path + "/" + Self.newJournalName)
        rmdir(path)
    }
}
