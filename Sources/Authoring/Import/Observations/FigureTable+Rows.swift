import Content
import Diagnostics
import Text

/// Rows and cells that say something of others.
extension FigureTable {
    // MARK: Units

    /// Takes the units of the columns from a row below the headers: 单位 | 万元 | %.
    mutating func takeUnitRow() {
        guard let row = table.rows.first, let units = Self.units(in: row.cells) else { return }
        columnUnits.merge(units) { _, last in last }
        table.rows.removeFirst()
        table.remarks.append(.rowIsUnits(row.number))
    }

    /// The units of columns, if a row says nothing else.
    static func units(in cells: [CSVCell]) -> [Int: CSVCell]? {
        var used = cells.indices.filter { !cells.text($0).isEmpty }
        guard let first = used.first else { return nil }
        if ["单位", "计量单位", "数据单位"].contains(ImportField.folded(cells.text(first))) {
            used.removeFirst()
        } else if first == 0 || used.count < 2 {
            return nil
        }
        var units: [Int: CSVCell] = [:]
        for column in used {
            guard let unit = HeaderWords.unitAlone(cells.text(column)) else { return nil }
            units[column] = CSVCell(text: unit, span: cells[column].span)
        }
        return units.isEmpty ? nil : units
    }

    // MARK: Cells above

    /// Puts the cell above in the place of 同上 and 〃, but for figures.
    mutating func takeDittoMarks() {
        let figures: Set<String> = ["printed", "value", "qualifier", "lower", "upper", "baseline", "target", "id"]
        for column in mapping.columns.indices where mapping.columns[column].field.map(figures.contains) != true {
            var last: CSVCell?
            for row in table.rows.indices where table.rows[row].cells.indices.contains(column) {
                let text = table.rows[row].cells.text(column)
                guard !text.isEmpty else { continue }
                if text.utf8.count < 8, Self.dittoMarks.contains(text) {
                    guard let last, PrintedFigure(last.text) == nil || mapping.columns[column].field != nil else {
                        continue
                    }
                    table.rows[row].cells[column] = last
                } else {
                    last = table.rows[row].cells[column]
                }
            }
        }
    }

    private static let dittoMarks: Set<String> = [
        "同上", "同前", "〃", "″", "\"", "''", "＂", "“", "”", "々", "ditto", "Ditto",
    ]

    // MARK: Places that are none

    /// Leaves out rows of sums, averages and shares in a column of places.
    mutating func passOverNoPlaces() {
        guard let column = mapping.indices(of: Dimension.place.rawValue).first else { return }
        let others = table.rows.filter { row in
            let text = row.cells.text(column)
            return !text.isEmpty && text.utf8.count < 40 && isNoPlace(text)
        }
        table.remarks += others.map { .rowIsNoPlace(row: $0.number, text: $0.cells.text(column)) }
        let numbers = Set(others.map(\.number))
        table.rows.removeAll { numbers.contains($0.number) }
    }

    /// Whether a name is that of a sum, an average, a share or the whole, and of no place that the library has.
    func isNoPlace(_ text: String) -> Bool {
        var name = ImportField.folded(text)
        if name.hasPrefix("全"), let rank = name.dropFirst().first, "国省市区县旗镇乡街域".contains(rank) {
            name = String(name.dropFirst(name.hasPrefix("全街道") ? 3 : 2))
        }
        return (name.isEmpty || ImportTable.sums.contains(name) || Self.wholes.contains(name))
            && library.find(text, .place).isEmpty
    }

    private static let wholes: Set<String> = [
        "平均", "平均值", "平均数", "均值", "人均", "户均", "占比", "比重", "比例", "其中", "汇总", "总数", "最高", "最低", "最大值", "最小值", "中位数", "同比",
        "环比", "同比增长", "增长", "增幅", "average", "mean", "share", "ofwhich", "median",
    ]
}
