/// Numbers in an English text: 327,000, 0.327 million, ten, twenty-three, a hundred and eight.
enum EnglishNumber {
    /// The number that begins here and the place after it. Between `between` and `and` the number has no
    /// `and` of its own.
    static func read(_ text: FigureText, at start: Int, joining: Bool = true) -> (amount: Amount, end: Int)? {
        guard text[start]?.isDigit == true else { return words(text, at: start, joining: joining) }
        guard var (amount, end) = ArabicNumber.read(text, at: start) else { return nil }
        if let joined = word(text, at: end), text[joined.end]?.isDigit != true,
            let scale = EnglishFigureWords.joined[text.string(from: end, to: joined.end)]
        {
            return amount.scaled(by: scale).map { ($0, joined.end) }
        }
        while let next = word(text, at: text.skippingSpaces(from: end)), let scale = scales[next.word] {
            guard text[end] == " ", let scaled = amount.scaled(by: scale) else { return nil }
            (amount, end) = (scaled, next.end)
        }
        return (amount, end)
    }

    /// The letters that begin here, in lower case.
    static func word(_ text: FigureText, at start: Int) -> (word: String, end: Int)? {
        var end = start
        while let scalar = text[end], scalar.isASCIILetter { end += 1 }
        return end > start ? (text.string(from: start, to: end).lowercased(), end) : nil
    }

    static func isNumber(_ word: String) -> Bool { small[word] != nil || scales[word] != nil }

    private static let scales = ["hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12]

    private static let small = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    /// “three hundred and twenty-seven thousand”, group by group.
    private static func words(_ text: FigureText, at start: Int, joining: Bool) -> (amount: Amount, end: Int)? {
        var (total, lastScale, place, end) = (0, 99, start, start)
        var amount: Amount?
        while let group = belowThousand(text, at: place, first: amount == nil, joining: joining) {
            let next = word(text, at: text.skippingSpaces(from: group.end))
            let scale = next.flatMap { scales[$0.word] } ?? 0
            guard scale < lastScale, scale == 0 || scale >= 3 else { return nil }
            total += group.value * Amount.power(scale)
            end = scale > 0 ? next?.end ?? group.end : group.end
            // The scale is kept apart while there is one group: three to five million.
            amount =
                amount == nil
                ? Amount(digits: group.value, scale: scale) : Amount(digits: total)
            guard amount != nil else { return nil }
            lastScale = scale
            guard scale > 0 else { break }
            place = skippingAnd(text, from: end, joining: joining)
        }
        return amount.map { ($0, end) }
    }

    /// “a hundred and eight”, “twenty-three”; `a` only at the beginning and before a scale.
    private static func belowThousand(
        _ text: FigureText, at start: Int, first: Bool, joining: Bool
    ) -> (value: Int, end: Int)? {
        if first, let article = word(text, at: start), article.word == "a" {
            guard let scale = word(text, at: text.skippingSpaces(from: article.end)) else { return nil }
            if scale.word != "hundred" { return scales[scale.word] == nil ? nil : (1, article.end) }
            return withRest(text, hundreds: 100, end: scale.end, joining: joining)
        }
        guard let front = belowHundred(text, at: start) else { return nil }
        guard let next = word(text, at: text.skippingSpaces(from: front.end)), next.word == "hundred", front.value > 0
        else { return front }
        return withRest(text, hundreds: front.value * 100, end: next.end, joining: joining)
    }

    private static func withRest(
        _ text: FigureText, hundreds: Int, end: Int, joining: Bool
    ) -> (value: Int, end: Int)? {
        guard let rest = belowHundred(text, at: skippingAnd(text, from: end, joining: joining)) else {
            return (hundreds, end)
        }
        return (hundreds + rest.value, rest.end)
    }

    private static func belowHundred(_ text: FigureText, at start: Int) -> (value: Int, end: Int)? {
        guard let first = word(text, at: start), let value = small[first.word] else { return nil }
        guard value >= 20, let sign = text[first.end], sign == "-" || sign == " ",
            let second = word(text, at: first.end + 1), let ones = small[second.word], (1...9).contains(ones)
        else { return (value, first.end) }
        return (value + ones, second.end)
    }

    private static func skippingAnd(_ text: FigureText, from start: Int, joining: Bool) -> Int {
        let place = text.skippingSpaces(from: start)
        guard joining, let next = word(text, at: place), next.word == "and" else { return place }
        return text.skippingSpaces(from: next.end)
    }
}
