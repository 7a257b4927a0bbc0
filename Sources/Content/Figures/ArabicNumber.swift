/// Arabic digits, as both languages write them.
enum ArabicNumber {
    /// The number that begins here and the place after it: 108, 327,000, 32.7. Nil where no digit stands
    /// here, and for what is no number: 007, 1,23.
    static func read(_ text: FigureText, at start: Int) -> (amount: Amount, end: Int)? {
        guard var (digits, place) = run(text, at: start) else { return nil }
        if text[start] == "0", place > start + 1 { return nil }
        if place - start <= 3 {
            while text[place] == ",", let group = run(text, at: place + 1) {
                guard group.end == place + 4 else { return nil }
                let (product, overflow) = digits.multipliedReportingOverflow(by: 1000)
                guard !overflow else { return nil }
                (digits, place) = (product + group.digits, group.end)
            }
        }
        guard text[place] == ".", let fraction = run(text, at: place + 1) else {
            return Amount(digits: digits).map { ($0, place) }
        }
        let decimals = fraction.end - place - 1
        guard decimals <= 15 else { return nil }
        let (product, overflow) = digits.multipliedReportingOverflow(by: Amount.power(decimals))
        guard !overflow, let amount = Amount(digits: product + fraction.digits, decimals: decimals) else { return nil }
        return (amount, fraction.end)
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
