import Foundation
import Text

/// How a sheet shows numbers (ECMA-376 part 1, 18.8.31): `0.0%`, `#,##0`, `yyyy"年"m"月"d"日"`.
///
/// What is no number or date in the format shows as it is stored: fractions, powers of ten, formats for telephones.
struct NumberFormat: Sendable {
    enum Part: Equatable, Sendable {
        case literal(String)
        /// A run of one letter of dates: `yyyy`, `m`; `[h]` for hours beyond a day.
        case date(String)
        /// Where the digits stand.
        case digits
        case noon
    }

    /// For which numbers a section is: `[<100]`.
    struct Condition: Sendable {
        var holds: @Sendable (Decimal) -> Bool
    }

    struct Section: Sendable {
        var parts: [Part] = []
        var leastDigits = 0
        var leastDecimals = 0
        var mostDecimals = 0
        var hasThousands = false
        /// Powers of ten that the number is multiplied with before it is shown.
        var shift = 0
        /// Whether the number itself shows as it is stored: `General"件"`.
        var isGeneral = false
        /// Whether it is for what is no number.
        var isText = false
        var condition: Condition?

        /// Whether nothing but a dash is seen.
        var isDash: Bool {
            !isGeneral && literals.contains(where: Self.dashes.contains)
                && literals.allSatisfy { $0 == " " || Self.dashes.contains($0) }
                && !isDate && !(parts.contains(.digits) && mostDecimals + leastDigits > 0)
        }

        /// What is written around the number.
        var literals: String {
            parts.compactMap { if case .literal(let text) = $0 { text } else { nil } }.joined()
        }

        private static let dashes: Set<Character> = ["-", "－", "–", "—"]

        var isDate: Bool { parts.contains { if case .date = $0 { true } else { false } } }
    }

    /// For positive numbers, negative ones and zero, or each for the numbers that its condition names. There is at least one.
    private let sections: [Section]

    /// The formats that have a number instead of a code; dates are as Chinese Excel shows them.
    static let builtIn: [Int: String] = [
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
        17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
        27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "m-d-yy", 31: "yyyy年m月d日", 32: "h时mm分", 33: "h时mm分ss秒",
        36: "yyyy年m月", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
        45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日",
        57: "yyyy年m月", 58: "m月d日",
    ]

    init(_ code: String) {
        let sections = Self.sections(of: code)
        self.sections = sections.count > 1 && sections.last?.isText == true ? sections.dropLast() : sections
    }

    /// - Parameters:
    ///   - stored: as the file has it: `45717`, `0.125`, `1.5E-3`.
    ///   - countsFrom1904: whether days are counted from 1904, as old Macs did.
    func text(of stored: String, countsFrom1904: Bool = false) -> String {
        guard let double = Double(stored), double.isFinite,
            let number = Decimal(string: String(format: "%.15g", double))
        else { return stored }
        let section = sections[index(of: number)]
        // The dash of the accountants' formats stands for a zero, not for a figure that there is none of.
        if number.isZero, section.isDash { return "0" }
        if section.isDate {
            return Self.date(double, section, countsFrom1904: countsFrom1904) ?? Self.general(number)
        }
        guard number < 0, sections.count > 1 else { return Self.text(of: number, section) }
        return below(zero: number, section)
    }

    /// Which section shows a number.
    private func index(of number: Decimal) -> Int {
        let conditions = sections.prefix(2).map(\.condition)
        guard conditions.contains(where: { $0 != nil }) else {
            return number < 0 && sections.count > 1 ? 1 : number.isZero && sections.count > 2 ? 2 : 0
        }
        let found = conditions.firstIndex { $0?.holds(number) == true }
        return found ?? min(conditions.contains { $0 == nil } ? 1 : 2, sections.count - 1)
    }

    /// A section of several says itself how numbers below zero are seen: by a sign, by words, or by brackets, as accountants
    /// write them. One that differs by its colour alone (`0.0;[Red]0.0`) says it to nobody who reads the text.
    private func below(zero number: Decimal, _ section: Section) -> String {
        let text = Self.text(of: number.magnitude, section)
        let shown = trimmed(text)
        if shown.hasPrefix("("), shown.hasSuffix(")") { return "-" + shown.dropFirst().dropLast() }
        let isTold = section.literals.contains(where: Self.signsBelowZero.contains)
        return isTold || !text.contains { ("1"..."9").contains($0) } ? text : "-" + shown
    }

    private static let signsBelowZero = Set("-－−–—▲△▼▽↓负降减少低亏缩跌欠缺")

    /// As a cell without a format shows it: at most eleven characters, but a whole number whole.
    private static func general(_ number: Decimal) -> String {
        let whole = "\(rounded(number.magnitude, to: 0, .down))".count
        return "\(rounded(number, to: max(0, 10 - whole), .plain))"
    }

    private static func rounded(_ number: Decimal, to places: Int, _ mode: Decimal.RoundingMode) -> Decimal {
        var (number, result) = (number, Decimal())
        NSDecimalRound(&result, &number, places, mode)
        return result
    }

    private static func text(of number: Decimal, _ section: Section) -> String {
        let shifted = number * (section.shift < 0 ? 1 / pow(10, -section.shift) : pow(10, section.shift))
        if section.isGeneral {
            return (shifted < 0 ? "-" : "") + section.text(around: general(shifted.magnitude))
        }
        let value = rounded(shifted, to: section.mostDecimals, .plain)
        let halves = "\(value.magnitude)".split(separator: ".")
        var whole = halves.first.map { $0 == "0" ? "" : String($0) } ?? ""
        whole = String(repeating: "0", count: max(0, section.leastDigits - whole.count)) + whole
        if section.hasThousands {
            var grouped = ""
            for (index, digit) in whole.enumerated() {
                if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
                grouped.append(digit)
            }
            whole = grouped
        }
        let decimals = halves.count > 1 ? String(halves[1]) : ""
        let padded = decimals + String(repeating: "0", count: max(0, section.leastDecimals - decimals.count))
        let digits = padded.isEmpty ? whole : whole + "." + padded
        return (value < 0 ? "-" : "") + section.text(around: digits)
    }
}

extension NumberFormat.Section {
    fileprivate func text(around digits: String) -> String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .digits: digits
            case .date, .noon: ""
            }
        }.joined()
    }
}
