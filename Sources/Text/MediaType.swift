/// The media type (RFC 6838) of a file by the extension of its name; nil if it is not known.
package func mediaType(of path: String) -> String? {
    let name = path.lastPathPart
    return name.lastIndex(of: ".").flatMap { mediaTypes[name[name.index(after: $0)...].lowercased()] }
}

private let mediaTypes = [
    "html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json",
    "xml": "application/xml", "csv": "text/csv", "md": "text/markdown", "txt": "text/plain",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp",
    "gif": "image/gif", "pdf": "application/pdf", "zip": "application/zip", "woff2": "font/woff2",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "epub": "application/epub+zip",
]
