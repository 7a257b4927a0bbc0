import Diagnostics
import Text

/// Marks within a line: `｜甲｜`, `＊＊重点＊＊`, `[附件]（a.pdf）`, `！[图](a.png)`, `![图](会 议.jpg)`.
extension AlmostMarkup {
    func marks() -> [Diagnostic] {
        // Nearly no line has any of them.
        let bytes = source.bytes[line]
        let hasMarks = bytes.holds("＃") || bytes.holds("｜") || bytes.holds("＊＊")
        return (hasMarks ? fullWidthMarks() : []) + (mayHoldLinks ? links() : []) + spacedAddresses() + partedLinks()
    }

    private var mayHoldLinks: Bool {
        let bytes = source.bytes[line]
        if bytes.holds("]（") || bytes.holds("］") || bytes.holds("！[") { return true }
        // `[附件](a.pdf）`
        guard bytes.holds("）") else { return false }
        var place = line.lowerBound
        while let open = bytes.position(of: "](", from: place) {
            place = bytes[open...].firstIndex { $0 == UInt8(ascii: ")") || $0 == 0xEF } ?? line.upperBound
            if bytes[place...].starts(with: "）".utf8) { return true }
        }
        return false
    }

    private func fullWidthMarks() -> [Diagnostic] {
        let text = text
        if text.first == "＃", let end = text.firstIndex(where: { $0 != "＃" && $0 != " " && $0 != "　" }) {
            let marks = text[..<end].count { $0 == "＃" }
            let range = line.lowerBound..<line.lowerBound + text[..<end].utf8.count
            if marks <= 6 { return [problem(.almostHeading, range, String(repeating: "#", count: marks) + " ")] }
        }
        let bars = text.count { $0 == "｜" || $0 == "|" }
        if bars >= 2, text.contains("｜"), text.first == "｜" || text.last == "｜" || text.first == "|" && text.last == "|"
        {
            return [problem(.almostTable, line, text.replacing("｜", with: "|"))]
        }
        return emphasis(text)
    }

    /// Asterisks around words; those of a name or a number, `张＊＊` and `138＊＊＊＊1234`, hide what stands there.
    private func emphasis(_ text: String) -> [Diagnostic] {
        let runs = runs(of: "＊", in: text)
        guard runs.count.isMultiple(of: 2), runs.allSatisfy({ text[$0].count == 2 }) else { return [] }
        return stride(from: 0, to: runs.count, by: 2).flatMap { index -> [Diagnostic] in
            let words = text[runs[index].upperBound..<runs[index + 1].lowerBound]
            guard let first = words.first, first.isLetter || "《“「（".contains(first), let last = words.last,
                last != " ", last != "　"
            else { return [] }
            let before = text[..<runs[index].lowerBound].last
            let isCertain = before.map { !$0.isLetter && !$0.isNumber } ?? true
            return runs[index...(index + 1)].map { run in
                let start = line.lowerBound + text[..<run.lowerBound].utf8.count
                return Diagnostic(
                    .almostEmphasis, at: source.span(start..<start + text[run].utf8.count), hint: .writeInstead("**"),
                    fix: isCertain ? "**" : nil)
            }
        }
    }

    private func runs(of mark: Character, in text: String) -> [Range<String.Index>] {
        var runs: [Range<String.Index>] = []
        while let start = text[(runs.last?.upperBound ?? text.startIndex)...].firstIndex(of: mark) {
            runs.append(start..<(text[start...].firstIndex { $0 != mark } ?? text.endIndex))
        }
        return runs
    }

