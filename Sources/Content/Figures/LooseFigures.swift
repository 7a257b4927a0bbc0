/// Every number with a unit in a plain text, as places in its UTF-8: 108项, 60%, 二十三个, “19 practices”.
/// Years, dates, ordinals, idioms and the allowed names (12345, 1+4+N, 三格) are none.
///
/// - Parameter passedOver: how many figures each allowed name kept from being found.
package func looseFigures(in text: String, allowed: [String], passedOver: inout [String: Int]) -> [Range<Int>] {
    let folded = FigureText(text)
    guard folded.scalars.contains(where: { $0.isDigit || ChineseNumeral.isNumeral($0) }) else { return [] }
    var scanner = LooseScanner(text: folded, names: allowed.map { Array(FigureText($0).scalars) })
    let found = scanner.scan()
    if !scanner.met.isEmpty {
        var all = LooseScanner(text: folded, names: [])
        for figure in all.scan() {
            guard let name = scanner.met.first(where: { $0.range.overlaps(figure) }) else { continue }
            passedOver[allowed[name.index], default: 0] += 1
        }
    }
    guard !found.isEmpty else { return [] }
    // Folding is one for one, so the places are those of the scalars before it.
    var (offsets, offset) = ([0], 0)
    for scalar in text.unicodeScalars {
        offset += UTF8.width(scalar)
        offsets.append(offset)
    }
    return found.map { offsets[$0.lowerBound]..<offsets[$0.upperBound] }
}

/// Goes once through a text, from number to number.
struct LooseScanner {
    let text: FigureText
    let names: [[Unicode.Scalar]]
    /// Where the last number ended that only names a part: “sections 1” and 2.
    var labelled: Int?

    init(text: FigureText, names: [[Unicode.Scalar]]) {
        self.text = text
        self.names = names
    }

    /// The allowed names that were gone past.
    private(set) var met: [(index: Int, range: Range<Int>)] = []

    /// What stands at a number: a figure, or something to go past.
    enum Find {
        case figure(Range<Int>)
        case nothing(end: Int)
    }

    mutating func scan() -> [Range<Int>] {
        var (found, place): ([Range<Int>], Int) = ([], 0)
        while let scalar = text[place] {
            if let name = name(at: place) {
                met.append(name)
                place = name.range.upperBound
                continue
            }
            guard scalar.isDigit || ChineseNumeral.isNumeral(scalar) else {
                place += 1
                continue
            }
            switch scalar.isDigit ? digits(at: place) : numeral(at: place) {
            case .figure(let range):
                found.append(range)
                place = range.upperBound
            case .nothing(let end):
                place = max(end, place + 1)
            }
        }
        return found
    }

    /// The longest allowed name that begins here; 12345 does not begin 1234567.
    private func name(at start: Int) -> (index: Int, range: Range<Int>)? {
        var longest: (index: Int, range: Range<Int>)?
        for (index, name) in names.enumerated() where text[start] == name.first && text.stands(name, at: start) {
            let end = start + name.count
            if name.last?.isDigit == true, text[end]?.isDigit == true { continue }
            if end > longest?.range.upperBound ?? start { longest = (index, start..<end) }
        }
        return longest
    }

    /// A number in digits: Chinese where a Chinese unit follows, English where a word does.
    private mutating func digits(at start: Int) -> Find {
        let past = ArabicNumber.endOfDigits(text, at: start)
        guard !isPartOfName(start, past), let number = ArabicNumber.read(text, at: start) else {
            return .nothing(end: past)
        }
        // 6.3.1 is no number; in 2025，100个 the comma ends one.
        if number.end < past, text[number.end] == "." { return .nothing(end: past) }
        if let end = endOfDate(at: start, number.end) { return .nothing(end: end) }
        if let find = chinese(at: start) { return find }
        return english(number, at: start)
    }

    /// P25, the 19 of COVID-19, 1+4+N, #5, 9:30, 1/3.
    private func isPartOfName(_ start: Int, _ end: Int) -> Bool {
        if text[end] == "×" || (text[end] == "+" && !ChineseNumber.isPlus(text, at: end)) { return true }
        if text[start - 1] == "×" || (text[end] == ":" && text[end + 1]?.isDigit == true) { return true }
        guard let before = text[start - 1] else { return false }
        if before.isASCIILetter || before == "+" || before == "_" || before == "#" { return true }
        guard let first = text[start - 2] else { return false }
        return switch before {
        case "-", ".": first.isASCIILetter
        case ":", "/": first.isASCIILetter || first.isDigit
        default: false
        }
    }

    /// The end of 2025-08-28, 2025/8, 2025.8.28 and of a span of years such as 2024–2025.
    private func endOfDate(at start: Int, _ numberEnd: Int) -> Int? {
        let yearEnd = start + 4
        guard numberEnd >= yearEnd, let year = Int(text.string(from: start, to: yearEnd)),
            LooseWords.years.contains(year), let sign = text[yearEnd],
            sign.isRangeSign || sign == "/" || sign == ".", text[yearEnd + 1]?.isDigit == true
        else { return nil }
        var end = yearEnd
        while let scalar = text[end], scalar.isDigit || (scalar == sign && text[end + 1]?.isDigit == true) { end += 1 }
        return text[end] == "年" ? end + 1 : end
    }
}
