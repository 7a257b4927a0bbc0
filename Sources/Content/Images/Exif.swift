import Text

/// The tag Orientation of EXIF data (CIPA DC-008), which is all of it that a picture needs to be shown.
enum Exif {
    static let signature = Array("Exif\0\0".utf8)

    /// How the picture must be turned, in the first directory of TIFF data; 1 where it does not say.
    ///
    /// - Parameter range: from the order of bytes, or from the signature before it, which some programs write.
    static func orientation(_ bytes: [UInt8], in range: Range<Int>) -> Int {
        let start = bytes[range].starts(with: signature) ? range.lowerBound + signature.count : range.lowerBound
        let isLittleEndian = bytes.has("II", at: start)
        guard isLittleEndian || bytes.has("MM", at: start) else { return 1 }
        func number(_ offset: Int, _ count: Int) -> Int? {
            let place = start + offset
            guard place + count <= range.upperBound else { return nil }
            return isLittleEndian
                ? bytes.littleEndian(at: place, count: count) : bytes.bigEndian(at: place, count: count)
        }
        guard let directory = number(4, 4), let entries = number(directory, 2) else { return 1 }
        for entry in 0..<entries {
            let offset = directory + 2 + entry * 12
            guard let tag = number(offset, 2) else { return 1 }
            if tag == 0x0112 { return number(offset + 8, 2).flatMap { (1...8).contains($0) ? $0 : nil } ?? 1 }
        }
        return 1
    }

    /// TIFF data with this tag alone.
    static func data(orientation: Int) -> [UInt8] {
        Array("MM".utf8) + bigEndian(42, 2) + bigEndian(8, 4) + bigEndian(1, 2)
            + bigEndian(0x0112, 2) + bigEndian(3, 2) + bigEndian(1, 4) + bigEndian(orientation, 2) + bigEndian(0, 2)
            + bigEndian(0, 4)
    }
}

func bigEndian(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

func littleEndian(_ value: Int, _ count: Int) -> [UInt8] { bigEndian(value, count).reversed() }
