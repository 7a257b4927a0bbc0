/// What is said behind a Chinese number: the unit, and the words that hedge it.
struct ChineseTail {
    var unit: FigureText
    var hedges: [Qualifier] = []

    init(_ unit: FigureText, isYear: Bool) {
        self.unit = unit
        // 100人+, 97%+
        if unit[unit.count - 1] == "+" { self.unit = unit.prefix(unit.count - 1) }
        takeHedge(isYear: isYear)
        if self.unit.count < unit.count, unit[unit.count - 1] == "+" { hedges.append(.atLeast) }
    }

    private mutating func takeHedge(isYear: Bool) {
        if let (word, hedge) = ChineseFigureWords.atEnd.first(where: { unit.ends(with: $0.word) }) {
            return take(word.unicodeScalars.count, hedge)
        }
        for place in 0..<unit.count {
            for (word, hedge) in ChineseFigureWords.behind {
                guard let end = unit.end(of: word, at: place) else { continue }
                unit = unit.removing(place..<(unit.end(of: "的", at: end) ?? end))
                hedges.append(hedge)
                return
            }
        }
        let measures = ChineseFigureWords.measures
        if unit.ends(with: "内"), !isYear, measures.contains(where: { unit.prefix(unit.count - 1).ends(with: $0) }) {
            take(1, .atMost)
        } else if unit.count > 1, unit.ends(with: "余") || unit.ends(with: "多") {
            take(1, .moreThan)
        }
    }

    /// Takes out what tells of a percentage that it is a rise (1) or a fall (-1): 5%的降幅, 百分之五的下降; nil if nothing does.
    mutating func takeDirection(percent: String?) -> Int? {
        let signs = percent == nil ? ["%", "‰", "个百分点", "成", "倍"] : [""]
        guard let sign = signs.first(where: { unit.end(of: $0, at: 0) != nil }) else { return nil }
        let place = sign.unicodeScalars.count
        let start = unit.end(of: "的", at: place) ?? place
        guard let (word, end) = ChineseFigureWords.leads.match(unit, at: start), end == unit.count else { return nil }
        switch word {
        case .noun(let direction),
            .verb(let direction) where start > place:
            unit = unit.prefix(place)
            return direction
        default: return nil
        }
    }

    private mutating func take(_ count: Int, _ hedge: Qualifier) {
        unit = unit.prefix(unit.count - count)
        hedges.append(hedge)
    }
}

extension Qualifier {
    /// One hedge out of several. Where two differ only in whether the number itself counts (超过100个以上), the
    /// weaker claim stands; where they contradict each other there is none.
    static func combined(_ hedges: [Qualifier]) -> Qualifier?? {
        switch Set(hedges) {
        case []: .some(nil)
        case let only where only.count == 1: only.first
        case [.moreThan, .atLeast]: .atLeast
        case [.lessThan, .atMost]: .atMost
        default: nil
        }
    }

    /// The hedge of the same number with a minus before it: a fall by more than 5 is less than -5.
    var negated: Qualifier {
        switch self {
        case .moreThan: .lessThan
        case .lessThan: .moreThan
        case .atLeast: .atMost
        case .atMost: .atLeast
        case .exact, .about, .nearly, .rounded, .range: self
        }
    }
}
