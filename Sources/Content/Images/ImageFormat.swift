import Text

/// The formats of pictures that every browser shows.
package enum ImageFormat: String, Sendable, CaseIterable {
    case png = "PNG"
    case jpeg = "JPEG"
    case webp = "WebP"
    case gif = "GIF"
    case svg = "SVG"

    /// The format that the name of a file promises; nil if it is no picture.
    package init?(path: String) {
        switch fileExtension(path) {
        case "png": self = .png
        case "jpg", "jpeg": self = .jpeg
        case "webp": self = .webp
        case "gif": self = .gif
        case "svg": self = .svg
        default: return nil
        }
    }

    /// The format that the first bytes show; nil for an SVG, which is a text, and for anything else.
    init?(signatureOf bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
            self = .webp
        } else if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) {
            self = .gif
        } else {
            return nil
        }
    }

    /// A picture of dots; nil if the file is broken. An SVG is read by ``SVGImage``.
    func picture(_ bytes: [UInt8]) -> PictureFile? {
        guard ImageFormat(signatureOf: bytes) == self else { return nil }
        return switch self {
        case .png: PictureFile(png: bytes)
        case .jpeg: PictureFile(jpeg: bytes)
        case .webp: PictureFile(webp: bytes)
        case .gif: PictureFile(gif: bytes)
        case .svg: nil
        }
    }

    func size(of bytes: [UInt8]) -> ImageSize? { picture(bytes)?.size }

    /// A picture of dots without what it tells beside itself; any other file as it is.
    package static func published(_ bytes: [UInt8], path: String) -> [UInt8] {
        ImageFormat(path: path)?.picture(bytes)?.published(bytes) ?? bytes
    }

    /// The format that the first bytes show, as people call it, whether browsers show it or not.
    static func name(signatureOf bytes: [UInt8]) -> String? {
        if let format = ImageFormat(signatureOf: bytes) { return format.rawValue }
        if bytes.starts(with: "BM".utf8) { return "BMP" }
        if bytes.has("II*\0", at: 0) || bytes.has("MM\0*", at: 0) { return "TIFF" }
        guard bytes.has("ftyp", at: 4) else { return nil }
        if bytes.has("avi", at: 8) { return "AVIF" }
        return ["hei", "hev", "mif", "msf"].contains { bytes.has($0, at: 8) } ? "HEIC" : nil
    }
}
