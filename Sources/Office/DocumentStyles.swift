/// What a paragraph or its style says of it.
struct ParagraphProperties: Sendable {
    /// The id of its style, or of the one that a style is based on.
    var style: String?
    /// The id of its list, and its level there from 0.
    var list: String?
    var level: Int?
    var outline: Int?
    var isBold: Bool?
    /// Whether it is a line of a table of contents.
    var isContents = false

    mutating func take(_ name: String, _ attributes: [String: String]) {
        let value = attributes["val"]
        switch name {
        case "pStyle", "basedOn": style = value
        case "numId": list = value
        case "ilvl": level = value.flatMap(Int.init)
        case "outlineLvl": outline = value.flatMap(Int.init).flatMap { (0...8).contains($0) ? $0 + 1 : nil }
        case "b": isBold = Self.isOn(attributes)
        default: return
        }
    }

    static func isOn(_ attributes: [String: String]) -> Bool { !["0", "false"].contains(attributes["val"]) }
}

/// What the styles of a document say (17.7).
struct DocumentStyles: Sendable {
    private var styles: [String: ParagraphProperties] = [:]
    private var open: String?

    mutating func take(_ event: XMLReader.Event) {
        switch event {
        case .start("style", let attributes):
            open = attributes["styleId"]
            if let open { styles[open] = .init() }
        case .end("style"): open = nil
        case .start(let name, let attributes):
            guard let open else { return }
            styles[open]?.take(name, attributes)
            if name == "name", let title = attributes["val"]?.lowercased() {
                styles[open]?.isContents = title.hasPrefix("toc ") || title.hasPrefix("contents ")
                let words = title.split(separator: " ")
                if words.count == 2, ["heading", "标题"].contains(words[0]), let level = Int(words[1]) {
                    styles[open]?.outline = level
                }
            }
        default: return
        }
    }

    /// A style with what it takes over from those that it is based on.
    func resolved(_ id: String) -> ParagraphProperties {
        var result = styles[id] ?? .init()
        var base = result.style
        for _ in 0..<16 {
            guard let id = base, let style = styles[id] else { break }
            result.list = result.list ?? style.list
            result.level = result.level ?? style.level
            result.outline = result.outline ?? style.outline
            result.isBold = result.isBold ?? style.isBold
            result.isContents = result.isContents || style.isContents
            base = style.style
        }
        return result
    }
}
