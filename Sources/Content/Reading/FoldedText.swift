import Text

extension YAMLSource {
    /// The text of a scalar as Chinese has it: where YAML made a space of a line end between two Chinese characters, there is
    /// none; line ends at the end of a block are left out.
    ///
    /// - Parameter span: where the scalar stands.
    func text(of value: String, at span: SourceSpan) -> String {
        var value = value
        while value.utf8.last == UInt8(ascii: "\n") { value.removeLast() }
        guard value.utf8.contains(UInt8(ascii: " ")), verbatimOffset(of: value, in: span) == nil else { return value }
        return joined(Array(value.utf8), from: span.range.lowerBound - offset) ?? value
    }

    /// Goes through the value and its source side by side; nil where they differ by more than line ends, since something is
    /// escaped.
    private func joined(_ value: [UInt8], from start: Int) -> String? {
        let bytes = text.bytes
        guard start < bytes.count else { return nil }
        var place = start
        switch bytes[place] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): place += 1
        case UInt8(ascii: ">"):
            place = bytes[place...].firstIndex(where: \.isLineBreak) ?? bytes.count
            skipSpace(&place)
        default: break
        }
        var result: [UInt8] = []
        var index = 0
        while index < value.count {
            let hasBreak = breaksLine(at: place)
            if hasBreak, value[index] == UInt8(ascii: " ") || value[index] == UInt8(ascii: "\n") {
                skipSpace(&place)
                let lineEnds = value[index...].prefix { $0 == UInt8(ascii: "\n") }.count
                result += value[index..<index + max(lineEnds, 1)]
                if lineEnds == 0, result.dropLast().joinsLine(before: value[(index + 1)...]) { result.removeLast() }
                index += max(lineEnds, 1)
                continue
            }
            guard place < bytes.count, bytes[place] == value[index] else { return nil }
            result.append(value[index])
            (place, index) = (place + 1, index + 1)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether only white space stands between a place and the end of its line.
    private func breaksLine(at place: Int) -> Bool {
        let rest = text.bytes[min(place, text.bytes.count)...].drop { $0 == 0x20 || $0 == 0x09 }
        return rest.first?.isLineBreak == true
    }

    private func skipSpace(_ place: inout Int) {
        while place < text.bytes.count,
            text.bytes[place].isLineBreak || text.bytes[place] == 0x20 || text.bytes[place] == 0x09
        {
            place += 1
        }
    }
}

extension UInt8 {
    fileprivate var isLineBreak: Bool { self == 0x0A || self == 0x0D }
}
