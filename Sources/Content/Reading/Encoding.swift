import Diagnostics

/// Whether a file is UTF-8; if not, says so with the place of the first broken byte.
///
/// GBK is told from other encodings by its shape: bytes above 0x80 come in pairs.
package func checkEncoding(_ bytes: [UInt8], path: String, diagnostics: inout [Diagnostic]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        diagnostics.append(
            Diagnostic(
                .invalidEncoding, "the file is UTF-16, not UTF-8 (byte 0 begins a UTF-16 byte order mark)",
                at: SourceSpan(path: path, range: 0..<2), hint: "save it again as UTF-8"))
        return false
    }
    guard let offset = firstInvalidByte(bytes) else { return true }
    // Whoever has written a Han character in UTF-8 is not writing GBK.
    let isGBK = !bytes[..<offset].contains { $0 >= 0xE3 && $0 <= 0xE9 } && looksLikeGBK(bytes)
    let byte = String(bytes[offset], radix: 16, uppercase: true)
    diagnostics.append(
        Diagnostic(
            .invalidEncoding,
            "the file is not UTF-8\(isGBK ? " but looks like GBK" : ""): byte \(offset) is 0x\(byte)",
            at: SourceSpan(path: path, range: offset..<offset + 1),
            hint: isGBK
                ? "save it again as UTF-8, or run: iconv -f GBK -t UTF-8" : "save it again as UTF-8"))
    return false
}

/// The offset of the first byte that is not well-formed UTF-8 (Unicode 16, table 3-7), in a part of a file or in
/// the whole.
func firstInvalidByte(_ bytes: [UInt8], in part: Range<Int>? = nil) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
        var index = part?.lowerBound ?? 0
        let end = part?.upperBound ?? buffer.count
        let raw = UnsafeRawBufferPointer(buffer)
        while index < end {
            while index + 8 <= end,
                raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
            }
            guard index < end else { return nil }
            let lead = buffer[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: length = 4
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return index
            }
            guard index + length <= end, second.contains(buffer[index + 1]) else { return index }
            for offset in 2..<max(length, 2) where buffer[index + offset] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }
}

private func looksLikeGBK(_ bytes: [UInt8]) -> Bool {
    var index = 0
    var pairs = 0
    while index < bytes.count {
        guard bytes[index] >= 0x80 else {
            index += 1
            continue
        }
        guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count,
            (0x40...0xFE).contains(bytes[index + 1]), bytes[index + 1] != 0x7F
        else { return false }
        pairs += 1
        index += 2
    }
    return pairs > 0
}

/// How many bytes a UTF-8 byte order mark takes at the start, 0 or 3.
func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}
