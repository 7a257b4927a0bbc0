import Foundation

extension NumberFormat {
    /// The sections of a code, which semicolons part.
    static func sections(of code: String) -> [Section] {
        var parser = Parser(code)
        return parser.sections()
    }

    /// Reads a code sign by sign.
    private struct Parser {
        private let signs: [Character]
        private var index = 0
        private var section = Section()
        /// How the digits are written: `#,##0.0`.
        private var digits = ""

        init(_ code: String) { signs = Array(code) }

        mutating func sections() -> [Section] {
            var sections: [Section] = []
            while index < signs.count {
                let sign = signs[index]
                index += 1
                if sign == ";" { sections.append(finished()) } else { read(sign) }
            }
            return sections + [finished()]
        }

        private mutating func read(_ sign: Character) {
            switch sign {
            case "\"":
                let text = signs[index...].prefix { $0 != "\"" }
                index += text.count + 1
                add(String(text))
            case "\\", "_", "*":
                // A sign as it is; the width of a sign; a sign that fills the cell.
                if sign == "\\", index < signs.count { add(String(signs[index])) }
                index += 1
            case "[": readBrackets()
            case "0", "#", "?", ".", ",":
                if section.isDate || digits.isEmpty && ".,".contains(sign) { return add(String(sign)) }
                addDigits()
                digits.append(sign)
            case "%":
                section.shift += 2
                add("%")
            case "@":
                section.isText = true
                showStored()
            case "/" where !section.isDate && !digits.isEmpty: section.isGeneral = true
            case "E" where !digits.isEmpty:
                section.isGeneral = true
                if index < signs.count, "+-".contains(signs[index]) { index += 1 }
            case "G", "g":
                // “General”, in any case; a lone g is the name of an era.
                if String(signs[index...].prefix(6)).lowercased() == "eneral" {
                    index += 6
                    showStored()
                }
            case "A" where String(signs[index...].prefix(4)) == "M/PM":
                (index, section.parts) = (index + 4, section.parts + [.noon])
            case "上" where String(signs[index...].prefix(4)) == "午/下午":
                (index, section.parts) = (index + 4, section.parts + [.noon])
            case _ where "ymdhsae".contains(sign.lowercased()) && sign.isASCII:
                let run = signs[index...].prefix { $0.lowercased() == sign.lowercased() }
                index += run.count
                section.parts.append(.date(String(repeating: sign.lowercased(), count: run.count + 1)))
            default: add(String(sign))
            }
        }

        private mutating func showStored() {
            section.isGeneral = true
            if !section.parts.contains(.digits) { section.parts.append(.digits) }
        }

        /// Digits follow. With text between them, as in numbers of telephones, the number shows as it is stored.
        private mutating func addDigits() {
            guard let first = section.parts.firstIndex(of: .digits) else { return section.parts.append(.digits) }
            guard first + 1 < section.parts.count else { return }
            section.parts.removeSubrange((first + 1)...)
            section.isGeneral = true
        }

        /// `[h]` counts hours beyond a day, `[$¥-804]` names a currency, `[<100]` says which numbers the section is for; colours
        /// and languages are passed over.
        private mutating func readBrackets() {
            let content = String(signs[index...].prefix { $0 != "]" })
            index += content.count + 1
            if ["h", "hh"].contains(content.lowercased()) {
                section.parts.append(.date("[\(content.lowercased())]"))
            } else if content.hasPrefix("$") {
                add(String(content.dropFirst().prefix { $0 != "-" }))
            } else if let condition = NumberFormat.Condition(content) {
                section.condition = condition
            }
        }

        private mutating func add(_ text: String) {
            if !text.isEmpty { section.parts.append(.literal(text)) }
        }

        private mutating func finished() -> Section {
            let halves = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            let whole = halves.first ?? ""
            let bare = digits.reversed().drop { $0 == "," }
            section.shift -= 3 * (digits.count - bare.count)
            section.hasThousands = whole.contains(",") && bare.contains(",")
            section.leastDigits = whole.count { $0 == "0" }
            let decimals = halves.count > 1 ? halves[1] : ""
            section.leastDecimals = decimals.count { $0 == "0" }
            section.mostDecimals = decimals.count { $0 != "," }
            if section.parts.isEmpty { showStored() }
            defer { (section, digits) = (Section(), "") }
            return section
        }
    }
}

extension NumberFormat.Condition {
    /// - Parameter text: what stands in the brackets: `>=100`; nil for anything else.
    fileprivate init?(_ text: String) {
        let sign = text.prefix { "<>=".contains($0) }
        guard let bound = Decimal(string: text.dropFirst(sign.count).trimmingCharacters(in: .whitespaces)) else {
            return nil
        }
        switch sign {
        case "=": holds = { $0 == bound }
        case "<>": holds = { $0 != bound }
        case "<": holds = { $0 < bound }
        case "<=": holds = { $0 <= bound }
        case ">": holds = { $0 > bound }
        case ">=": holds = { $0 >= bound }
        default: return nil
        }
    }
}

extension NumberFormat.Section {
    /// Whether an m means minutes: it stands behind hours or before seconds.
    func isMinute(at index: Int) -> Bool {
        func letter(_ part: NumberFormat.Part) -> Character? {
            if case .date(let letters) = part { letters.first { $0 != "[" } } else { nil }
        }
        let before = parts[..<index].compactMap(letter).last
        let after = parts[(index + 1)...].compactMap(letter).first
        return before == "h" || after == "s"
    }
}
