extension Double {
    /// Digits and a point, never an exponent, in no locale.
    package var plainDigits: String {
        if let whole = Int(exactly: self) { return String(whole) }
        let text = description
        guard let exponent = text.firstIndex(of: "e"), let places = Int(text[text.index(after: exponent)...]),
            places < 0
        else { return text }
        let digits = text[..<exponent].filter { $0 != "." && $0 != "-" }
        return (self < 0 ? "-0." : "0.") + String(repeating: "0", count: -places - 1) + digits
    }
}
