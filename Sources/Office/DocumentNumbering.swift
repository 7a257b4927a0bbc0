/// The lists of a document (WordprocessingML, ECMA-376 part 1, 17.9), which count as its paragraphs are read.
struct DocumentNumbering: Sendable {
    private struct Level {
        var start = 1
        var format = "decimal"
        /// With a hole for the number of each level: `（%2）`.
        var text = ""
    }

    /// By the id of what lists look like, and by level.
    private var looks: [String: [Int: Level]] = [:]
    private var lookOfList: [String: String] = [:]
    /// Where a list begins anew, by list and level.
    private var starts: [String: [Int: Int]] = [:]
    private var counts: [String: [Int: Int]] = [:]

    // What is being read.
    private var look: String?
    private var list: String?
    private var level = 0

    mutating func take(_ event: XMLReader.Event) {
        guard case .start(let name, let attributes) = event else {
            if case .end("abstractNum") = event { look = nil }
            if case .end("num") = event { list = nil }
            return
        }
        let value = attributes["val"]
        switch name {
        case "abstractNum": look = attributes["abstractNumId"]
        case "num": list = attributes["numId"]
        case "abstractNumId": if let list { lookOfList[list] = value }
        case "lvl", "lvlOverride":
            level = Self.bounded(attributes["ilvl"], 0...8) ?? 0
            if let look { looks[look, default: [:]][level] = Level() }
        case "startOverride":
            if let list { starts[list, default: [:]][level] = Self.bounded(value, 0...32_767) }
        case "start": if let look { looks[look]?[level]?.start = Self.bounded(value, 0...32_767) ?? 1 }
        case "numFmt": if let look { looks[look]?[level]?.format = value ?? "decimal" }
        case "lvlText": if let look { looks[look]?[level]?.text = value ?? "" }
        default: return
        }
    }

    /// What the next paragraph of a list is labelled; nil for bullets and for no list.
    mutating func label(list: String, level: Int) -> String? {
        guard let look = lookOfList[list], let described = looks[look]?[level] else { return nil }
        // Lists that look the same go on counting, unless they say where they begin.
        if let start = starts[list]?.removeValue(forKey: level) { counts[look, default: [:]][level] = start - 1 }
        var count = counts[look] ?? [:]
        count[level] = (count[level] ?? described.start - 1) + 1
        for deeper in count.keys where deeper > level { count[deeper] = nil }
        counts[look] = count
        guard described.format != "bullet" else { return nil }
        var label = described.text
        for (index, described) in looks[look] ?? [:] {
            let number = count[index] ?? described.start
            label = label.replacing("%\(index + 1)", with: Self.written(number, described.format))
        }
        return label.isEmpty ? nil : label
    }

    private static func bounded(_ text: String?, _ range: ClosedRange<Int>) -> Int? {
        text.flatMap(Int.init).map { min(max($0, range.lowerBound), range.upperBound) }
    }

    private static func written(_ number: Int, _ format: String) -> String {
        switch format {
        case "none": ""
        case _ where format.contains("Counting") || format == "ideographDigital": chinese(number)
        case _ where format.hasPrefix("decimalEnclosedCircle") && (1...20).contains(number):
            UnicodeScalar(0x245F + UInt32(number)).map { String($0) } ?? "\(number)"
        default: "\(number)"
        }
    }

    /// 1 to 99, which is as far as lists of this kind go.
    private static func chinese(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(number) else { return "\(number)" }
        let tens = number / 10
        return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[number % 10]
    }
}
