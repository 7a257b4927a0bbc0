import Diagnostics
import Text

/// The titles of people as they are printed, by their names, for Chinese texts: 通州区委社会工作部部长李永海, 李永海（…部长）.
///
/// A title is recognised by its last two characters, which are those of some title of the table. What stands before them
/// may be cut short, since titles are: only what contradicts the table is told.
struct PeopleTitles: Sendable, Equatable {
    private let titles: [String: [PersonTitle]]
    /// How titles end: 部长, 书记.
    private let endings: Set<[Character]>

    init(_ rows: [PersonTitle]) {
        titles = Dictionary(grouping: rows, by: \.name)
        endings = Set(rows.flatMap { Self.parts($0.title).map { $0.suffix(2).map(\.self) } })
    }

    var names: [String] { Array(titles.keys) }

    /// What is wrong with the title at a name, and where it stands.
    ///
    /// - Parameter place: the bytes of the name.
    func problem(
        of name: String, at place: Range<Int>, in text: [UInt8]
    ) -> (range: Range<Int>, at: (SourceSpan) -> Diagnostic)? {
        for (title, range) in [Self.before(place, in: text), Self.behind(place, in: text)].compactMap(\.self) {
            guard let message = message(on: title, of: name) else { continue }
            let current = (titles[name] ?? []).filter { $0.until == nil }
            let known = (current.isEmpty ? titles[name] ?? [] : current).map { Phrase.quoted($0.title) }
            let hint: Diagnostic.Hint = message.isFormer ? .sayFormer(known) : .writeWord(known)
            return (range, { Diagnostic(message.0, at: $0, hint: hint) })
        }
        return nil
    }

    private func message(on title: [Character], of name: String) -> (Diagnostic.Message, isFormer: Bool)? {
        guard let rows = titles[name], title.count >= 2, endings.contains(title.suffix(2)) else { return nil }
        let written = String(title)
        let agreeing = rows.compactMap { row in
            Self.parts(row.title).lazy.compactMap { Self.wordsBefore($0, in: title) }.first.map { (row, $0) }
        }
        guard !agreeing.isEmpty else { return (.wrongTitle(title: written, name: name), false) }
        let isOver = agreeing.allSatisfy { row, _ in row.until != nil } && rows.contains { $0.until == nil }
        guard isOver, !agreeing.contains(where: { Self.saysFormer($0.1) }) else { return nil }
        return (.formerTitle(title: written, name: name), true)
    }

    /// What stands before a title of the table where that is what is written; nil where it is another one. Its own beginning
    /// may be left out.
    private static func wordsBefore(_ title: [Character], in written: [Character]) -> String? {
        let common = zip(written.reversed(), title.reversed()).prefix { $0 == $1 }.count
        let (before, left) = (written.dropLast(common), title.dropLast(common))
        let words = String(before)
        if left.isEmpty { return isDeputy(before.last) ? nil : words }
        guard common >= 2, !isDeputy(before.last), !isDeputy(left.last) else { return nil }
        return before.isEmpty || common >= 4 || leads.contains { words.hasSuffix($0) } ? words : nil
    }

    /// Whether words before a title say that it was held once. 原 and 前 say so only next to it or where they begin: 太原市 is
    /// a city, and 目前 is today.
    private static func saysFormer(_ words: String) -> Bool {
        let words = ["目前", "日前", "当前", "之前", "以前", "太原", "平原", "中原", "高原", "原平", "原州", "原阳", "前门", "前郭"]
            .reduce(words) { $0.replacing($1, with: "") }
        if ["时任", "曾任", "原任", "前任"].contains(where: words.contains) { return true }
        let lead = leads.first { words.hasPrefix($0) && !formers.contains($0) }
        let rest = words.dropFirst(lead?.count ?? 0)
        return formers.contains { rest.hasPrefix($0) || words.hasSuffix($0) }
    }

    /// 副部长 is no 部长.
    private static func isDeputy(_ character: Character?) -> Bool { character == "副" || character == "代" }

    /// What a sentence puts before a title.
    private static let leads =
        ["时任", "现任", "原任", "曾任", "担任", "据", "由", "经", "和", "与", "及", "对", "向", "请", "让", "是", "任", "该"] + formers
    private static let formers = ["原", "前"]

    // MARK: Texts

    /// The titles of somebody who has several, in Chinese characters alone.
    private static func parts(_ title: String) -> [[Character]] {
        title.split { !($0.unicodeScalars.first?.isHan ?? false) }.map(Array.init).filter { $0.count >= 2 }
    }

    /// The Chinese characters right before a name.
    private static func before(_ name: Range<Int>, in text: [UInt8]) -> ([Character], Range<Int>)? {
        var start = name.lowerBound
        while start >= 3, name.lowerBound - start < longest, text[..<start].lastScalar?.isHan == true { start -= 3 }
        return part(start..<name.lowerBound, of: text)
    }

    /// Those behind it, in brackets or behind a comma.
    private static func behind(_ name: Range<Int>, in text: [UInt8]) -> ([Character], Range<Int>)? {
        let rest = text[name.upperBound...]
        guard rest.starts(with: "（".utf8) || rest.starts(with: "，".utf8) else { return nil }
        let start = name.upperBound + 3
        var end = start
        while end - start < longest, end < text.count, text[end...].firstScalar?.isHan == true { end += 3 }
        return part(start..<end, of: text)
    }

    private static func part(_ range: Range<Int>, of text: [UInt8]) -> ([Character], Range<Int>)? {
        range.isEmpty ? nil : (Array(String(decoding: text[range], as: UTF8.self)), range)
    }

    /// In bytes, of three a character.
    private static let longest = 120
}
