import Content
import Diagnostics
import Foundation
import Text

/// How offices save tables as text.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    /// It holds GBK and GB 2312.
    case gb18030 = "GB18030"
    case big5 = "Big5"

    /// - Parameter name: as people write it, in any case: `gbk`, `utf8`.
    package init?(named name: String) {
        switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
        case "utf8": self = .utf8
        case "utf16", "utf16le", "utf16be", "unicode": self = .utf16
        case "gb18030", "gbk", "gb2312", "cp936", "gb": self = .gb18030
        case "big5", "big5hkscs", "cp950": self = .big5
        default: return nil
        }
    }

    /// A text in UTF-8; nil if the bytes are not in this encoding.
    func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        switch self {
        case .utf8: firstInvalidByte(bytes) == nil ? bytes : nil
        case .utf16: Self.decodedUTF16(bytes)
        // kCFStringEncodingGB_18030_2000 and kCFStringEncodingBig5 as encodings of Foundation.
        case .gb18030: Self.decoded(bytes, 0x8000_0632)
        case .big5: Self.decoded(bytes, 0x8000_0A03)
        }
    }

    /// Only what can be written back byte for byte counts as decoded, and no sign that is private to somebody.
    private static func decoded(_ bytes: [UInt8], _ number: UInt) -> [UInt8]? {
        let encoding = String.Encoding(rawValue: number)
        let data = Data(bytes)
        guard let text = String(data: data, encoding: encoding), text.data(using: encoding) == data,
            !text.unicodeScalars.contains(where: { (0xE000...0xF8FF).contains($0.value) })
        else { return nil }
        return Array(text.utf8)
    }

    /// Little-endian unless a byte order mark, or where the zeros of ASCII stand, says otherwise.
    private static func decodedUTF16(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let hasMark = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
        let isBig = hasMark ? bytes[0] == 0xFE : bytes.firstIndex(of: 0)?.isMultiple(of: 2) ?? false
        let units = stride(from: hasMark ? 2 : 0, to: bytes.count, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBig ? first << 8 | second : second << 8 | first
        }
        return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    }

    // MARK: Finding out

    /// What can be told of the encoding of some bytes.
    enum Finding {
        case known(TextEncoding, [UInt8])
        /// A line of the file, read in different ways.
        case unsure([(encoding: TextEncoding, beginning: String)])
        /// Nothing that is read here; where UTF-8 breaks off.
        case none
    }

    /// Which encoding it is. Bytes that are not UTF-8 are taken for GB18030 only if most of their characters are
    /// common: those of Big5, Shift-JIS or Latin-1 would be rare ones.
    static func find(_ bytes: [UInt8]) -> Finding {
        let hasMark = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
        if hasMark || seemsUTF16(bytes), let text = utf16.decoded(bytes) { return .known(.utf16, text) }
        guard let offset = firstInvalidByte(bytes) else { return .known(.utf8, bytes) }
        // Han in UTF-8 before the first bad byte: the file was put together of two.
        if bytes[..<offset].contains(where: { (0xE3...0xE9).contains($0) }) { return .none }
        let readings = [gb18030, big5].compactMap { encoding in encoding.decoded(bytes).map { (encoding, $0) } }
        if let (_, text) = readings.first(where: { $0.0 == .gb18030 }), isCommonGB(bytes) {
            return .known(.gb18030, text)
        }
        // The first line that is not the same in all of them.
        let beginnings = readings.map { encoding, text in
            (encoding, lines(of: String(decoding: text, as: UTF8.self)).first { $0.utf8.contains { $0 >= 0x80 } } ?? "")
        }
        return beginnings.isEmpty ? .none : .unsure(beginnings)
    }

    /// Whether three of four characters are signs or of the first level of GB 2312, which is all that most texts use. It is
    /// in the order of pinyin: Chinese has characters of its second half, from S on, where EUC-KR has no Hangul.
    private static func isCommonGB(_ bytes: [UInt8]) -> Bool {
        var (common, all, han, late, index) = (0, 0, 0, 0, 0)
        while index < bytes.count {
            guard bytes[index] >= 0x80, index + 1 < bytes.count else {
                index += 1
                continue
            }
            let (lead, trail) = (bytes[index], bytes[index + 1])
            all += 1
            if trail >= 0xA1, (0xA1...0xA3).contains(lead) || (0xB0...0xD7).contains(lead) { common += 1 }
            if (0xB0...0xD7).contains(lead) { han += 1 }
            if (0xC9...0xD7).contains(lead) { late += 1 }
            index += trail < 0x40 ? 4 : 2
        }
        return common * 4 >= all * 3 && (late > 0 || han < 24)
    }
}
