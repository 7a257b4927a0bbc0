/// What stands around a number, and makes another of it or none.
extension PersonalDataFinder {
    /// Whether the digits are a part of a name, an amount or a decimal: `IMG_…`, `a1380…`, `3.1380…`, `¥…`.
    func isInsideName(_ start: Int, isLabelled: Bool) -> Bool {
        guard let before = text[start - 1] else { return false }
        let further = text[start - 2]
        switch before {
        case "_", "#", "$", "¥", "￥", "€", "£", "第": return true
        case ".": return further?.isDigit == true && !isLabelled
        case "-": return further?.isASCIILetter == true && !isLabelled
        default: return before.isASCIILetter && !isLabelled
        }
    }

    /// Whether a number can end here: no letter, no decimals and no unit follows.
    func isEnd(_ end: Int, isLabelled: Bool) -> Bool {
        guard let after = text[end] else { return true }
        let further = text[end + 1]
        switch after {
        case "_": return false
        case ".": return further.map { !$0.isDigit && !$0.isASCIILetter } ?? true
        case "-": return further?.isASCIILetter != true
        case "号", "號": return isLabelled || further == "码" || further == "碼"
        default:
            if after.isASCIILetter {
                return text.end(of: "ext", at: end) != nil || after == "x" && further?.isDigit == true
            }
            return isLabelled || !isFigure(end)
        }
    }

    /// Whether a unit follows, so that the digits count something.
    func isFigure(_ end: Int) -> Bool {
        let next = text[end] == " " ? end + 1 : end
        guard let after = text[next] else { return false }
        return Self.units.contains(after) || next == end && Self.counters.contains(after)
    }

    private static let units = Set("%‰元万亿億萬吨噸".unicodeScalars)
    private static let counters = Set("人件次户戶个個条條笔筆份名家项項".unicodeScalars)

    func follows(_ telephone: Int, _ start: Int) -> Bool {
        guard telephone >= 0, (1...2).contains(start - telephone) else { return false }
        return text.scalars[telephone..<start].allSatisfy { "、/,; 或者".unicodeScalars.contains($0) }
    }

    /// Takes an extension with its number: `转 12`, `-801`, `ext. 5`.
    func extend(_ number: inout Number) {
        var place = number.range.upperBound
        while text[place] == " " { place += 1 }
        let sign = ["转", "轉", "分机", "ext.", "ext", "x", "-"].lazy.compactMap { text.end(of: $0, at: place) }.first
        guard var end = sign else { return }
        while text[end] == " " { end += 1 }
        guard number.next < text.runs.count, text.runs[number.next].lowerBound == end,
            text.length(number.next) <= (text[place] == "-" ? 5 : 6)
        else { return }
        number.range = number.range.lowerBound..<text.runs[number.next].upperBound
        number.next += 1
    }
}
