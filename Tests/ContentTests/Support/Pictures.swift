/// Pictures of each format, as small as the format allows: whole as far as their size and end are read.
enum Pictures {
    static func png(_ width: Int, _ height: Int) -> [UInt8] {
        [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + chunk("IHDR", big(width, 4) + big(height, 4) + [8, 0, 0, 0, 0])
            + chunk("IDAT", [1, 2, 3]) + chunk("IEND", [])
    }

    /// - Parameter orientation: of EXIF, with TIFF in the given order of bytes.
    static func jpeg(_ width: Int, _ height: Int, orientation: Int? = nil, isLittleEndian: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + big(4, 2) + [0, 0]
        if let orientation {
            let number = isLittleEndian ? little : big
            let tiff =
                Array((isLittleEndian ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2)
                + number(0x010F, 2) + number(2, 2) + number(1, 4) + number(0, 4)
                + number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
            bytes += [0xFF, 0xE1] + big(8 + tiff.count, 2) + Array("Exif\0\0".utf8) + tiff
        }
        bytes += [0xFF, 0xDB] + big(3, 2) + [0]
        // A fill byte, which is allowed before any marker.
        return bytes + [0xFF, 0xFF, 0xC2] + big(8, 2) + [8] + big(height, 2) + big(width, 2) + [0, 0xFF, 0xD9]
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

    static func extendedWebP(_ width: Int, _ height: Int) -> [UInt8] {
        riff("VP8X", [0x10, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3))
    }

    static func svg(_ attributes: String, _ content: String = "") -> [UInt8] {
        Array("<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)>\(content)</svg>".utf8)
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        big(data.count, 4) + Array(type.utf8) + data + [0, 0, 0, 0]
    }

    private static func riff(_ type: String, _ data: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + little(12 + data.count, 4) + Array("WEBP\(type)".utf8) + little(data.count, 4) + data
    }

    private static func big(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(value >> ($0 * 8) & 0xFF) }
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }
}
