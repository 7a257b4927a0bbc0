import Text

/// Where the files of a library lie, relative to its folder. A table or registry has its own path with its type.
package enum LibraryPath {
    /// Records, tables and the files that pages lead to; a site has the same folders.
    package static let content = SourceTree.contentFolder + "/"
    /// Sources, each in a folder of its own.
    package static let seeds = SourceTree.seedsFolder + "/"
    /// What a library has instead of the program’s own templates, texts and assets.
    package static let templates = SourceTree.templatesFolder + "/"

    package static let metrics = content + "metrics/"
    static let plans = content + "plans/"

    /// The file of a record in the default language by what corrections call it: `content/topics/lifts.md` of `topics/lifts`.
    package static func record(_ address: String) -> String { content + address + ".md" }

    /// The same path without the folder of all content: `topics/lifts.md` of `content/topics/lifts.md`.
    package static func belowContent(_ path: String) -> String { String(path.dropFirst(content.count)) }
}

extension RecordKind {
    /// The folder with the records of a kind, `content/topics/`; the home page lies in none.
    package var contentFolder: String { LibraryPath.content + folder + "/" }
}
