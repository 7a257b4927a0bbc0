import Diagnostics

/// What a page needs to know of an SVG: how large it is, and that nothing in it acts.
struct SVGImage {
    private let tags: [SVGTag]

    init(_ bytes: [UInt8]) throws(SVGReader.Failure) {
        tags = try SVGReader.tags(of: bytes)
        guard let root = tags.first, root.localName == "svg" else {
            throw .malformed(.notSVG, 0..<0)
        }
        guard root.attributes.contains(where: \.declaresSVG) else {
            throw .malformed(.noNamespace, root.range)
        }
    }

    /// The size that width and height give, or else the ratio of the view box; nil if there is neither.
    var size: ImageSize? {
        guard let root = tags.first else { return nil }
        let box = (root.value("viewBox") ?? "").split { $0.isWhitespace || $0 == "," }.compactMap { Double($0) }
        let ratio = box.count == 4 && box[2] > 0 && box[3] > 0 ? box[2] / box[3] : nil
        let width = root.value("width").flatMap(Self.pixels)
        let height = root.value("height").flatMap(Self.pixels)
        switch (width, height, ratio) {
        case (let width?, let height?, _): return Self.size(width, height)
        case (let width?, nil, let ratio?): return Self.size(width, width / ratio)
        case (nil, let height?, let ratio?): return Self.size(height * ratio, height)
        case (nil, nil, .some): return Self.size(box[2], box[3])
        default: return nil
        }
    }

    private static func size(_ width: Double, _ height: Double) -> ImageSize? {
        guard (0.0..<1e6).contains(width), (0.0..<1e6).contains(height) else { return nil }
        return ImageSize(checking: Int(width.rounded(.up)), Int(height.rounded(.up)))
    }

    /// A length in CSS pixels; nil for one that depends on where the picture stands.
    private static func pixels(_ text: String) -> Double? {
        let text = text.trimming { $0.isWhitespace }
        let number = text.prefix { $0.isNumber || ".+-eE".contains($0) }
        var (value, unit) = (Double(number), String(text.dropFirst(number.count)))
        // The e of “em” was taken for an exponent.
        if value == nil, number.hasSuffix("e") { (value, unit) = (Double(number.dropLast()), "e" + unit) }
        let factor: Double? =
            switch unit.lowercased() {
            case "", "px": 1
            case "pt": 96.0 / 72
            case "pc": 16
            case "in": 96
            case "cm": 96 / 2.54
            case "mm": 96 / 25.4
            case "q": 96 / 101.6
            default: nil
            }
        guard let value, let factor, value > 0 else { return nil }
        return value * factor
    }

    /// What in it could run code or ask another place for something: a picture is also a page of its own, which
    /// has no policy of the site to hold it back.
    var dangers: [(reason: Diagnostic.Message, range: Range<Int>)] {
        tags.flatMap { tag -> [(Diagnostic.Message, Range<Int>)] in
            if Self.activeElements.contains(tag.localName) {
                return [(.activeElement(tag.name), tag.range)]
            }
            var found = tag.attributes.compactMap { attribute in
                Self.danger(of: attribute).map { ($0, attribute.range) }
            }
            if tag.localName == "style", let reason = Self.danger(ofStyle: tag.text) {
                found.append((reason, tag.range))
            }
            return found
        }
    }

    private static let activeElements: Set<String> = [
        "script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "audio", "video", "link",
    ]

    private static func danger(of attribute: SVGTag.Attribute) -> Diagnostic.Message? {
        let value = attribute.value.trimming { $0.isWhitespace }
        switch attribute.localName {
        case let name where name.hasPrefix("on"): return .activeAttribute(attribute.name)
        case "href", "src":
            return value.isEmpty || value.hasPrefix("#") || isEmbeddedPicture(value)
                ? nil : .addressOutside(value)
        case "attributename":
            let name = value.lowercased()
            return name.hasSuffix("href") || name.hasPrefix("on") ? .animatedAttribute(value) : nil
        case "base" where attribute.name.lowercased() == "xml:base": return .addressOutside("xml:base")
        default: return attribute.name.contains(":") ? nil : danger(ofStyle: value)
        }
    }

    private static func isEmbeddedPicture(_ address: String) -> Bool {
        let start = address.prefix(16).lowercased()
        return ["png", "jpeg", "jpg", "gif", "webp"].contains { start.hasPrefix("data:image/\($0)") }
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
            guard rest.hasPrefix("#") || rest.hasPrefix("data:") else {
                return .addressOutside("url(\(rest.prefix { $0 != ")" }))")
            }
        }
        return nil
    }
}

extension SVGTag.Attribute {
    fileprivate var declaresSVG: Bool { name.hasPrefix("xmlns") && value == "http://www.w3.org/2000/svg" }
}

extension StringProtocol {
    fileprivate func trimming(_ isOutside: (Character) -> Bool) -> String {
        var text = drop(while: isOutside)
        while let last = text.last, isOutside(last) { text.removeLast() }
        return String(text)
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
