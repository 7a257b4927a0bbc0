import Diagnostics
import Text

extension Diagnostic.Hint {
    /// Marks that separate names in ASCII alone, and look nearly the same in Chinese.
    ///
    /// - Parameter wrong: those that are looked for.
    package static func fullWidthMark(
        in text: String, of wrong: [Unicode.Scalar] = ["，", "、", "；", "：", "＃"]
    ) -> Self? {
        let found = wrong.first { text.contains(Character($0)) }
        return found.flatMap { wrong in
            wrong.asciiMark.map { .writeASCIIMark(wrong: String(wrong), right: String($0)) }
        }
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
