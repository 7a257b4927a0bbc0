/// A figure in a running text with the words around its number that change what it says: 约300件, 98.6%以上, 由80%提高到95%.
struct FigureReach {
    /// What stands before the number and belongs to it.
    private(set) var lead = ""
    /// What stands behind it and belongs to it.
    private(set) var tail = ""
    /// Why no row can say what the text says; nil where one can.
    private(set) var fault: Fault?

    /// What is said of a number and cannot be told with it.
    enum Fault: Error {
        /// 约12至15人: bounds that nobody can rely on.
        case hedgedRange
        /// The 4.5% of 分别下降12.3%和4.5%, which alone would be a rise.
        case sharedFall
        /// The 200件 of 1 200件, the 3年 of 3年半.
        case partOfNumber
    }

    /// - Parameters:
    ///   - before: what stands before the number in its paragraph.
    ///   - after: what stands behind it.
    init(_ number: String, behind before: Substring, before after: Substring) {
        takeTail(of: number, in: after.prefix { !$0.isWhitespace })
        takeLead(of: number, in: before.suffix(Self.longestLead))
        let rest = (before: before.dropLast(lead.count), after: after.dropFirst(tail.count))
        let whole = lead + number + tail
        guard !FigureNeighbours(whole, behind: rest.before, before: rest.after).changeNumber else {
            fault = .partOfNumber
            return
        }
        guard let figure = PrintedFigure(whole) else { return }
        if figure.qualifier == .range, Self.endsInHedge(rest.before) || Self.beginsWithHedge(rest.after) {
            fault = .hedgedRange
        } else if figure.change == nil, Self.fallIsShared(rest.before) {
            fault = .sharedFall
        } else if let hedge = Self.hedge(endOf: rest.before), PrintedFigure(hedge + whole) == nil {
            // 近300件不到 contradicts itself.
            fault = .partOfNumber
        }
    }

    private mutating func takeTail(of number: String, in text: Substring) {
        var reading = Reading(number)
        for end in text.indices.prefix(Self.longestTail) {
            guard let longer = Reading(number + text[...end]), longer != reading else { continue }
            let words = text[...end]
            if let last = ChineseFigureWords.atEnd.first(where: { words.hasSuffix($0.word) })?.word,
                ChineseFigureWords.continues(last, into: text[end...].dropFirst().first)
            {
                continue
            }
            (tail, reading) = (String(words), longer)
        }
    }

    private mutating func takeLead(of number: String, in text: Substring) {
        var reading = Reading(number + tail)
        for start in text.indices.reversed() where !text[start].isWhitespace {
            // 80->95 is an arrow and not more than 95.
            if "<>".contains(text[start]), let last = text[..<start].last, "-=".contains(last) { continue }
            let words = text[start...]
            guard let longer = Reading(words + number + tail),
                longer != reading || Self.reaches(words.dropLast(lead.count), into: lead)
            else { continue }
            (lead, reading) = (String(words), longer)
        }
    }

    /// Whether a word begins a text and goes on behind it: 下 of 下降, where 降 alone says the same.
    private static func reaches(_ text: Substring, into rest: String) -> Bool {
        let word = ChineseFigureWords.leads.match(FigureText(text + rest), at: 0)
        return word.map { $0.end > text.unicodeScalars.count } ?? false
    }

    /// In characters.
    private static let (longestLead, longestTail) = (20, 6)

    /// What a print says of a number.
    private struct Reading: Equatable {
        var numbers: [Double?]
        var qualifier: Qualifier
        var isChange: Bool

        init?(_ text: String) {
            guard let figure = PrintedFigure(text) else { return nil }
            (numbers, qualifier) = ([figure.value, figure.lower, figure.upper, figure.baseline], figure.qualifier)
            isChange = figure.change == .by
        }
    }
}

extension FigureReach {
    /// The words directly beside a figure that hedge it, and no others.
    static func hedges(
        of figure: String, behind before: Substring, before after: Substring
    ) -> (lead: String, tail: String) {
        func qualifier(_ text: String) -> Qualifier? { PrintedFigure(text)?.qualifier }
        var (lead, tail) = ("", "")
        if beginsWithHedge(after) {
            tail = FigureReach(figure, behind: "", before: after).tail
            if qualifier(figure + tail) == qualifier(figure) { tail = "" }
        }
        if let word = hedge(endOf: before), let longer = qualifier(word + figure + tail),
            longer != qualifier(figure + tail)
        {
            lead = word
        }
        return (lead, tail)
    }

    /// Whether a text ends in a word that hedges the number behind it.
    private static func endsInHedge(_ text: Substring) -> Bool { hedge(endOf: text) != nil }

    /// The longest hedge with which a text ends.
    private static func hedge(endOf text: Substring) -> String? {
        let end = text.suffix(4)
        return end.indices.lazy.map { String(end[$0...]) }.first { word in
            let text = FigureText(word)
            guard case (.hedge, let length)? = ChineseFigureWords.leads.match(text, at: 0) else { return false }
            return length == text.count
        }
    }

    /// Whether a text begins with a word that hedges the number before it.
    private static func beginsWithHedge(_ text: Substring) -> Bool {
        ChineseFigureWords.behind.contains { text.hasPrefix($0.word) }
            || ChineseFigureWords.atEnd.contains { hedge in
                text.hasPrefix(hedge.word)
                    && !ChineseFigureWords.continues(hedge.word, into: text.dropFirst(hedge.word.count).first)
            }
    }

    /// Whether a fall is told of the figure before, and of the next one with it.
    private static func fallIsShared(_ text: Substring) -> Bool {
        guard let word = ["以及", "、", "和", "与", "及"].first(where: text.hasSuffix) else { return false }
        let rest = text.dropLast(word.count)
        let part = rest.suffix(longestLead + longestTail)
        for start in part.indices {
            guard let figure = PrintedFigure(String(part[start...])) else { continue }
            return figure.change == .by ? figure.value < 0 : fallIsShared(rest[..<start])
        }
        return false
    }
}
