/// The files to publish: their paths, of files beside pages those first that others name; and the bytes of each when its turn comes, so that a large site never
/// has to be in memory as a whole.
package struct PublishedFiles: Sendable {
    package var paths: [String]
    package var hasDrafts: Bool
    package var library: LibraryMark?
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
    /// Ids that it had before.
    package var former: [String]

    package init(id: String, former: [String] = []) {
        (self.id, self.former) = (id, former)
    }

    func owns(_ manifest: Manifest) -> Bool {
        manifest.library.map { $0 == id || former.contains($0) } ?? true
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
