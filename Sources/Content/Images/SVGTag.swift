/// One start tag of an SVG, with the text of its element.
struct SVGTag: Equatable {
    struct Attribute: Equatable {
        /// With its prefix: `xlink:href`.
        var name: String
        /// With character references resolved.
        var value: String
        var range: Range<Int>
        /// The address of the namespace that its prefix stands for; nil without a prefix.
        var namespace: String?

        var localName: String { name.localName }
    }

    var name: String
    var attributes: [Attribute] = []
    /// The text that stands right in the element, with character references resolved and comments left out.
    var text = ""
    var range: Range<Int>
    /// The address of its namespace; nil where none is declared.
    var namespace: String?

    var localName: String { name.localName }

    func value(_ name: String) -> String? {
        attributes.first { $0.name == name }?.value
    }
}

extension String {
    /// Without the prefix of a namespace.
    fileprivate var localName: String { split(separator: ":").last.map(String.init) ?? self }
}
