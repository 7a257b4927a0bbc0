import Text

/// A line of a text as people read it, with what cannot be seen in it.
package struct ReadableLine: Sendable, Hashable {
    /// Markdown of one line, in one spelling: `- [2万余人](obs:stewards)`.
    package var text: String

    /// What two spellings of the same line have in common. Where a line was wrapped does not matter, and in Chinese a
    /// line may be wrapped between any two characters.
    package var meaning: String {
        var result = String.UnicodeScalarView()
        var hasSpace = false
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\t" {
                hasSpace = true
                continue
            }
            if hasSpace, let last = result.last, !last.isWide, !scalar.isWide { result.append(" ") }
            hasSpace = false
            result.append(scalar)
        }
        return String(result)
    }
}

extension MarkdownDocument {
    /// The text line by line – a paragraph, an item, a row, a line of code each – in the one spelling that the document
    /// leaves: how it was wrapped, and which of several marks were used, is gone; addresses of links and blocks are
    /// kept.
    package var readableLines: [ReadableLine] {
        var writer = LineWriter()
        for piece in pieces {
            switch piece {
            case .html(let bytes): writer.write(html: bytes)
            case .linkStart: writer.write("[")
            case .linkEnd(let index): writer.write("](\(links[index].readableTarget))")
            case .image(let index): writer.write("![\(links[index].alt)](\(links[index].readableTarget))")
            case .figure(let index):
                writer.endLine()
                writer.write("![\(links[index].alt)](\(links[index].readableTarget))")
                writer.endLine()
            case .block(let index):
                writer.endLine()
                writer.writeLines("```\(blocks[index].name)\n\(blocks[index].content)```")
            case .callout(let kind):
                writer.write("[!\(kind.rawValue.uppercased())]")
                writer.endLine()
            }
        }
        writer.endLine()
        return writer.lines.map { ReadableLine(text: $0) }
    }
}

extension MarkdownLink {
    fileprivate var readableTarget: String { destination + (title.map { " \"\($0)\"" } ?? "") }
}

/// Turns the HTML that ``HTMLRenderer`` writes into lines. Tags that no Markdown makes stand as they are.
private struct LineWriter {
    private(set) var lines: [String] = []
    private var line = ""
    /// What the next line begins with: the mark of an item, a heading, a quotation.
    private var prefix = ""
    /// The lists around, innermost last: the mark of their next item.
    private var lists: [String] = []
    private var quotes = 0
    private var isCode = false
    /// What the addresses of plain links end with.
    private var openLinks: [String] = []
    /// The tag up to which everything is passed over.
    private var skipped: String?

    mutating func write(_ text: String) {
        if line.isEmpty {
            line = String(repeating: "> ", count: quotes) + prefix
            prefix = ""
        }
        line += text
    }

    mutating func endLine() {
        while line.last == " " { line.removeLast() }
        if !line.isEmpty { lines.append(line) }
        line = ""
    }

    mutating func writeLines(_ text: String) {
        for part in text.split(separator: "\n") {
            write(String(part))
            endLine()
        }
    }

    mutating func write(html: [UInt8]) {
        var rest = String(decoding: html, as: UTF8.self)[...]
        while let open = rest.firstIndex(of: "<") {
            write(content: rest[..<open])
            let end = rest[open...].firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
            write(tag: String(rest[open..<end]))
            rest = rest[end...]
        }
        write(content: rest)
    }

    private mutating func write(content: Substring) {
        guard skipped == nil, !content.isEmpty else { return }
        let text = String(content).unescaped
        guard isCode else {
            let joined = String(text.replacing("\n", with: " "))
            let shown = line.isEmpty ? joined.trimmed : joined
            if !shown.isEmpty { write(shown) }
            return
        }
        for (number, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { endLine() }
            if !part.isEmpty { write(line.isEmpty ? "    " + part : String(part)) }
        }
    }

    private mutating func write(tag: String) {
        if let end = skipped {
            if tag == end { skipped = nil }
            return
        }
        let name = tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        let isEnd = tag.hasPrefix("</")
        switch name {
        case "strong": write("**")
        case "em": write("*")
        case "del": write("~~")
        case "code":
            // The block around it says so already, but for its language.
            if !isCode { write("`") } else if let language = tag.attribute("class") { writeLines("    " + language) }
        case "pre":
            endLine()
            isCode = !isEnd
        case "br": write(" \\ ")
        case "a" where isEnd: write(openLinks.popLast() ?? "")
        case "a":
            if tag.contains("data-footnote-backref") {
                skipped = "</a>"
            } else if tag.contains("data-footnote-ref"), let address = tag.attribute("href") {
                write("[^\(address.dropFirst("#fn-".count))]")
                skipped = "</a>"
            } else {
                let title = tag.attribute("title").map { " \"\($0)\"" } ?? ""
                openLinks.append("](\(tag.attribute("href") ?? "")\(title))")
                write("[")
            }
        case "img": write("![\(tag.attribute("alt") ?? "")](\(tag.attribute("src") ?? ""))")
        case "input": write(tag.contains("checked") ? "[x]" : "[ ]")
        case "h1", "h2", "h3", "h4", "h5", "h6":
            endLine()
            if !isEnd { prefix = String(repeating: "#", count: Int(name.dropFirst()) ?? 1) + " " }
        case "ul", "ol":
            endLine()
            if isEnd {
                _ = lists.popLast()
            } else {
                lists.append(name == "ul" ? "- " : "\(tag.attribute("start") ?? "1"). ")
            }
        case "li":
            endLine()
            guard !isEnd, let mark = lists.popLast() else { return }
            let label = tag.attribute("id").map { "[^\($0.dropFirst("fn-".count))]: " }
            prefix = String(repeating: "  ", count: lists.count) + (label ?? mark)
            // Numbers that follow from the place would make one new item a change of all behind it.
            lists.append(mark == "- " ? mark : "1. ")
        case "sup" where isEnd || tag.contains("footnote-ref"): break
        case "blockquote", "aside":
            endLine()
            quotes += isEnd ? -1 : 1
        case "th", "td":
            if isEnd { write(" |") } else if line.isEmpty { write("| ") }
            if name == "th", !isEnd, let align = tag.attribute("align") { write("(\(align)) ") }
        case "hr":
            endLine()
            write("---")
            endLine()
        case "p", "table", "thead", "tbody", "tr", "section", "figure": endLine()
        default: write(tag)
        }
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }

    /// Without the entities that the renderer writes.
    fileprivate var unescaped: String {
        guard utf8.contains(UInt8(ascii: "&")) else { return self }
        return replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
    }

    /// The value of an attribute of a tag, as the renderer writes it.
    fileprivate func attribute(_ name: String) -> String? {
        guard let start = firstRange(of: " \(name)=\"")?.upperBound,
            let end = self[start...].firstIndex(of: "\"")
        else { return nil }
        return String(self[start..<end]).unescaped
    }
}
