/// The files to publish: their paths, in which a file comes before those that name it, and the bytes of each when its turn comes, so that
/// a large site never has to be in memory as a whole.
package struct PublishedFiles: Sendable {
    package var paths: [String]
    package var hasDrafts: Bool
    package var library: LibraryMark?
    /// What they are made from; nil if nobody asks.
    package var origin: SiteOrigin?
    /// The bytes of the file at an index of `paths`. May be called from any thread.
    package var bytes: @Sendable (Int) -> [UInt8]

    package init(
        paths: [String], hasDrafts: Bool = false, library: LibraryMark? = nil,
        bytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        (self.paths, self.hasDrafts, self.library, self.bytes) = (paths, hasDrafts, library, bytes)
    }
}

/// By what a library knows the folders that are its own.
package struct LibraryMark: Sendable, Equatable {
    /// Stands in the manifest.
    package var id: String
    /// The id that is made of its titles, which stands for one of its own while it has none.
    package var derivedID: String?
    /// The pages that no library of the same title has too: those of its practices and cases.
    package var pages: [String]

    package init(id: String, derivedID: String? = nil, pages: [String] = []) {
        (self.id, self.derivedID, self.pages) = (id, derivedID, pages)
    }

    /// Whether what has an id in it is its own, where nothing else tells.
    package func owns(id theirs: String) -> Bool { theirs == id || theirs == derivedID }

    /// Whether a folder is its own: by its id; by its titles only if one of its pages is there, or if nobody has such
    /// pages there.
    package func owns(_ manifest: Manifest) -> Bool {
        guard let theirs = manifest.library else { return true }
        guard theirs == derivedID else { return theirs == id }
        guard !pages.contains(where: manifest.contains) else { return true }
        // The folder of a practice is that of its place, which libraries may share.
        let folders = Set(pages.compactMap { $0.parentFolder?.parentFolder })
        return !manifest.paths.contains { $0.parentFolders.contains(where: folders.contains) }
    }
}

/// What whoever publishes allows or asks for.
package struct PublishingOptions: Sendable {
    /// The folder may have been published by another library.
    package var takesOver = false
    /// Files of ours that somebody has changed are replaced and removed.
    package var force = false
    /// Everything is on the disk before it is shown.
    package var syncs = true
    /// A file of the library that changed while it was read; asked when everything has been made and nothing is shown.
    package var changedSource: @Sendable () -> String? = { nil }

    package init() {}
}
