/// A picture of dots, cut into the parts that its format is made of.
///
/// What is published is the same picture without what it tells beside itself: where and with which camera it was
/// taken, who edited it, small copies of what was cut away. Its dots are not touched.
struct PictureFile {
    /// A part as it stands in the file, and what is published of it.
    struct Part: Equatable {
        var range: Range<Int>
        /// Nil for the part as it is, empty for nothing.
        var replacement: [UInt8]?
    }

    /// In the order of the file. Between two there is nothing; what stands behind the last is no part of the picture.
    var parts: [Part] = []
    /// As the dots are stored.
    var stored: ImageSize?
    /// How it must be turned to stand upright, 1 to 8 (CIPA DC-008, 4.6.4). Browsers turn it by themselves.
    var orientation = 1

    /// The width and height it is shown with.
    var size: ImageSize? {
        guard let stored, orientation >= 5 else { return stored }
        return ImageSize(width: stored.height, height: stored.width)
    }

    mutating func keep(_ range: Range<Int>) { parts.append(Part(range: range)) }
    mutating func drop(_ range: Range<Int>) { replace(range, with: []) }
    mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
        parts.append(Part(range: range, replacement: bytes))
    }

    /// The file as it is published; the very same bytes where there is nothing to leave out.
    func published(_ bytes: [UInt8]) -> [UInt8] {
        if parts.allSatisfy({ $0.replacement == nil }), parts.last?.range.upperBound == bytes.count { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for part in parts {
            if let replacement = part.replacement { result += replacement } else { result += bytes[part.range] }
        }
        return result
    }
}
