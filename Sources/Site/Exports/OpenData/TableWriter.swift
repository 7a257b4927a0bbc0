import Text

extension CSVWriter {
    mutating func write(_ table: DataTable) {
        write(table.fields.map(\.name))
        for index in 0..<table.count {
            write(table.row(index))
            reserve(after: index + 1, of: table.count)
        }
    }

    mutating func write(_ row: [DataCell]) {
        for cell in row {
            switch cell {
            case .empty: write(verbatim: "")
            case .text(let text): write(text)
            case .number(let number): write(verbatim: number.plainDigits)
            case .integer(let number): write(verbatim: String(number))
            case .bool(let flag): write(verbatim: flag ? "true" : "false")
            }
        }
        endRow()
    }
}
