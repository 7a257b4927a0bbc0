/// Which digits can be what, by the rules they are given out under.
enum NumberForms {
    /// A mobile number: eleven digits.
    static func isMobile(_ digits: [Int]) -> Bool { digits.count == 11 && digits[0] == 1 && digits[1] >= 3 }

    /// The code of an area: 010, 020 to 029, 03xx to 09xx.
    static func isAreaCode(_ digits: [Int]) -> Bool {
        guard digits.first == 0, digits.count >= 3 else { return false }
        return digits.count == 3
            ? digits[1] == 1 && digits[2] == 0 || digits[1] == 2 : digits.count == 4 && digits[1] >= 3
    }

    /// The number of a subscriber behind the code of an area.
    ///
    /// - Parameter area: how long the code is; the short ones are of cities with eight digits.
    static func isSubscriber(_ digits: [Int], area: Int) -> Bool {
        digits.count >= (area == 3 ? 8 : 7) && digits.count <= 8 && digits[0] >= 2
    }

    /// The number of an identity card (GB 11643): an area, a day of birth, a number, and since 1999 a sign that follows
    /// from the others (ISO 7064, MOD 11-2).
    ///
    /// - Parameter endsWithX: whether the last sign, which is not among the digits, is an X.
    static func isIdentity(_ digits: [Int], endsWithX: Bool) -> Bool {
        guard digits.count >= 15, areas.contains(digits[0] * 10 + digits[1]) else { return false }
        if digits.count == 15, !endsWithX { return isDay(digits[8] * 10 + digits[9], digits[10] * 10 + digits[11]) }
        guard digits.count == (endsWithX ? 17 : 18), (18...20).contains(digits[6] * 10 + digits[7]),
            isDay(digits[10] * 10 + digits[11], digits[12] * 10 + digits[13])
        else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return (12 - sum % 11) % 11 == (endsWithX ? 10 : digits[17])
    }

    /// The provinces of GB/T 2260.
    private static let areas = Set([
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62,
        63, 64, 65, 71, 81, 82, 83,
    ])

    private static func isDay(_ month: Int, _ day: Int) -> Bool { (1...12).contains(month) && (1...31).contains(day) }

    /// A bank card: a prefix that banks use, and the check digit of ISO/IEC 7812 (Luhn).
    static func isCard(_ digits: [Int]) -> Bool {
        guard (15...19).contains(digits.count), hasCheckDigit(digits) else { return false }
        let (two, four) = (digits[0] * 10 + digits[1], digits[..<4].reduce(0) { $0 * 10 + $1 })
        if digits.count == 15 { return two == 34 || two == 37 }
        return digits[0] == 4 || [35, 60, 62, 65, 81].contains(two) || (51...55).contains(two) || four == 9558
            || (2221...2720).contains(four)
    }

    private static func hasCheckDigit(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, item in
            let doubled = item.offset.isMultiple(of: 2) ? item.element : item.element * 2
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum.isMultiple(of: 10)
    }

    /// Whether eight digits are rather a day: 20231108.
    static func isDate(_ digits: [Int]) -> Bool {
        digits.count == 8 && [19, 20].contains(digits[0] * 10 + digits[1])
            && isDay(digits[4] * 10 + digits[5], digits[6] * 10 + digits[7])
    }

    /// Whether the last eight digits are rather two years: 2024 2025.
    static func areYears(_ digits: [Int]) -> Bool {
        digits.count >= 8
            && [digits.count - 8, digits.count - 4].allSatisfy { [19, 20].contains(digits[$0] * 10 + digits[$0 + 1]) }
    }
}
