import Diagnostics
import Text

extension Diagnostic.Hint {
    private static let marks: [(wrong: Character, right: String)] = [
        ("，", ","), ("、", ","), ("；", ";"), ("：", ":"), ("＃", "#"),
    ]

    /// Marks that separate names in ASCII alone, and look nearly the same in Chinese.
    ///
    /// - Parameter wrong: those that are looked for; all where none is given.
    package static func fullWidthMark(in text: String, of wrong: Set<Character>? = nil) -> Self? {
        marks.first { mark in
            wrong?.contains(mark.wrong) != false && text.contains(mark.wrong)
        }.map { .writeASCIIMark(wrong: String($0.wrong), right: $0.right) }
    }

    /// Brackets of Chinese around names, `【panjin、wuhan】`, and quotation marks around one, `“panjin”`.
    package static func chineseMarks(around text: String) -> Self? {
        guard let bare = inside(text, ["［］", "【】", "〔〕"]) else { return unquoted(text).map { .removeQuotes($0) } }
        let names = bare.split { "，、,".contains($0) }.map { trimmed(String($0)) }
        return .writeASCIIBrackets("[" + names.joined(separator: ", ") + "]")
    }

    /// What stands between quotation marks of Chinese; nil where there are none.
    static func unquoted(_ text: String) -> String? { inside(text, ["“”", "””", "““", "‘’", "「」", "『』", "＂＂"]) }

    private static func inside(_ text: String, _ pairs: [String]) -> String? {
        guard let first = text.first, let last = text.last, text.count > 2,
            pairs.contains(where: { $0.first == first && $0.last == last })
        else { return nil }
        return trimmed(String(text.dropFirst().dropLast()))
    }
}
