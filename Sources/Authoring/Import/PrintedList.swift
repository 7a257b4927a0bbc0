import Content
import Office
import Text

/// A list of practices as ministries print it: `一、` chapter, `（一）` section, `1.` place and claim, and text below.
///
/// Numbers are typed or put there by Word; headings without numbers are known by their style, chapters by being bold.
struct PrintedList {
    struct Item {
        /// The index of the paragraph with place and claim.
        var heading: Int
        /// What is said of it, paragraph by paragraph.
        var texts: [Int] = []
        /// The id of its section.
        var section: String
    }

    let paragraphs: [OfficeParagraph]
    private(set) var items: [Item] = []
    private(set) var sections: [SourceDocument.Section] = []
    /// By paragraph, the section it stands in.
    private(set) var sectionOf: [String] = []
    /// Headings, by their index.
    private(set) var headings: Set<Int> = []
    /// The paragraphs that belong to no item and are no heading.
    private(set) var others: [Int] = []

    /// - Parameter wholeText: what the part before the first heading is called.
    init(_ paragraphs: [OfficeParagraph], wholeText: String) {
        self.paragraphs = paragraphs
        // Bold lines at the top are the title.
        let top = paragraphs.firstIndex { !$0.isBold || $0.outline != nil || Self.isNumbered($0) } ?? 0
        let ranks = paragraphs.indices.map { $0 < top ? nil : Self.rank(paragraphs[$0]) }
        let itemRank = Self.rankOfItems(ranks, paragraphs)
        // Where items are headings by their style, other numbered paragraphs are text.
        let areStyled = paragraphs.indices.contains { ranks[$0] == itemRank && paragraphs[$0].outline != nil }
        var chapters: [Int: String] = [:]
        for (index, paragraph) in paragraphs.enumerated() {
            let rank = areStyled && ranks[index] == itemRank && paragraph.outline == nil ? nil : ranks[index]
            switch rank {
            case let rank? where rank < itemRank:
                headings.insert(index)
                chapters = chapters.filter { $0.key < rank }
                chapters[rank] = Self.bare(paragraph.text, label: paragraph.label)
                let title = chapters.sorted { $0.key < $1.key }.map(\.value).joined(separator: "：")
                sections.append(.init(id: "s\(sections.count + 1)", title: title, heading: paragraph.number))
            case itemRank:
                headings.insert(index)
                openSection(wholeText)
                items.append(Item(heading: index, section: sections[sections.count - 1].id))
            default:
                openSection(wholeText)
                let isInItem = items.last.map { $0.section == sections[sections.count - 1].id } == true
                if isInItem { items[items.count - 1].texts.append(index) } else { others.append(index) }
            }
            sectionOf.append(sections[sections.count - 1].id)
        }
        if let last = items.indices.last {
            let closing = Self.closing(items[last].texts.map { paragraphs[$0].text })
            others += items[last].texts.suffix(closing)
            items[last].texts.removeLast(closing)
        }
    }

    private mutating func openSection(_ title: String) {
        if sections.isEmpty { sections.append(.init(id: "s1", title: title)) }
    }

    // MARK: Numbers

    /// A heading without its number.
    static func bare(_ text: String, label: String?) -> String {
        trimmed(text.dropFirst(label == nil ? number(of: text)?.length ?? 0 : 0))
    }

    static func isNumbered(_ paragraph: OfficeParagraph) -> Bool {
        number(of: paragraph.label ?? paragraph.text) != nil
    }

    /// 1 for `一、`, 2 for `（一）`, 3 for `1.`; what is finer is text. A heading without a number has the rank of its
    /// style, and a short bold line that of a section.
    private static func rank(_ paragraph: OfficeParagraph) -> Int? {
        if let number = number(of: paragraph.label ?? paragraph.text) { return number.rank > 3 ? nil : number.rank }
        if let outline = paragraph.outline { return outline }
        let text = trimmed(paragraph.text)
        let isShort = text.count <= 40 && !text.contains { "。；;：:".contains($0) }
        return paragraph.isBold && isShort ? 2 : nil
    }

    /// That of `1.`; where there are no such, of the finest headings.
    private static func rankOfItems(_ ranks: [Int?], _ paragraphs: [OfficeParagraph]) -> Int {
        let numbered = paragraphs.indices.filter { isNumbered(paragraphs[$0]) }
        if numbered.contains(where: { ranks[$0] == 3 }) { return 3 }
        let styled = paragraphs.indices.filter { paragraphs[$0].outline != nil || numbered.contains($0) }
        return styled.compactMap { ranks[$0] }.max() ?? 3
    }

    /// The rank and the length of the number that a text begins with.
    private static func number(of text: String) -> (rank: Int, length: Int)? {
        let start = text.prefix { $0.isWhitespace }.count
        let rest = text.dropFirst(start)
        func run(_ text: Substring, _ signs: String) -> Int { text.prefix { signs.contains($0) }.count }
        let (chinese, arabic) = ("一二三四五六七八九十百", "0123456789０１２３４５６７８９")
        let isAlone = { (length: Int) in length > 0 && length == rest.count }
        let numerals = run(rest, chinese)
        if numerals > 0, rest.dropFirst(numerals).first.map({ "、．.".contains($0) }) == true || isAlone(numerals) {
            return (1, start + numerals + 1)
        }
        if let first = rest.first, "（(".contains(first) {
            let inner = rest.dropFirst()
            for (signs, rank) in [(chinese, 2), (arabic, 4)] {
                let length = run(inner, signs)
                guard length > 0, inner.dropFirst(length).first.map({ "）)".contains($0) }) == true else { continue }
                return (rank, start + length + 2)
            }
        }
        let digits = run(rest, arabic)
        let after = rest.dropFirst(digits)
        if digits > 0, digits <= 3, after.first.map({ ".．、".contains($0) }) == true || isAlone(digits) {
            // 1.5 is a number.
            if let next = after.dropFirst().first, arabic.contains(next) { return nil }
            return (3, start + digits + 1)
        }
        if let first = rest.first, ("\u{2460}"..."\u{2473}").contains(first) { return (5, start + 1) }
        return nil
    }
}
