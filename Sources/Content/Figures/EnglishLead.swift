/// What stands before the number of an English figure.
extension FigureLead {
    /// Nil where the words cannot stand together.
    init?(english text: FigureText) {
        while let (lead, place) = Self.englishLead(text, at: end) {
            end = place
            switch lead {
            case .hedge(let hedge): hedges.append(hedge)
            case .nothing: break
            case .change(let sign):
                guard direction == nil else { return nil }
                direction = sign
                guard takeReached(text) else { return nil }
            }
        }
        if direction == nil, let place = EnglishFigure.phrase("a", text, at: end), text[place]?.isDigit == true {
            end = place
        }
        takeSign(text)
        if isNegative, direction != nil { return nil }
    }

    private static func englishLead(_ text: FigureText, at start: Int) -> (lead: EnglishFigureWords.Lead, end: Int)? {
        for (phrase, lead) in EnglishFigureWords.leads {
            if let end = EnglishFigure.phrase(phrase, text, at: start) { return (lead, end) }
        }
        return nil
    }

    /// “to 95%”, “from 80% to 95%”.
    private mutating func takeReached(_ text: FigureText) -> Bool {
        if let place = EnglishFigure.phrase("to", text, at: end) {
            (end, isReached) = (place, true)
        } else if let place = EnglishFigure.phrase("from", text, at: end) {
            guard let number = EnglishNumber.read(text, at: place) else { return false }
            var next = text.skippingSpaces(from: number.end)
            let start = next
            while text[next] != nil, EnglishFigure.phrase("to", text, at: next) == nil { next += 1 }
            guard let to = EnglishFigure.phrase("to", text, at: next), next > number.end else { return false }
            from = (number.amount, text[start..<next].trimmed.writtenString)
            (end, isReached) = (to, true)
        }
        return true
    }

    private mutating func takeSign(_ text: FigureText) {
        if let place = EnglishFigure.phrase("minus", text, at: end) {
            (end, isNegative) = (place, true)
        } else if let sign = text[end], text[end + 1]?.isDigit == true {
            if sign.isMinus { (end, isNegative) = (end + 1, true) }
            if sign == "+", direction == nil { (end, direction) = (end + 1, 1) }
        }
    }
}
