/// The files that people put beside records, by the ends of their names.
enum AttachedFiles {
    /// Files that may stand beside records and are published as they are.
    static let published: Set<String> = ["png", "jpg", "jpeg", "webp", "gif", "svg", "pdf"]

    /// Pictures that some browsers do not show.
    static let otherPictures: Set<String> = [
        "heic", "heif", "avif", "bmp", "tif", "tiff", "jfif", "jxl", "psd", "ico",
    ]

    /// Documents of offices: those that `import` reads, and those that have to be saved as one of them.
    static let imported: Set<String> = ["docx", "xlsx", "xls"]
    static let otherDocuments: Set<String> = [
        "doc", "wps", "wpt", "et", "ett", "rtf", "odt", "ods", "docm", "xlsm", "xlsb", "dot", "dotx", "uot", "uos",
    ]
}
