import Content
import Text

extension PrintedList {
    /// How many of the last paragraphs close a document and are part of no item: who signed it and when, notes, whom to
    /// ask.
    static func closing(_ paragraphs: [String]) -> Int {
        var (count, isAboveDate) = (0, false)
        for paragraph in paragraphs.reversed() {
            let text = trimmed(paragraph)
            let isSigned = isDay(text) || isAboveDate && isSigner(text)
            guard isSigned || text.isEmpty || isNote(text) else { break }
            if !text.isEmpty { isAboveDate = isSigned }
            count += 1
        }
        return count
    }

    /// A day and nothing else: `2025年3月1日`, `二〇二五年三月一日`.
    private static func isDay(_ text: String) -> Bool {
        isoDate(text) != nil
            || text.hasSuffix("日") && text.contains("年") && text.allSatisfy { "〇○零一二三四五六七八九十年月日 ".contains($0) }
    }

    /// Who stands above a date: a name without a sentence.
    private static func isSigner(_ text: String) -> Bool {
        text.count <= 30 && !text.contains { "。；;！？：:".contains($0) }
    }

    /// `（此件公开发布）`, `联系人：…`, `附件：…`, `抄送：…`, `…办公室 2025年3月1日印发`.
    private static func isNote(_ text: String) -> Bool {
        if let first = text.first, let last = text.last, "（(".contains(first), "）)".contains(last) {
            return ["此件", "公开", "印发", "联系", "电话", "供稿", "来源"].contains { text.contains($0) }
        }
        if text.hasSuffix("印发"), text.count <= 40 { return true }
        guard let colon = text.firstIndex(where: { "：:".contains($0) }) else { return false }
        return notes.contains(text[..<colon].filter { !$0.isWhitespace && !$0.isNumber })
    }

    private static let notes: Set<String> = [
        "联系人", "联系电话", "联系方式", "联系人及电话", "联系单位", "电话", "附件", "附", "注", "备注", "抄送", "主送", "抄报",
    ]
}
