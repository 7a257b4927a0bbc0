/// Reads RFC 4180 as strictly as it is written: a comma parts fields, CR LF ends rows, quotation marks are
/// doubled inside quotation marks and stand nowhere else. Nil if a text is anything else.
enum CSVReader {
    static func rows(_ bytes: some Collection<UInt8>) -> [[String]]? {
        var rows: [[String]] = []
        var row: [String] = []
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            guard let field = field(&rest) else { return nil }
            row.append(String(decoding: field, as: UTF8.self))
            if rest.popFirst() == UInt8(ascii: ",") { continue }
            guard rest.popFirst() == 0x0A else { return nil }
            rows.append(row)
            row = []
        }
        return row.isEmpty ? rows : nil
    }

    private static func field(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        let mark = UInt8(ascii: "\"")
        guard rest.first == mark else {
            let end = rest.firstIndex { [UInt8(ascii: ","), mark, 0x0A, 0x0D].contains($0) }
            guard let end, rest[end] == UInt8(ascii: ",") || rest[end] == 0x0D else { return nil }
            defer { rest = rest[end...] }
            return Array(rest[..<end])
        }
        var field: [UInt8] = []
        rest.removeFirst()
        while let byte = rest.popFirst() {
            if byte != mark {
                field.append(byte)
            } else if rest.first == mark {
                field.append(rest.removeFirst())
            } else {
                return rest.first == UInt8(ascii: ",") || rest.first == 0x0D ? field : nil
            }
        }
        return nil
    }
}
