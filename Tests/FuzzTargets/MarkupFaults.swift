/// What is wrong with HTML that the program wrote: tags that do not close each other, an attribute twice, something that
/// acts. It knows only the HTML that the program writes: every value in double quotes, every tag closed.
enum MarkupFaults {
    private static let void: Set<String> = [
        "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
    ]
    private static let addresses: Set<String> = ["href", "src", "action", "formaction", "srcset", "poster", "data"]
    private static let acting: Set<String> = ["javascript", "vbscript", "file"]

    static func problems(in html: [UInt8]) -> [String] {
        var problems: [String] = []
        var open: [String] = []
        var index = 0
        while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
            if html[start...].starts(with: "<!".utf8) {
                index = (html[start...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1) + 1
                continue
            }
            var (end, isQuoted) = (start + 1, false)
            while end < html.count, isQuoted || html[end] != UInt8(ascii: ">") {
                if html[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
                if html[end] == UInt8(ascii: "<") { problems.append("‘<’ in a tag") }
                end += 1
            }
            guard end < html.count else { return problems + ["a tag does not end"] }
            let tag = String(decoding: html[(start + 1)..<end], as: UTF8.self)
            index = end + 1
            let name = String(tag.unicodeScalars.prefix { !$0.properties.isWhitespace })
            if name.hasPrefix("/") {
                guard open.last == String(name.dropFirst()) else {
                    return problems + ["<\(name)> closes <\(open.last ?? "")>"]
                }
                open.removeLast()
                continue
            }
            problems += attributeProblems(tag, of: name)
            guard !void.contains(name), !tag.hasSuffix("/") else { continue }
            open.append(name)
            if name == "script" || name == "style" {
                let closing = Array("</\(name)>".utf8)
                while index < html.count, !html[index...].starts(with: closing) { index += 1 }
            }
        }
        return open.isEmpty ? problems : problems + ["not closed: \(open)"]
    }

    /// Looks at scalars, since a quotation mark and a combining one that follows it are one character.
    private static func attributeProblems(_ tag: String, of name: String) -> [String] {
        var problems: [String] = []
        var seen: Set<String> = []
        var rest = tag.unicodeScalars.dropFirst(name.unicodeScalars.count)
        while true {
            rest = rest.drop { $0.properties.isWhitespace || $0 == "/" }
            let key = String(rest.prefix { !$0.properties.isWhitespace && $0 != "=" && $0 != "/" })
            guard !key.isEmpty else { return problems }
            rest = rest.dropFirst(key.unicodeScalars.count)
            if !seen.insert(key.lowercased()).inserted { problems.append("<\(name)> has ‘\(key)’ twice") }
            if key.lowercased().hasPrefix("on") { problems.append("<\(name)> has ‘\(key)’") }
            guard rest.first == "=" else { continue }
            guard rest.dropFirst().first == "\"" else { return problems + ["‘\(key)’ of <\(name)> has no quotes"] }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count + 3)
            guard addresses.contains(key.lowercased()), let colon = value.firstIndex(of: ":"),
                !value[..<colon].contains(where: { "/?#".unicodeScalars.contains($0) })
            else { continue }
            if acting.contains(String(value[..<colon]).lowercased()) {
                problems.append("<\(name)> leads to ‘\(String(value))’")
            }
        }
    }
}
