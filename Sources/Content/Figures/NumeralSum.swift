/// A numeral that is added up from the left: 三亿 二千 零八 万 五百.
struct NumeralSum {
    /// Whether 百, 千, 万 and 亿 may begin the numeral.
    let bare: Bool
    private var (hundredMillions, tenThousands, section) = (0, 0, 0)
    /// The digit that waits for its multiplier.
    private var digit: Int?
    /// The last multiplier in this section of four places, and the last of all.
    private var (lastInSection, last) = (9, 0)
    private var (sawTenThousand, sawHundredMillion, afterZero, begun) = (false, false, false, false)

    init(bare: Bool) { self.bare = bare }

    /// False where the character cannot stand here.
    mutating func add(_ scalar: Unicode.Scalar) -> Bool {
        defer { begun = true }
        if let next = ChineseNumeral.digit(scalar) {
            guard digit == nil, next > 0 || (begun && !afterZero) else { return false }
            if next == 0 { afterZero = true } else { digit = next }
            return true
        }
        let power = ChineseNumeral.multiplier(scalar)
        switch power {
        case 1...3: return addPlace(power)
        case 4: return addTenThousands()
        case 8: return addHundredMillions()
        default: return false
        }
    }

    /// Nil where nothing or only zeros have been added.
    var total: Int? {
        var ones = section + (digit ?? 0)
        // 一百二 is 120 and 一万二 is 12,000: after a multiplier the last digit counts the place below it.
        if let digit, last >= 2, !afterZero { ones = section + digit * Amount.power(last - 1) }
        let total = hundredMillions * Amount.power(8) + tenThousands * Amount.power(4) + ones
        return total > 0 ? total : nil
    }

    private mutating func addPlace(_ power: Int) -> Bool {
        guard power < lastInSection else { return false }
        // 十项 and 一百十 leave the 一 out; 百 and 千 do so only at the beginning.
        guard let count = digit ?? (power == 1 || (bare && !begun) ? 1 : nil) else { return false }
        section += count * Amount.power(power)
        closed(by: power)
        lastInSection = power
        return true
    }

    private mutating func addTenThousands() -> Bool {
        guard !sawTenThousand, let count = sectionTotal else { return false }
        (tenThousands, sawTenThousand) = (count, true)
        closeSection(by: 4)
        return true
    }

    private mutating func addHundredMillions() -> Bool {
        guard !sawHundredMillion else { return false }
        // 三万亿 multiplies what 万 has multiplied before.
        if sawTenThousand, section == 0, digit == nil {
            hundredMillions = tenThousands * Amount.power(4)
        } else {
            guard let count = sectionTotal else { return false }
            hundredMillions = tenThousands * Amount.power(4) + count
        }
        (tenThousands, sawTenThousand, sawHundredMillion) = (0, false, true)
        closeSection(by: 8)
        return true
    }

    private var sectionTotal: Int? {
        let count = section + (digit ?? 0)
        return count > 0 ? count : bare && !begun ? 1 : nil
    }

    private mutating func closeSection(by power: Int) {
        section = 0
        lastInSection = 9
        closed(by: power)
    }

    private mutating func closed(by power: Int) {
        digit = nil
        last = power
        afterZero = false
    }
}
