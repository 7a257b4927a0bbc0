import Diagnostics
import Text

extension CSVScanner {
    /// Passes over the line `sep=,` that Excel writes; tells of a table whose columns something else parts.
    mutating func dialectProblem(in path: String) -> Diagnostic? {
        var scanner = self
        var fields: [Field] = []
        let start = scanner.nextRow()
        guard scanner.readRow(into: &fields), let first = fields.first, let last = fields.last else { return nil }
        let line = start..<last.range.upperBound
        let header = string(first)
        if header.hasPrefix("sep=") {
            guard header != "sep=" || fields.count != 2 else {
                self = scanner
                return nil
            }
        } else {
            let others = header.utf8.count { [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")].contains($0) }
            let wide = header.unicodeScalars.count { $0 == "，" }
            if wide > 0, wide >= fields.count {
                return Diagnostic(
                    .notSeparatedByCommas, at: SourceSpan(path: path, range: line), hint: .fullWidthMark(in: header))
            }
            guard others > 1, others >= fields.count else { return nil }
        }
        return Diagnostic(.notSeparatedByCommas, at: SourceSpan(path: path, range: line), hint: .saveAsCSV)
    }

    /// The first row is looked at by its length before any of it is read; nil if it is no longer than rows may be.
    package func limitOfHeader(in path: String) -> Diagnostic? {
        var scanner = self
        var fields: [Field] = []
        let start = scanner.nextRow()
        guard scanner.readRow(into: &fields), let last = fields.last else { return nil }
        if fields.count > Limits.columns {
            return Diagnostic(
                .overLimit(Phrase.tooManyColumns(columns: fields.count, limit: Limits.columns)),
                at: SourceSpan(path: path, range: fields[Limits.columns].range), hint: .seeLimits)
        }
        guard last.range.upperBound - start > Limits.headerBytes else { return nil }
        return Diagnostic(
            .overLimit(Phrase.headerTooLong(Limits.headerBytes >> 10)),
            at: SourceSpan(path: path, range: start..<start), hint: .seeLimits)
    }

    /// What is wrong with the way in which the rows read so far are written.
    func problems(in path: String) -> [Diagnostic] {
        faults.map { fault in
            let message: Diagnostic.Message =
                switch fault.kind {
                case .quoteInsideField: .strayQuote
                case .textBehindQuote: .textAfterQuote
                case .unclosedQuote: .unclosedQuote
                }
            return Diagnostic(message, at: SourceSpan(path: path, range: fault.range), hint: .doubleQuotes)
        }
    }
}
