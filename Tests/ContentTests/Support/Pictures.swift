@testable import Content

/// Pictures of each format, as small as the format allows: whole as far as their parts are read.
enum Pictures {
    /// - Parameter extra: chunks between the head and the dots.
    static func png(_ width: Int, _ height: Int, _ extra: (type: String, data: [UInt8])...) -> [UInt8] {
        [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + chunk("IHDR", big(width, 4) + big(height, 4) + [8, 0, 0, 0, 0])
            + extra.flatMap { chunk($0.type, $0.data) } + chunk("IDAT", [0x78, 0x9C, 3]) + chunk("IEND", [])
    }

    /// - Parameters:
    ///   - orientation: of EXIF, with TIFF in the given order of bytes.
    ///   - extra: segments of applications and comments behind it.
    static func jpeg(
        _ width: Int, _ height: Int, orientation: Int? = nil, isLittleEndian: Bool = false,
        _ extra: (marker: UInt8, data: [UInt8])...
    ) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
        if let orientation {
            bytes += segment(
                0xE1, Array("Exif\0\0".utf8) + tiff(orientation: orientation, isLittleEndian: isLittleEndian))
        }
        for (marker, data) in extra { bytes += segment(marker, data) }
        bytes += segment(0xDB, [0])
        // A fill byte, which is allowed before any marker.
        bytes += [0xFF] + segment(0xC2, [8] + big(height, 2) + big(width, 2) + [0])
        // In the dots FF is followed by 00, or by the number of a restart.
        return bytes + segment(0xDA, [0]) + [1, 0xFF, 0, 2, 0xFF, 0xD0, 3, 0xFF, 0xD9]
    }

    /// The directory of EXIF data: a camera, an orientation, a position.
    static func tiff(orientation: Int, isLittleEndian: Bool = false) -> [UInt8] {
        let number = isLittleEndian ? little : big
        return Array((isLittleEndian ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(3, 2)
            + number(0x010F, 2) + number(2, 2) + number(1, 4) + number(0, 4)
            + number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
            + number(0x8825, 2) + number(4, 2) + number(1, 4) + number(60, 4) + number(0, 4)
            + Array("N30.2741,E120.1551".utf8)
    }

    static func gif(_ width: Int, _ height: Int) -> [UInt8] {
        Array("GIF89a".utf8) + little(width, 2) + little(height, 2) + [0, 0, 0, 0x3B]
    }

    static func lossyWebP(_ width: Int, _ height: Int) -> [UInt8] {
        // The two upper bits of each are the scale that a player may apply.
        riff("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A] + little(width | 0x4000, 2) + little(height | 0x8000, 2))
    }

    static func losslessWebP(_ width: Int, _ height: Int) -> [UInt8] {
        riff("VP8L", [0x2F] + little(width - 1 | (height - 1) << 14 | 1 << 28, 4))
    }

    /// - Parameter extra: chunks behind the dots, with the flags of the extended head that tell of them.
    static func extendedWebP(
        _ width: Int, _ height: Int, flags: UInt8 = 0x10, _ extra: (type: String, data: [UInt8])...
    ) -> [UInt8] {
        let dots = riffChunk("VP8L", [0x2F] + little(width - 1 | (height - 1) << 14, 4))
        return riff(
            "VP8X", [flags, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3),
            then: dots + extra.flatMap { riffChunk($0.type, $0.data) })
    }

    static func svg(_ attributes: String, _ content: String = "") -> [UInt8] {
        Array("<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)>\(content)</svg>".utf8)
    }

    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return big(data.count, 4) + body + big(Int(crc32(body[...])), 4)
    }

    static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] { [0xFF, marker] + big(data.count + 2, 2) + data }

    private static func riffChunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        Array(type.utf8) + little(data.count, 4) + data + (data.count.isMultiple(of: 2) ? [] : [0])
    }

    private static func riff(_ type: String, _ data: [UInt8], then rest: [UInt8] = []) -> [UInt8] {
        let chunks = riffChunk(type, data) + rest
        return Array("RIFF".utf8) + little(4 + chunks.count, 4) + Array("WEBP".utf8) + chunks
    }

    private static func big(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(value >> ($0 * 8) & 0xFF) }
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }
}
