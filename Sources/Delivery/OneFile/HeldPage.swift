import Text

/// A page as one file holds it: what a browser takes from its head, and its body without the scripts.
struct HeldPage: Sendable {
    let path: String
    private(set) var language = ""
    /// As it is written, so escaped.
    private(set) var title = ""
    private(set) var bodyClass = ""
    /// Style sheets and scripts, by their paths, in the order in which they are loaded.
    private(set) var styles: [String] = []
    private(set) var scripts: [String] = []
    private(set) var icon: String?
    /// Where a page that has moved leads, as an address.
    private(set) var target: String?
    private(set) var body: [UInt8] = []

    /// - Parameter bytes: a page of a site whose addresses are those of one file.
    init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        let bodyStart = bytes.position(of: "<body") ?? bytes.count
        let head = Array(bytes[..<bodyStart])
        for tag in markupTags(in: head) where !tag.isClosing { read(tag) }
        if let start = head.position(of: "<title>"), let end = head.position(of: "</title>", from: start) {
            title = String(decoding: head[(start + 7)..<end], as: UTF8.self)
        }
        guard let start = bytes.position(of: ">", from: bodyStart) else { return }
        bodyClass = markupTags(in: Array(bytes[bodyStart...start])).first?.attributes["class"] ?? ""
        take(Array(bytes[(start + 1)..<(bytes.position(of: "</body>", from: start) ?? bytes.count)]))
    }

    private mutating func read(_ tag: MarkupTag) {
        let attributes = tag.attributes
        switch (tag.name, attributes["rel"] ?? "") {
        case ("html", _): language = attributes["lang"] ?? ""
        case ("link", "stylesheet"): if let path = heldPath(of: attributes["href"]) { styles.append(path) }
        case ("link", "icon"): icon = heldPath(of: attributes["href"])
        case ("script", _): if let path = heldPath(of: attributes["src"]) { scripts.append(path) }
        case ("meta", _) where attributes["http-equiv"] == "refresh":
            let content = attributes["content"] ?? ""
            target = content.firstRange(of: "url=").map { String(content[$0.upperBound...]) }
        default: break
        }
    }

    /// Keeps a body but for its scripts, which are loaded by name.
    private mutating func take(_ bytes: [UInt8]) {
        var position = 0
        while let start = bytes.position(of: "<script", from: position),
            let end = bytes.position(of: "</script>", from: start)
        {
            body += bytes[position..<start]
            position = end + 9
            if let path = heldPath(of: markupTags(in: Array(bytes[start..<end])).first?.attributes["src"]) {
                scripts.append(path)
            }
        }
        body += bytes[position...]
    }

    /// The stretches into which the body is cut so that those that pages have in common are held once: what stands
    /// before the main part, after each list of links; the main part; and the rest.
    var stretches: [ArraySlice<UInt8>] {
        let main = body.position(of: "<main") ?? 0
        let mainEnd = body.position(of: "</main>", from: main) ?? body.count
        var cuts = [0]
        while let next = body.position(of: "</nav>", from: cuts[cuts.count - 1]), next < main { cuts.append(next + 6) }
        cuts += [main, mainEnd, body.count]
        return zip(cuts, cuts.dropFirst()).map { body[$0..<$1] }
    }
}

/// Every file that an attribute leads to, by path: `href="#/data/index.html#practices"` to `data/index.html`.
func heldPaths(in html: [UInt8]) -> Set<String> {
    var paths: Set<String> = []
    var position = 0
    while let start = html.position(of: "=\"#/", from: position) {
        let end = html.position(of: "\"", from: start + 2) ?? html.count
        if let path = heldPath(of: String(decoding: html[(start + 2)..<end], as: UTF8.self)) { paths.insert(path) }
        position = end
    }
    return paths
}

/// The path of a file in an address such as `#/data/index.html?q=1#practices`.
func heldPath(of address: String?) -> String? {
    guard let address, address.hasPrefix("#/") else { return nil }
    let path = address.dropFirst(2).prefix { $0 != "?" && $0 != "#" }
    return (path.resolvingXMLReferences ?? String(path)).percentDecoded
}
