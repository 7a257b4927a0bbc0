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

    /// The size of a picture of dots; nil if the file is broken. An SVG is read by ``SVGImage``.
    func size(of bytes: [UInt8]) -> ImageSize? {
        guard ImageFormat(signatureOf: bytes) == self else { return nil }
        return switch self {
        case .png: pngSize(bytes)
        case .jpeg: jpegSize(bytes)
        case .webp: webpSize(bytes)
        case .gif: gifSize(bytes)
        case .svg: nil
        }
    }
}
