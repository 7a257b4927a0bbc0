/// What the prefixes of names stand for at a place in an SVG (Namespaces in XML 1.0).
struct SVGNamespaces {
    static let svg = "http://www.w3.org/2000/svg"
    static let xlink = "http://www.w3.org/1999/xlink"
    static let xml = "http://www.w3.org/XML/1998/namespace"
    static let xmlns = "http://www.w3.org/2000/xmlns/"

    /// The declarations of each prefix that hold here, the innermost last; “” is the prefix of names without one.
    private var bound: [String: [String]] = ["": [""], "xml": [xml], "xmlns": [xmlns]]
    /// The prefixes that each open element declares.
    private var declared: [[String]] = []

    mutating func enter(_ tag: SVGTag) {
        var prefixes: [String] = []
        for attribute in tag.attributes {
            guard let prefix = Self.declaredPrefix(attribute.name), prefix != "xml", prefix != "xmlns" else { continue }
            bound[prefix, default: []].append(attribute.value)
            prefixes.append(prefix)
        }
        declared.append(prefixes)
    }

    mutating func leave() {
        for prefix in declared.popLast() ?? [] { bound[prefix]?.removeLast() }
    }

    /// The address of a name's namespace, “” where there is none; nil where its prefix is not declared.
    func namespace(of name: String) -> String? {
        guard let colon = name.firstIndex(of: ":") else { return bound[""]?.last }
        return bound[String(name[..<colon])]?.last
    }

    private static func declaredPrefix(_ name: String) -> String? {
        if name == "xmlns" { return "" }
        return name.hasPrefix("xmlns:") ? String(name.dropFirst(6)) : nil
    }
}
