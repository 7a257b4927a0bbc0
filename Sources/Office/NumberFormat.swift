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

    struct Section: Sendable {
        var parts: [Part] = []
        var leastDigits = 0
        var leastDecimals = 0
        var mostDecimals = 0
        var hasThousands = false
        /// Powers of ten that the number is multiplied with before it is shown.
        var shift = 0
        /// Whether the number shows as it is stored.
        var isGeneral = false

        /// Whether nothing but a dash is seen.
        var isDash: Bool {
            let literals = parts.compactMap { if case .literal(let text) = $0 { text } else { nil } }.joined()
            return !isGeneral && literals.contains(where: Self.dashes.contains)
                && literals.allSatisfy { $0 == " " || Self.dashes.contains($0) }
                && !isDate && !(parts.contains(.digits) && mostDecimals + leastDigits > 0)
        }

        private static let dashes: Set<Character> = ["-", "－", "–", "—"]

        var isDate: Bool { parts.contains { if case .date = $0 { true } else { false } } }
    }

    /// For positive numbers, negative ones and zero.
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
        sections = Self.sections(of: code)
    }

    /// - Parameters:
    ///   - stored: as the file has it: `45717`, `0.125`, `1.5E-3`.
    ///   - countsFrom1904: whether days are counted from 1904, as old Macs did.
    func text(of stored: String, countsFrom1904: Bool = false) -> String {
        guard let double = Double(stored), double.isFinite,
            let number = Decimal(string: String(format: "%.15g", double))
        else { return stored }
        let index = number < 0 && sections.count > 1 ? 1 : number.isZero && sections.count > 2 ? 2 : 0
        let section = sections[index]
        // The dash of the accountants' formats stands for a zero, not for a figure that there is none of.
        if number.isZero, section.isDash { return "0" }
        if section.isGeneral { return Self.general(number) }
        if section.isDate {
            return Self.date(double, section, countsFrom1904: countsFrom1904) ?? Self.general(number)
        }
        let text = Self.text(of: index == 1 ? -number : number, section)
        // Accountants write what is below zero in brackets.
        let shown = trimmed(text)
        if index == 1, shown.hasPrefix("("), shown.hasSuffix(")") { return "-" + shown.dropFirst().dropLast() }
        return text
    }

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
        let shown = section.parts.map { part in
            switch part {
            case .literal(let text): text
            case .digits: digits
            case .date, .noon: ""
            }
        }.joined()
        return (value < 0 ? "-" : "") + shown
    }
}
