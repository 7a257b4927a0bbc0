/// Cuts a CSV file into rows and fields by RFC 4180: commas or another separator, CRLF or LF, quotation marks doubled
/// inside quoted fields, an optional byte order mark. One pass over the bytes, no copies.
package struct CSVScanner: Sendable {
    /// A field as it stands in the file; quoted fields keep their quotation marks in `range`.
    package struct Field: Sendable {
        package var range: Range<Int>
        package var isQuoted: Bool
        /// A quoted field with `""` in it must be unescaped before use.
        package var hasEscapes: Bool

        /// The field without its quotation marks.
        package var content: Range<Int> {
            guard isQuoted else { return range }
            let start = range.lowerBound + 1
            return start..<max(start, range.upperBound - 1)
        }
    }

    /// What breaks the rules, and where. Reading goes on behind it.
    package struct Fault: Sendable, Equatable {
        package enum Kind: Sendable {
            case quoteInsideField, textBehindQuote, unclosedQuote
        }

        package var kind: Kind
        package var range: Range<Int>
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position: Int
    package private(set) var faults: [Fault] = []

    package init(_ bytes: [UInt8]) {
        self.init(bytes, from: byteOrderMarkLength(bytes))
    }

    /// - Parameter start: where a row begins.
    package init(_ bytes: [UInt8], from start: Int, separator: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.separator = separator
        position = start
    }

    /// Where the next row that is not empty begins; the end of the file if there is none.
    package mutating func nextRow() -> Int {
        while position < bytes.count, bytes[position] == UInt8(ascii: "\n") || bytes[position] == UInt8(ascii: "\r") {
            position += 1
        }
        return position
    }

    /// Reads the next row that is not empty into `fields`; false at the end of the file.
    package mutating func readRow(into fields: inout [Field]) -> Bool {
        fields.removeAll(keepingCapacity: true)
        guard nextRow() < bytes.count else { return false }
        // The bytes are held once for a row, not for each field: several threads read the same file.
        bytes.withUnsafeBufferPointer { readFields($0, into: &fields) }
        return true
    }

    private mutating func readFields(_ buffer: UnsafeBufferPointer<UInt8>, into fields: inout [Field]) {
        while true {
            fields.append(readField(buffer))
            guard position < buffer.count else { return }
            let byte = buffer[position]
            position += 1
            if byte == separator {
                guard position < buffer.count else {
                    fields.append(Field(range: position..<position, isQuoted: false, hasEscapes: false))
                    return
                }
                continue
            }
            if byte == UInt8(ascii: "\r"), position < buffer.count, buffer[position] == UInt8(ascii: "\n") {
                position += 1
            }
            return
        }
    }

    /// The text of a field, without its quotation marks.
    package func string(_ field: Field) -> String {
        let inner = field.content
        guard field.hasEscapes else { return String(decoding: bytes[inner], as: UTF8.self) }
        var unescaped: [UInt8] = []
        var index = inner.lowerBound
        while index < inner.upperBound {
            unescaped.append(bytes[index])
            index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
        }
        return String(decoding: unescaped, as: UTF8.self)
    }

    /// Leaves `position` at the separator, the line end or the end of the file after the field.
    private mutating func readField(_ buffer: UnsafeBufferPointer<UInt8>) -> Field {
        let start = position
        guard start < buffer.count, buffer[start] == UInt8(ascii: "\"") else {
            while position < buffer.count, !endsField(buffer[position]) {
                if buffer[position] == UInt8(ascii: "\"") {
                    faults.append(Fault(kind: .quoteInsideField, range: position..<position + 1))
                    skipToFieldEnd(buffer)
                    break
                }
                position += 1
            }
            return Field(range: start..<position, isQuoted: false, hasEscapes: false)
        }
        var hasEscapes = false
        position += 1
        while position < buffer.count {
            guard buffer[position] == UInt8(ascii: "\"") else {
                position += 1
                continue
            }
            if position + 1 < buffer.count, buffer[position + 1] == UInt8(ascii: "\"") {
                hasEscapes = true
                position += 2
                continue
            }
            position += 1
            if position < buffer.count, !endsField(buffer[position]) {
                faults.append(Fault(kind: .textBehindQuote, range: position..<position + 1))
                skipToFieldEnd(buffer)
                // Its last character is no quotation mark.
                return Field(range: start..<position, isQuoted: false, hasEscapes: false)
            }
            return Field(range: start..<position, isQuoted: true, hasEscapes: hasEscapes)
        }
        // The field ends where it would without its mark, so that the rows below are read.
        faults.append(Fault(kind: .unclosedQuote, range: start..<start + 1))
        position = start + 1
        skipToFieldEnd(buffer)
        return Field(range: start + 1..<position, isQuoted: false, hasEscapes: false)
    }

    private mutating func skipToFieldEnd(_ buffer: UnsafeBufferPointer<UInt8>) {
        while position < buffer.count, !endsField(buffer[position]) { position += 1 }
    }

    private func endsField(_ byte: UInt8) -> Bool {
        byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
