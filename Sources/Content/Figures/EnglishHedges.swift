/// The words that hedge an English figure.
enum EnglishHedges {
    /// Phrases before the number.
    private static let before: [(phrase: String, hedge: Qualifier?)] = [
        ("more than", .moreThan), ("over", .moreThan), ("above", .moreThan), ("upwards of", .moreThan),
        ("greater than", .moreThan), ("exceeding", .moreThan),
        ("at least", .atLeast), ("not less than", .atLeast), ("no less than", .atLeast), ("no lower than", .atLeast),
        ("not lower than", .atLeast), ("no fewer than", .atLeast), ("not fewer than", .atLeast),
        ("at most", .atMost), ("no more than", .atMost), ("not more than", .atMost), ("up to", .atMost),
        ("within", .atMost), ("no higher than", .atMost), ("not higher than", .atMost), ("not exceeding", .atMost),
        ("less than", .lessThan), ("fewer than", .lessThan), ("under", .lessThan), ("below", .lessThan),
        ("lower than", .lessThan),
        ("about", .about), ("around", .about), ("roughly", .about), ("approximately", .about), ("some", .about),
        ("nearly", .nearly), ("almost", .nearly), ("close to", .nearly),
        // These say nothing of the number.
        ("a total of", nil), ("in total", nil),
    ]

    /// Phrases behind the number.
    private static let behind: [(phrase: String, hedge: Qualifier)] = [
        (" or more", .atLeast), (" or less", .atMost), (" or fewer", .atMost), (" or so", .about),
    ]

    /// After a number these make a fraction or a part of it, not a count.
    static let fractions: Set<String> = [
        "half", "halves", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "sixth", "seventh", "eighth",
        "ninth", "tenth", "tenths", "hundredth", "hundredths", "of", "in", "out", "and", "or", "to", "dozen", "point",
        "hundreds", "thousands", "millions", "billions",
    ]

    /// Joined to a number these make an ordinal or a short multiplier, which is not read: 3rd, 5k.
    static let suffixes: Set<String> = ["st", "nd", "rd", "th", "k", "bn", "mn", "tn", "s"]

    static func leading(_ text: FigureText, at start: Int) -> (end: Int, hedge: Qualifier?)? {
        for (phrase, hedge) in before {
            if let end = EnglishFigure.phrase(phrase, text, at: start) { return (end, hedge) }
        }
        return nil
    }

    /// What is left behind the number without “or more” and its like, which stand at either end of the unit.
    static func trailing(_ text: FigureText, at start: Int) -> (rest: String, hedges: [Qualifier]) {
        let rest = text.string(from: start, to: text.count)
        for (phrase, hedge) in behind {
            if rest.hasSuffix(phrase) { return (String(rest.dropLast(phrase.count)), [hedge]) }
            if rest.hasPrefix(phrase + " ") { return (String(rest.dropFirst(phrase.count)), [hedge]) }
        }
        return (rest, [])
    }
}
