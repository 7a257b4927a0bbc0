/// How the numbers of an axis are written.
package enum NumberStyle: Sendable, CaseIterable {
    /// 5000, 2万, 1.5亿, 3万亿.
    case chinese
    /// 5,000, 20,000, 1.5 million.
    case english

    /// Writes `digits` times ten to the power of `exponent`, without rounding. What has more than two
    /// decimals of 万 or of a million is written out; what is beyond all words, as a power of ten.
    func text(digits: Int, exponent: Int) -> String {
        guard digits != 0 else { return "0" }
        var (rest, exponent) = (digits.magnitude, exponent)
        while rest % 10 == 0 { (rest, exponent) = (rest / 10, exponent + 1) }
        let sign = digits < 0 ? "\u{2212}" : ""
        let order = String(rest).utf8.count - 1 + exponent
        guard (-6..<16).contains(order) else { return sign + power(rest, exponent: exponent, order: order) }
        for (shift, name) in multipliers where order >= shift && exponent - shift >= -2 {
            return sign + decimal(rest, exponent: exponent - shift) + name
        }
        return sign + decimal(rest, exponent: exponent)
    }

    private var multipliers: [(shift: Int, name: String)] {
        switch self {
        case .chinese: [(12, "万亿"), (8, "亿"), (4, "万")]
        case .english: [(12, " trillion"), (9, " billion"), (6, " million")]
        }
    }

    private func decimal(_ digits: UInt, exponent: Int) -> String {
        var whole = Array(String(digits).utf8)
        if exponent > 0 { whole += [UInt8](repeating: UInt8(ascii: "0"), count: exponent) }
        let decimals = max(0, -exponent)
        if whole.count <= decimals {
            whole.insert(contentsOf: [UInt8](repeating: UInt8(ascii: "0"), count: decimals - whole.count + 1), at: 0)
        }
        let point = whole.count - decimals
        var text: [UInt8] = []
        for (index, digit) in whole.enumerated() {
            if index == point { text.append(UInt8(ascii: ".")) }
            if self == .english, index > 0, index < point, (point - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// 2×10⁻⁹.
    private func power(_ digits: UInt, exponent: Int, order: Int) -> String {
        let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let raised = String(order.magnitude).utf8.map { String(superscripts[Int($0 - UInt8(ascii: "0"))]) }.joined()
        return decimal(digits, exponent: exponent - order) + "×10" + (order < 0 ? "⁻" : "") + raised
    }
}