    /// Links and pictures with full-width brackets. By hand: a regular expression would be compiled for each line.
    private func links() -> [Diagnostic] {
        let characters = Array(text)
        // Where each begins, so that a line of many costs what it is long.
        var offsets = [line.lowerBound]
        for character in characters { offsets.append(offsets[offsets.count - 1] + character.utf8.count) }
        var problems: [Diagnostic] = []
        var next = 0
        while let open = characters[next...].firstIndex(where: { "[［".contains($0) }) {
            next = open + 1
            guard let close = characters[next...].firstIndex(where: { "[]［］".contains($0) }) else { break }
            guard "]］".contains(characters[close]), close > next, close + 1 < characters.count,
                "(（".contains(characters[close + 1]),
                let end = characters[(close + 2)...].firstIndex(where: { " ()（）<>".contains($0) }), end > close + 2,
                ")）".contains(characters[end])
            else { continue }
            next = end + 1
            let address = String(characters[(close + 2)..<end])
            let isPicture = open > 0 && characters[open - 1] == "！" && Self.endsAsPicture(address)
            let marks = [open, close, close + 1, end].map { characters[$0] }
            guard isPicture || !marks.allSatisfy(\.isASCII), Self.looksLikeAddress(address) else { continue }
            // What is right in front stays out of it.
            let isLabelPlain = !isPicture && characters[open] == "[" && characters[close] == "]"
            let first = isPicture ? open - 1 : isLabelPlain ? close : open
            let words = String(characters[(open + 1)..<close])
            let fixed = isLabelPlain ? "](\(address))" : "\(isPicture ? "!" : "")[\(words)](\(address))"
            let span = offsets[first]..<offsets[end + 1]
            problems.append(
                Diagnostic(
                    isPicture ? .almostPicture : .almostLink, at: source.span(span), hint: .writeInstead(fixed),
                    fix: fixed))
        }
        return problems
    }

    /// `[附件] (https://a.cn/a.pdf)`: a link has no space between its brackets. Not corrected, since what is in the second ones
    /// may have been meant as a remark.
    private func partedLinks() -> [Diagnostic] {
        let bytes = source.bytes[line]
        guard bytes.holds("] (http") else { return [] }
        var problems: [Diagnostic] = []
        var open: Int?
        var index = bytes.startIndex
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "`") {
            defer { index += 1 }
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): open = index
            case UInt8(ascii: "]"):
                defer { open = nil }
                guard let label = open.map({ bytes[($0 + 1)..<index] }), Self.isLabel(label),
                    bytes[index...].starts(with: "] (http".utf8)
                else { continue }
                let address = bytes[(index + 3)...].prefix { $0.isOfAddress && $0 != UInt8(ascii: ")") }
                guard address.holds("://"), bytes[address.endIndex...].first == UInt8(ascii: ")") else { continue }
                let written = "](\(String(decoding: address, as: UTF8.self)))"
                problems.append(
                    Diagnostic(
                        .almostLink, at: source.span(index..<address.endIndex + 1), hint: .writeInstead(written)))
            default: break
            }
        }
        return problems
    }

    /// Not that of a footnote, and no box of a list of tasks.
    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        label.first.map { $0 != UInt8(ascii: "^") } ?? false
            && ![" ", "x", "X"].contains { label.elementsEqual($0.utf8) }
    }

    private static func endsAsPicture(_ address: String) -> Bool {
        let address = address.lowercased()
        return [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"].contains { address.hasSuffix($0) }
    }

    /// Whether it has a scheme, leads to a place of the page or to a file.
    private static func looksLikeAddress(_ address: String) -> Bool {
        address.contains(":") || address.hasPrefix("#") || address.holdsFileEnding
    }

    /// `![图](会 议.jpg)`: an address ends at a space, unless it stands in `<` and `>`.
    private func spacedAddresses() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var rest = source.bytes[line]
        while let bracket = rest.firstIndex(of: UInt8(ascii: "]")) {
            rest = rest[(bracket + 1)...]
            guard rest.first == UInt8(ascii: "(") else { continue }
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(where: { "()<>\"'`".utf8.contains($0) }) else { break }
            let address = rest[..<end]
            rest = rest[end...]
            guard rest.first == UInt8(ascii: ")"), let first = address.first, let last = address.last,
                !first.isSpaceOrTab, !last.isSpaceOrTab, address.contains(UInt8(ascii: " "))
            else { continue }
            let fixed = "](<\(String(decoding: address, as: UTF8.self))>)"
            problems.append(
                Diagnostic(.almostLink, at: source.span(bracket..<end + 1), hint: .writeInstead(fixed), fix: fixed))
        }
        return problems
    }
}

extension StringProtocol {
    /// Whether a letter of ASCII stands behind a dot: `a.pdf`.
    var holdsFileEnding: Bool { zip(self, dropFirst()).contains { $0 == "." && $1.isASCII && $1.isLetter } }
}
