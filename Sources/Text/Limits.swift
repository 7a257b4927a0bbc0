/// What the program reads at most, in one place: docs/limits.md is the same list for people.
///
/// Every reader costs its own length, so a limit stands only where something could still grow faster than what was
/// written, or fill the memory. Each is far above what a library needs; whoever meets one is told the limit and the place.
package enum Limits {
    // MARK: Sizes, in bytes

    /// A text of a library that is read as a whole: a record, settings, a template.
    package static let textBytes = 8 << 20
    /// A table of figures or tasks, which is read row by row.
    package static let tableBytes = 256 << 20
    /// A picture or document that is published as it is.
    package static let attachedBytes = 256 << 20
    /// An SVG, which is read tag by tag.
    package static let svgBytes = 16 << 20
    /// A file that somebody sent, given to `import`, and an original for `check --originals`.
    package static let sentBytes = 64 << 20

    /// The most bytes a file of a library may have, by its path.
    package static func bytes(of path: String) -> Int {
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return textBytes }
        return switch path[path.utf8.index(after: dot)...].lowercased() {
        case "csv": tableBytes
        case "svg": svgBytes
        case "png", "jpg", "jpeg", "webp", "gif", "pdf", "woff2", "woff": attachedBytes
        default: textBytes
        }
    }

    // MARK: Nesting

    /// Brackets and levels of indentation in YAML: libyaml and Yams call themselves once a level.
    package static let yamlLevels = 64
    /// Lists and quotes within each other in a Markdown text: libcmark looks at all of them for each line.
    package static let blockLevels = 100
    /// `![` in a paragraph that no `]` closes yet: libcmark looks at all of them for each link.
    package static let openImages = 1_000
    /// Sections and partials within each other in templates.
    package static let templateLevels = 64
    /// Elements within each other in office documents.
    package static let xmlLevels = 256

    // MARK: Counts

    /// Languages of a library: every text may have each of them.
    package static let languages = 64
    /// Columns of a table.
    package static let columns = 1_000
    /// Bytes of the first row of a table.
    package static let headerBytes = 64 << 10
    /// Bytes of any other row: mostly one with a quotation mark that does not close.
    package static let rowBytes = 1 << 20
    /// Keys of mappings and items of lists in one YAML text: each becomes an object with its place.
    package static let yamlEntries = 50_000
    /// Aliases of a YAML text, which are refused one by one below it.
    package static let yamlAliases = 8
    /// Unknown names of one kind that a name like them is looked for, in one part of the checks.
    package static let suggestions = 1_000
    /// Sentences of a field of an original and of its last version together, up to which their order is compared.
    package static let comparedSentences = 4_000
    /// Problems of one kind in one file that are shown as text; the rest is counted, and listed in the other formats.
    package static let shownProblems = 1_000
    /// Characters of a word for which a like one is looked for.
    package static let suggestedLength = 200

    // MARK: Expansion

    /// Tags of a template with its partials, each time they are included.
    package static let templateTags = 100_000
    /// Readings by libcmark of a text with tables and footnotes, each of which changes what follows it.
    package static let markdownReadings = 24
    /// Empty cells that fill up the short rows of one table; the limit of cmark-gfm.
    package static let filledCells = 0x80000
    /// Cells of a workbook or document with something in them, and merged ranges.
    package static let officeCells = 500_000
    package static let officeMerges = 50_000
    /// Sheets of a workbook from before 2007.
    package static let officeSheets = 1_000
    /// Bytes of all texts of one table of a workbook or document.
    package static let officeTextBytes = 256 << 20
    /// Characters of a text that a sentence of the program repeats.
    package static let quotedLength = 400
}

/// A size in whole megabytes, rounded up so that what is over a limit never seems to be at it.
package func megabytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
