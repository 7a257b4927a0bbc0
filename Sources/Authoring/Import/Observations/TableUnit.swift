import Content
import Text

/// The unit of a table's figures, as lines around it have it: 单位：万元 above or below, （万元） behind its title.
struct TableUnit {
    /// The units that are named: of several, each is that of some figures.
    private(set) var units: [String] = []
    /// Whether one is named between the figures, so that it may be of a part of them.
    private(set) var isOfPart = false

    /// - Parameters:
    ///   - figures: the rows with figures, by number.
    ///   - stubs: headers above names, which may say it of all figures: 项目（万元）.
    init(_ sheet: Spreadsheet, header: Int, figures: ClosedRange<Int>, stubs: [CSVCell]) {
        let around = sheet.surroundings
        let titles = around?.titles(but: { !Self.units(in: $0).isEmpty }) ?? []
        for title in titles + Self.texts(of: sheet.rows[..<header]) {
            add(Self.units(in: title) + [Self.unit(behind: title)].compactMap(\.self))
        }
        for stub in stubs {
            add([MetricBook.parted(stub.text).unit].compactMap(\.self) + Self.units(in: stub.text))
        }
        for row in sheet.rows[(header + 1)...] where row.cells.contains(where: { Self.mayName($0.text) }) {
            let named = Self.texts(of: [row]).flatMap(Self.units)
            if !named.isEmpty, figures.contains(row.number) { isOfPart = true }
            add(named)
        }
        for line in around?.below(with: { !Self.units(in: $0).isEmpty }) ?? [] { add(Self.units(in: line)) }
    }

    private mutating func add(_ named: [String]) {
        for unit in named where !units.contains(unit) { units.append(unit) }
    }

    /// The cells of a row that say something, and all of them as one line: the label may stand in a cell of its own.
    private static func texts(of rows: some Collection<Spreadsheet.Row>) -> [String] {
        rows.map { row in
            row.cells.map { trimmed($0.text) }.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    private static func mayName(_ text: String) -> Bool {
        text.utf8.count < 200 && text.contains { "单單（(".contains($0) }
    }

    // MARK: Lines

    /// The units that a line names: 单　位：万元, 金额单位：人民币万元, 制表：张三 单位：万元、件, （万元）.
    static func units(in line: String) -> [String] {
        let signs = Array(lines(of: line).joined(separator: " "))
        if let unit = bracketed(String(signs)) { return [unit] }
        for start in signs.indices where "单單".contains(signs[start]) {
            guard let value = value(behind: start, in: signs), !value.text.isEmpty else { continue }
            let parts = value.text.split { "、，,;；/／和".contains($0) }.map { unit(String($0)) }
            if parts.allSatisfy({ WholeUnit($0) != nil }) { return parts }
            // A library may count what the program does not know; an office is no unit.
            if value.isAlone, parts.count == 1, parts[0].count <= 6, !organisations.contains(where: parts[0].hasSuffix)
            {
                return parts
            }
        }
        return []
    }

    /// What follows 单位： at a place, and whether the line says nothing else.
    private static func value(behind start: Int, in signs: [Character]) -> (text: String, isAlone: Bool)? {
        var index = start + 1
        func skipSpaces() { while index < signs.count, signs[index].isWhitespace { index += 1 } }
        skipSpaces()
        guard index < signs.count, "位".contains(signs[index]) else { return nil }
        index += 1
        skipSpaces()
        if index < signs.count, "均都".contains(signs[index]) { index += 1 }
        guard index < signs.count, ":：（(为是".contains(signs[index]) else { return nil }
        index += 1
        skipSpaces()
        let end = signs[index...].firstIndex { $0.isWhitespace || "（(）)]】。.".contains($0) } ?? signs.count
        let before = String(signs[..<start].filter { !$0.isWhitespace && !"（(".contains($0) })
        let isAlone = labels.contains(before) && signs[end...].allSatisfy { $0.isWhitespace || "）)".contains($0) }
        return (String(signs[index..<end]), isAlone)
    }

    private static let labels: Set<String> = ["", "计量", "計量", "数据", "数量", "金额"]

    private static let organisations = [
        "局", "委", "办", "办公室", "处", "中心", "会", "街道", "镇", "乡", "村", "社区", "部", "科", "院", "所", "站", "公司", "政府", "学校", "区",
        "县", "市", "省",
    ]

    /// Of money, what stands before it is dropped: 人民币万元.
    private static func unit(_ text: String) -> String {
        let rest = text.replacing("人民币", with: "").replacing("人民幣", with: "")
        return MetricBook.unit(rest.isEmpty ? "元" : trimmed(rest))
    }

    /// A unit in brackets that stand alone; （年） says how often a report is made.
    private static func bracketed(_ line: String) -> String? {
        guard let inside = inBrackets(line).map(unit) else { return nil }
        return WholeUnit(inside) == nil || "年月日季周".contains(inside) ? nil : inside
    }

    /// The unit that ends a title, where it can be nothing else: 专项资金情况表（万元）.
    private static func unit(behind title: String) -> String? {
        guard let unit = MetricBook.parted(title).unit, let whole = WholeUnit(unit) else { return nil }
        return whole.isMoney || unit == "%" || ScaledUnit(unit) != nil ? unit : nil
    }
}
