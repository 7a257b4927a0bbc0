import Diagnostics
import Text

/// The files that people put beside records, by the ends of their names.
enum AttachedFiles {
    /// Files that may stand beside records and are published as they are.
    private static let published: Set<String> = ["png", "jpg", "jpeg", "webp", "gif", "svg", "pdf"]

    /// Pictures that some browsers do not show.
    private static let otherPictures: Set<String> = [
        "heic", "heif", "avif", "bmp", "tif", "tiff", "jfif", "jxl", "psd", "ico",
    ]

    /// Documents of offices: those that `import` reads, and those that have to be saved as one of them.
    private static let imported: Set<String> = ["docx", "xlsx", "xls"]
    private static let otherTexts: Set<String> = [
        "doc", "wps", "wpt", "rtf", "odt", "docm", "dot", "dotx", "uot",
    ]
    private static let otherTables: Set<String> = ["et", "ett", "ods", "xlsm", "xlsb", "uos"]

    static func isPublished(_ path: String) -> Bool { published.contains(fileExtension(path)) }

    /// What to do about a file in `content/` that no reader takes.
    static func hint(forFile path: String) -> Diagnostic.Hint {
        let (name, ending) = (path.lastPathPart, fileExtension(path))
        if ending == "txt", ["md", "csv", "yaml"].contains(fileExtension(String(name.dropLast(4)))) {
            // Editors of plain text save `weekly.md` as `weekly.md.txt`.
            return .removeTextEnding(String(name.dropLast(4)))
        }
        let folder = path.pathParts.dropFirst().first.map(String.init) ?? ""
        let rows = ["metrics": "observation", "cases": "case"][folder] ?? "practice"
        if imported.contains(ending) { return .importFile(name: name, kind: rows) }
        if let format = format(for: ending) {
            return .saveAndImportFile(format: "." + format, name: name.dropLast(ending.count) + format, kind: rows)
        }
        return otherPictures.contains(ending) ? .picturesOfLibrary : .filesOfLibrary
    }

    /// What to do about a link to a file that a site does not show; nil for any other.
    static func hint(forLinkTo path: String) -> Diagnostic.Hint? {
        let ending = fileExtension(path)
        if otherPictures.contains(ending) { return .picturesOfLibrary }
        return imported.contains(ending) || format(for: ending) != nil ? .saveAsPDF : nil
    }

    /// What a document that `import` does not read has to be saved as; nil if it is none.
    private static func format(for ending: String) -> String? {
        otherTexts.contains(ending) ? "docx" : otherTables.contains(ending) ? "xlsx" : nil
    }
}
