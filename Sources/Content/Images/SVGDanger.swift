import Diagnostics

/// Something in an SVG that a picture may not have, with its place. What may stand is listed in ``SVGVocabulary``.
struct SVGDanger: Equatable {
    var message: Diagnostic.Message
    var hint: Diagnostic.Hint
    var range: Range<Int>

    static func all(in tag: SVGTag) -> [SVGDanger] {
        if let namespace = tag.namespace, SVGVocabulary.isNote(namespace) {
            return tag.attributes.compactMap { danger(of: $0, isNote: true) }
        }
        guard tag.namespace == SVGNamespaces.svg else {
            return [
                SVGDanger(
                    message: .foreignElement(name: tag.name, namespace: tag.namespace ?? "xmlns=\"\""),
                    hint: .removeElement(tag.name), range: tag.range)
            ]
        }
        guard SVGVocabulary.elements.contains(tag.localName) else {
            return SVGVocabulary.active.contains(tag.localName)
                ? [SVGDanger(message: .activeElement(tag.name), hint: .saveAsPlainSVG, range: tag.range)]
                : [SVGDanger(message: .unlistedElement(tag.name), hint: .removeElement(tag.name), range: tag.range)]
        }
        var found = tag.attributes.compactMap { danger(of: $0, isNote: false) }
        if tag.localName == "style", let message = danger(ofStyle: tag.text) {
            found.append(SVGDanger(message: message, hint: .saveAsPlainSVG, range: tag.range))
        }
        return found
    }

    /// - Parameter isNote: whether it stands on what only a drawing program reads.
    private static func danger(of attribute: SVGTag.Attribute, isNote: Bool) -> SVGDanger? {
        func refused(_ message: Diagnostic.Message, _ hint: Diagnostic.Hint = .saveAsPlainSVG) -> SVGDanger {
            SVGDanger(message: message, hint: hint, range: attribute.range)
        }
        let name = attribute.localName
        switch attribute.namespace {
        case nil where attribute.name == "xmlns" || isNote: return nil
        case nil:
            if name.lowercased().hasPrefix("on") { return refused(.activeAttribute(name)) }
            let isOpen = name.hasPrefix("data-") || name.hasPrefix("aria-")
            guard isOpen || SVGVocabulary.attributes.contains(name) else {
                return refused(.unlistedAttribute(name), .removeAttribute(name))
            }
            return danger(ofValue: attribute).map { refused($0) }
        case SVGNamespaces.xmlns: return nil
        case SVGNamespaces.xlink where SVGVocabulary.xlinkAttributes.contains(name):
            return danger(ofValue: attribute).map { refused($0) }
        case SVGNamespaces.xml where SVGVocabulary.xmlAttributes.contains(name): return nil
        case SVGNamespaces.xml where name == "base": return refused(.addressOutside(attribute.name))
        case let namespace? where SVGVocabulary.isNote(namespace): return nil
        default: return refused(.unlistedAttribute(attribute.name), .removeAttribute(attribute.name))
        }
    }

    private static func danger(ofValue attribute: SVGTag.Attribute) -> Diagnostic.Message? {
        let value = attribute.value.trimming { $0.isWhitespace }
        switch attribute.localName {
        case "href":
            return value.isEmpty || value.hasPrefix("#") || isEmbeddedPicture(value) ? nil : .addressOutside(value)
        case "attributeName":
            let name = value.split(separator: ":").last.map(String.init) ?? ""
            return SVGVocabulary.attributes.contains(name) && name != "href" ? nil : .animatedAttribute(value)
        default: return attribute.namespace == nil ? danger(ofStyle: value) : nil
        }
    }

    private static func isEmbeddedPicture(_ address: String) -> Bool {
        let start = address.prefix(16).lowercased()
        return ["png", "jpeg", "jpg", "gif", "webp"].contains { start.hasPrefix("data:image/\($0)") }
    }

    /// A picture or font that the file holds itself.
    private static func isEmbedded(_ address: Substring) -> Bool {
        isEmbeddedPicture(String(address.prefix(40)))
            || ["data:font/", "data:application/font", "data:application/x-font"].contains { address.hasPrefix($0) }
    }

    /// A style may name parts of the picture and what is written in it, nothing else.
    private static func danger(ofStyle text: String) -> Diagnostic.Message? {
        let lower = text.lowercased()
        guard lower.contains("(") || lower.contains("@") else { return nil }
        for word in ["@import", "image-set(", "src(", "expression(", "\\"] where lower.contains(word) {
            return .styleOutside(word)
        }
        var rest = lower[...]
        while let found = rest.range(ofFirst: "url(") {
            rest = rest[found.upperBound...].drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
            guard rest.hasPrefix("#") || isEmbedded(rest) else {
                return .addressOutside("url(\(rest.prefix { $0 != ")" }))")
            }
        }
        return nil
    }
}

extension Substring {
    /// Where a text of ASCII characters begins and ends.
    fileprivate func range(ofFirst text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
