/// The size in the frame header of a JPEG (ITU-T T.81, B.2.2), upright: a photograph that was taken with the
/// camera on its side says so in its EXIF data, and browsers turn it.
func jpegSize(_ bytes: [UInt8]) -> ImageSize? {
    var offset = 2
    var isOnItsSide = false
    while bytes.byte(at: offset) == 0xFF, let marker = bytes.byte(at: offset + 1) {
        switch marker {
        case 0xFF:
            // Any number of fill bytes may stand before a marker.
            offset += 1
            continue
        case 0x01, 0xD0...0xD8:
            offset += 2
            continue
        case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
            let height = bytes.bigEndian(at: offset + 5, count: 2)
            let width = bytes.bigEndian(at: offset + 7, count: 2)
            return isOnItsSide ? ImageSize(checking: height, width) : ImageSize(checking: width, height)
        case 0xE1:
            if let orientation = exifOrientation(bytes, at: offset + 4) { isOnItsSide = orientation >= 5 }
        case 0xD9, 0xDA:
            // The picture begins, or ends, without a frame header.
            return nil
        default: break
        }
        guard let length = bytes.bigEndian(at: offset + 2, count: 2), length >= 2 else { return nil }
        offset += 2 + length
    }
    return nil
}

/// The tag Orientation, 1 to 8, in the first directory of EXIF data (CIPA DC-008, 4.6.4).
private func exifOrientation(_ bytes: [UInt8], at start: Int) -> Int? {
    guard bytes.has("Exif\0\0", at: start) else { return nil }
    let tiff = start + 6
    let isLittleEndian = bytes.has("II", at: tiff)
    guard isLittleEndian || bytes.has("MM", at: tiff) else { return nil }
    func number(_ offset: Int, _ count: Int) -> Int? {
        isLittleEndian
            ? bytes.littleEndian(at: tiff + offset, count: count) : bytes.bigEndian(at: tiff + offset, count: count)
    }
    guard let directory = number(4, 4), let entries = number(directory, 2) else { return nil }
    for entry in 0..<entries {
        let offset = directory + 2 + entry * 12
        guard let tag = number(offset, 2) else { return nil }
        if tag == 0x0112 { return number(offset + 8, 2).flatMap { (1...8).contains($0) ? $0 : nil } }
    }
    return nil
}
