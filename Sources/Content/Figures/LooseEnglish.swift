extension LooseScanner {
    /// The figure that begins with these digits, if an English word follows: “19 practices”, “24-hour”, “3 to 5
    /// people”, “0.327 million events”. The words are, of, and and their like follow a figure but are no part.
    mutating func english(_ number: (amount: Amount, end: Int), at start: Int) -> Find {
        let end = endOfRange(from: number.end)
        if number.end == start + 4, number.amount.decimals == 0, LooseWords.years.contains(number.amount.digits) {
            return .nothing(end: end)
        }
        if isLabelled(start) {
            labelled = end
            return .nothing(end: end)
        }
        if let attached = EnglishNumber.word(text, at: end) {
            // 24h and 5km are figures; 5G, 3rd and 1990s are not.
            let isMeasure = FigureUnits.symbols.contains(text.string(from: end, to: attached.end))
            // 12km² is no 12 km.
            let isPower = text[attached.end] == "²" || text[attached.end] == "³"
            let unitEnd = isPower ? attached.end + 1 : attached.end
            return isMeasure ? .figure(start..<unitEnd) : .nothing(end: unitEnd)
        }
        guard let sign = text[end], sign == " " || sign == "-", let word = EnglishNumber.word(text, at: end + 1) else {
            return .nothing(end: end)
        }
        if isMonth(text.string(from: end + 1, to: word.end)) { return .nothing(end: word.end) }
        if LooseWords.functions.contains(word.word) { return .figure(start..<end) }
        return .figure(start..<endOfUnit(word))
    }

    /// “million events” and “per cent” are taken whole.
    private func endOfUnit(_ word: (word: String, end: Int)) -> Int {
        guard EnglishNumber.isNumber(word.word) || word.word == "per", text[word.end] == " ",
            let next = EnglishNumber.word(text, at: word.end + 1), !LooseWords.functions.contains(next.word)
        else { return word.end }
        return next.end
    }

    /// The end of “3–5” and “3 to 5”, or of the number alone.
    private func endOfRange(from end: Int) -> Int {
        let place = text.skippingSpaces(from: end)
        if text[place]?.isRangeSign == true,
            let upper = ArabicNumber.read(text, at: text.skippingSpaces(from: place + 1))
        {
            return upper.end
        }
        guard let next = EnglishFigure.phrase("to", text, at: place), place > end else { return end }
        return ArabicNumber.read(text, at: next)?.end ?? end
    }

    /// “section 3”, “sections 1 and 2”, “September 9”.
    private func isLabelled(_ start: Int) -> Bool {
        var end = start
        while text[end - 1] == " " { end -= 1 }
        if text[end - 1] == ".", text.end(of: "No", at: end - 3) != nil { return true }
        var front = end
        while text[front - 1]?.isASCIILetter == true { front -= 1 }
        let before = text.string(from: front, to: end)
        if end < start, isMonth(before) || LooseWords.labels.contains(before.lowercased()) { return true }
        guard let labelled, labelled < start, start - labelled < 10 else { return false }
        let between = text.string(from: labelled, to: start).filter { $0 != " " && $0 != "," }
        return ["", "and", "or", "to", "–", "&"].contains(between)
    }

    private func isMonth(_ word: String) -> Bool { LooseWords.months.contains(word) }
}
