/// Arabic digits, as both languages write them.
enum ArabicNumber {
    /// The number that begins here and the place after it: 108, 327,000, 32.7. Nil where no digit stands
    /// here, and for what is no number: 007, 1,23.
    static func read(_ text: FigureText, at start: Int) -> (amount: Amount, end: Int)? {
        guard var (digits, place) = run(text, at: start) else { return nil }
        if text[start] == "0", place > start + 1 { return nil }
        if place - start <= 3 {
            while text[place] == ",", let group = run(text, at: place + 1) {
                guard group.end == place + 4, let longer = joined(digits, group.digits, places: 3) else { return nil }
                (digits, place) = (longer, group.end)
            }
        }
        guard text[place] == ".", let fraction = run(text, at: place + 1) else {
            return Amount(digits: digits).map { ($0, place) }
        }
        let decimals = fraction.end - place - 1
        guard let longer = joined(digits, fraction.digits, places: decimals) else { return nil }
        return Amount(digits: longer, decimals: decimals).map { ($0, fraction.end) }
    }

    /// The digits of both, one after the other; nil where they are too many.
    private static func joined(_ front: Int, _ back: Int, places: Int) -> Int? {
        let (product, overflow) = front.multipliedReportingOverflow(by: Amount.power(places))
        guard !overflow else { return nil }
        let (sum, overflowSum) = product.addingReportingOverflow(back)
        return overflowSum ? nil : sum
    }

    /// The place after the digits that begin here, with the signs that may stand inside a number.
    static func endOfDigits(_ text: FigureText, at start: Int) -> Int {
        var place = start
        while let scalar = text[place] {
            let inside = (scalar == "," || scalar == ".") && text[place + 1]?.isDigit == true
            guard scalar.isDigit || inside else { break }
            place += 1
        }
        return place
    }

    /// Nothing but digits, at most 18 of them.
    private static func run(_ text: FigureText, at start: Int) -> (digits: Int, end: Int)? {
        var (digits, place) = (0, start)
        while let scalar = text[place], scalar.isDigit {
            guard place - start < 18 else { return nil }
            digits = digits * 10 + Int(scalar.value - 0x30)
            place += 1
        }
        return place > start ? (digits, place) : nil
    }
}
