/// The words around the number of an English figure.
enum EnglishFigureWords {
    enum Lead: Sendable {
        case hedge(Qualifier)
        /// Says nothing of the number.
        case nothing
        /// The number is a change, or a level after one if `to` or `from` follows.
        case change(sign: Int)
    }

    /// Phrases before the number; a longer one stands before its own beginning.
    static let leads: [(phrase: String, lead: Lead)] = all(
        (["more than", "over", "above", "upwards of", "greater than", "exceeding", ">"], .hedge(.moreThan)),
        (
            [
                "at least", "not less than", "no less than", "no lower than", "not lower than", "no fewer than",
                "not fewer than", "≥", "≧", ">=",
            ], .hedge(.atLeast)
        ),
        (
            [
                "at most", "no more than", "not more than", "up to", "within", "no higher than", "not higher than",
                "not exceeding", "≤", "≦", "<=",
            ], .hedge(.atMost)
        ),
        (["less than", "fewer than", "under", "below", "lower than", "<"], .hedge(.lessThan)),
        (["about", "around", "roughly", "approximately", "some", "≈", "~"], .hedge(.about)),
        (["nearly", "almost", "close to"], .hedge(.nearly)),
        (["a total of", "in total", "on average", "an average of"], .nothing),
        (
            [
                "an increase of", "increase of", "increased by", "increased", "a rise of", "rise of", "rose by", "rose",
                "risen by", "grew by", "grew", "growth of", "gained", "improved by", "up by", "up", "↑",
            ], .change(sign: 1)
        ),
        (
            [
                "a decrease of", "decrease of", "decreased by", "decreased", "a fall of", "fall of", "fell by", "fell",
                "fallen by", "a drop of", "drop of", "dropped by", "dropped", "a decline of", "decline of",
                "declined by", "declined", "a reduction of", "reduction of", "reduced by", "cut by", "shortened by",
                "lowered by", "down by", "down", "↓",
            ], .change(sign: -1)
        ))

    /// A change that is a word of its own, in per cent.
    static let multiples: [(phrase: String, change: Int)] = [
        ("doubled", 100), ("tripled", 200), ("quadrupled", 300), ("halved", -50),
    ]

    /// Phrases behind the number.
    static let behind: [(phrase: String, hedge: Qualifier)] = [
        (" or more", .atLeast), (" or less", .atMost), (" or fewer", .atMost), (" or so", .about),
    ]

    /// Behind the number and its unit these make it a change: 12.3% growth, a 5% fall.
    static let changes: [(phrase: String, sign: Int)] = [
        ("increase", 1), ("rise", 1), ("growth", 1), ("decrease", -1), ("fall", -1), ("drop", -1), ("decline", -1),
        ("reduction", -1),
    ]

    /// Multipliers that are joined to the digits. A capital W may mean watts, m is metres, and M is either.
    static let joined = ["k": 3, "K": 3, "w": 4, "mn": 6, "bn": 9, "tn": 12]

    /// After a number these make a fraction or a part of it, or change it: they are no unit.
    static let fractions: Set<String> = [
        "half", "halves", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "sixth", "seventh", "eighth",
        "ninth", "tenth", "tenths", "hundredth", "hundredths", "of", "in", "out", "and", "or", "to", "dozen", "point",
        "hundreds", "thousands", "millions", "billions", "odd", "plus", "gross", "score", "lakh", "crore", "fold",
    ]

    private static func all(_ rows: ([String], Lead)...) -> [(phrase: String, lead: Lead)] {
        let phrases = rows.flatMap { phrases, lead in phrases.map { (phrase: $0, lead: lead) } }
        return phrases.sorted { $0.phrase.utf8.count > $1.phrase.utf8.count }
    }
}
