import Diagnostics

/// What a page needs to know of an SVG: how large it is, and that nothing in it acts.
struct SVGImage {
    private let tags: [SVGTag]

    init(_ bytes: [UInt8]) throws(SVGReader.Failure) {
        tags = try SVGReader.tags(of: bytes)
        guard let root = tags.first, root.localName == "svg" else {
            throw .malformed(.notSVG, 0..<0)
        }
        guard root.namespace == SVGNamespaces.svg else {
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

    /// What in it is no part of a drawing, or leads out of it: a picture is also a page of its own, which has no policy of
    /// the site to hold it back.
    var dangers: [SVGDanger] { tags.flatMap(SVGDanger.all(in:)) }
}

extension StringProtocol {
    func trimming(_ isOutside: (Character) -> Bool) -> String {
        var text = drop(while: isOutside)
        while let last = text.last, isOutside(last) { text.removeLast() }
        return String(text)
    }
}
