import Content
import Site
import Text

/// One of two libraries that are compared, as somebody named it.
package struct ComparedLibrary: Sendable {
    /// A folder, or a revision.
    package var name: String
    package var tree: SourceTree
    /// With its drafts.
    package var library: Library
    /// What is published of it.
    package var site: Site

    /// - Parameter jobs: how many threads read it.
    package init(name: String, planned: PlannedSite, jobs: Int) async {
        (self.name, tree, site) = (name, planned.tree, planned.site)
        // What is wrong with drafts is for `check --drafts` to tell.
        var options = BuildOptions()
        options.includesDrafts = true
        options.jobs = jobs
        library = await readLibrary(planned.tree, options: options)
    }
}

/// Everything that is not the same in two libraries.
package struct LibraryChanges: Sendable {
    package var old: ComparedLibrary
    package var new: ComparedLibrary
    package var records: [RecordChange]
    package var addresses: [AddressChange]
    package var files: [FileChange]

    package init(from old: ComparedLibrary, to new: ComparedLibrary) {
        (self.old, self.new) = (old, new)
        records = changes(from: old.library, to: new.library)
        addresses = addressChanges(from: old.site.plan, to: new.site.plan)
        files = fileChanges(from: old.tree, to: new.tree)
    }

    package var isEmpty: Bool { records.isEmpty && addresses.isEmpty && files.isEmpty }

    /// Whether even the files are the same, byte for byte.
    var areIdentical: Bool { old.tree.files == new.tree.files }
}
