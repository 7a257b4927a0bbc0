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

extension PictureFile {
    /// Takes from EXIF data how the picture must be turned, and leaves out all else that they say.
    ///
    /// - Parameters:
    ///   - content: the data, which stand in a part of the file.
    ///   - signature: what the format has before them.
    ///   - part: gives the part of the format that holds some data.
    mutating func keepOrientation(
        _ bytes: [UInt8], in content: Range<Int>, after signature: [UInt8] = [], of range: Range<Int>,
        part: ([UInt8]) -> [UInt8]
    ) {
        orientation = Exif.orientation(bytes, in: content)
        let data = signature + Exif.data(orientation: orientation)
        if orientation == 1 {
            drop(range)
        } else if bytes[content].elementsEqual(data) {
            keep(range)
        } else {
            replace(range, with: part(data))
        }
    }
}

func bigEndian(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

func littleEndian(_ value: Int, _ count: Int) -> [UInt8] { bigEndian(value, count).reversed() }
