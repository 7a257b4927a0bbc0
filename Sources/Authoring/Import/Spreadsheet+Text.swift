import Content
import Diagnostics
import Text

extension Spreadsheet {
    /// Reads rows that commas, tabs or semicolons part.
    mutating func readText(_ bytes: [UInt8], _ options: Options) throws(Refusal) {
        file.bytes = try text(of: bytes, options.encoding)
        if file.bytes.contains(0) { throw .told(.isNoText(file.path).suggesting(.importTable)) }
        let start = byteOrderMarkLength(file.bytes)
        // Systems export pages, and pages with their parts as mail has them, under names that end in .xls.
        let beginning = file.bytes[start...].drop { $0 <= 0x20 }
        if beginning.first == UInt8(ascii: "<") || beginning.starts(with: "MIME-Version:".utf8) {
            throw .told(.isMarkup(file.path).suggesting(.saveAsXLSX))
        }
        let (separator, first) = separator(from: start)
        if let problem = CSVScanner(file.bytes, from: first, separator: separator).limitOfHeader(in: file.path) {
            throw .found([problem], in: file)
        }
        rows = readCells(file, from: first, separator: separator, diagnostics: &diagnostics).enumerated().map {
            Row(number: $0 + 1, cells: $1)
        }
    }

    /// The bytes in UTF-8.
    private mutating func text(of bytes: [UInt8], _ encoding: TextEncoding?) throws(Refusal) -> [UInt8] {
        func broken() -> Refusal {
            var problems: [Diagnostic] = []
            _ = checkEncoding(bytes, path: file.path, diagnostics: &problems)
            return .found(problems, in: SourceTree.File(path: file.path, bytes: bytes))
        }
        if let encoding {
            if let text = encoding.decoded(bytes) { return text }
            throw encoding == .utf8 ? broken() : .told(.isNotInEncoding(path: file.path, encoding: encoding.rawValue))
        }
        switch TextEncoding.find(bytes) {
        case .known(let encoding, let text):
            if encoding != .utf8 { remarks.append(.readAs(file: file.path, encoding: encoding.rawValue)) }
            return text
        case .unsure(let readings):
            let readings = readings.map { Phrase.readingIn(encoding: $0.encoding.rawValue, text: $0.beginning) }
            throw .told(.isInUnknownEncoding(path: file.path, readings: readings).suggesting(.giveEncoding))
        case .none: throw broken()
        }
    }

    /// What parts the columns, and where the rows begin. Excel takes `sep=;` in the first line for it; else it is
    /// what makes the first rows widest.
    private func separator(from start: Int) -> (separator: UInt8, start: Int) {
        let bytes = file.bytes
        let comma = UInt8(ascii: ",")
        if bytes[start...].starts(with: "sep=".utf8), start + 4 < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            return (bytes[start + 4], end)
        }
        func width(_ separator: UInt8) -> Int {
            var scanner = CSVScanner(bytes, from: start, separator: separator)
            var fields: [CSVScanner.Field] = []
            var widths: [Int: Int] = [:]
            for _ in 0..<20 where scanner.readRow(into: &fields) { widths[fields.count, default: 0] += 1 }
            return widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
        }
        let others = [UInt8(ascii: "\t"), UInt8(ascii: ";")].map { ($0, width($0)) }
        let best = others.max { $0.1 < $1.1 }
        return if let best, best.1 > width(comma) { (best.0, start) } else { (comma, start) }
    }
}
