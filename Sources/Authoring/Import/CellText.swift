import Content
import Text

/// The entries of a cell that lists sentences: one a line. If every line is numbered or has a bullet, the marks
/// are dropped, since the list has its own.
func listedLines(_ text: String) -> [String] {
    let all = lines(of: text)
    let bare = all.compactMap(withoutMark)
    return all.count > 1 && bare.count == all.count ? bare : all
}

/// A line without the number or bullet it begins with: `1.`, `2、`, `（三）`, `④`, `-`; nil if it has none.
private func withoutMark(_ line: String) -> String? {
    var rest = Substring(line)
    func isNumeral(_ character: Character) -> Bool {
        (character.isASCII && character.isNumber) || "一二三四五六七八九十".contains(character)
    }
    guard let first = rest.first else { return nil }
    if "-–—•·●○■◆*".contains(first) || ("\u{2460}"..."\u{2473}").contains(first) {
        rest.removeFirst()
    } else if "（(".contains(first) {
        rest.removeFirst()
        let numeral = rest.prefix(while: isNumeral)
        rest.removeFirst(numeral.count)
        guard !numeral.isEmpty, let close = rest.first, "）)".contains(close) else { return nil }
        rest.removeFirst()
    } else {
        let numeral = rest.prefix(while: isNumeral)
        rest.removeFirst(numeral.count)
        guard !numeral.isEmpty, let mark = rest.first, "、.．)）".contains(mark) else { return nil }
        rest.removeFirst()
        // 1.5 is a number, not the first of a list.
        if let next = rest.first, next.isASCII, next.isNumber { return nil }
    }
    let bare = trimmed(rest)
    return bare.isEmpty ? nil : bare
}

/// The entries of a cell that lists names: between them stand line ends, semicolons, commas or 、.
func listedNames(_ text: String) -> [String] {
    parts(of: text) { $0.isNewline || "；;、，,".contains($0) }
}

/// The people of a cell, each with what they do if a colon says so: `居委会：召集；物业：维修`.
func listedActors(_ text: String) -> [(name: String, role: String?)] {
    let hasRoles = text.contains { "：:".contains($0) }
    let entries = hasRoles ? parts(of: text) { $0.isNewline || "；;".contains($0) } : listedNames(text)
    return entries.map { entry in
        guard let colon = entry.firstIndex(where: { "：:".contains($0) }), colon != entry.startIndex else {
            return (entry, nil)
        }
        let role = trimmed(entry[entry.index(after: colon)...])
        return (trimmed(entry[..<colon]), role.isEmpty ? nil : role)
    }
}

/// A day as offices write it (2025年3月1日, 2025/3/1, 2025.3.1) in ISO 8601; nil if it is not one.
func isoDate(_ text: String) -> String? {
    let numbers = dateParts(text)
    guard numbers.count == 3, let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]),
        (1000...9999).contains(numbers[0])
    else { return nil }
    return date.description
}

/// The numbers of a date, if nothing but the signs of a date stands around them.
private func dateParts(_ text: String) -> [Int] {
    let signs = "年月日号/-.．／ 　"
    guard text.allSatisfy({ ($0.isASCII && $0.isNumber) || signs.contains($0) }) else { return [] }
    return text.split { signs.contains($0) }.compactMap { Int($0) }
}
