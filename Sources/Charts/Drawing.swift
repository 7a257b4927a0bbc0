import Text

/// Writes SVG elements, one a line. Every text that comes from outside is escaped here, and every
/// coordinate rounded.
struct Drawing {
    private(set) var markup = ""
    private(set) var hasLinks = false

    enum Anchor: String {
        case start, middle, end
    }

    mutating func text(_ text: String, x: Double, y: Double, _ classes: String, anchor: Anchor = .start) {
        guard !text.isEmpty else { return }
        let anchoring = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        markup += "<text class=\"\(classes)\" x=\"\(x.coordinate)\" y=\"\(y.coordinate)\"\(anchoring)>"
        markup += Self.escaped(text) + "</text>\n"
    }

    /// Several lines, the first with its baseline at `y`, in one element, so that they are read as one text.
    ///
    /// - Parameter note: stands behind the last line in small print.
    mutating func text(
        _ lines: [String], x: Double, y: Double, lineHeight: Double, _ classes: String, anchor: Anchor = .start,
        note: String = ""
    ) {
        guard lines.count > 1 || !note.isEmpty else {
            return text(lines.first ?? "", x: x, y: y, classes, anchor: anchor)
        }
        let anchoring = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        markup += "<text class=\"\(classes)\"\(anchoring)>"
        for (index, line) in lines.enumerated() {
            let baseline = y + Double(index) * lineHeight
            // A space between the lines keeps Latin words apart for those who hear or copy the text.
            let gap = index > 0 && line.utf8.first.map { $0 < 0x80 } == true ? " " : ""
            markup += "\(gap)<tspan x=\"\(x.coordinate)\" y=\"\(baseline.coordinate)\">\(Self.escaped(line))</tspan>"
        }
        if !note.isEmpty { markup += " <tspan class=\"chart-small\" dx=\"4\">\(Self.escaped(note))</tspan>" }
        markup += "</text>\n"
    }

    mutating func path(_ path: Path, _ classes: String) {
        guard !path.data.isEmpty else { return }
        markup += "<path class=\"\(classes)\" d=\"\(path.data)\"/>\n"
    }

    mutating func rectangle(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ classes: String) {
        let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
        markup += "<rect class=\"\(classes)\" x=\"\(x.lowerBound.coordinate)\" y=\"\(y.lowerBound.coordinate)\" "
        markup += "width=\"\(width.coordinate)\" height=\"\(height.coordinate)\"/>\n"
    }

    mutating func group(_ classes: String, _ draw: (inout Drawing) -> Void) {
        markup += "<g class=\"\(classes)\">\n"
        draw(&self)
        markup += "</g>\n"
    }

    /// Draws inside a link, if there is an address.
    mutating func link(_ address: String?, _ draw: (inout Drawing) -> Void) {
        guard let address else { return draw(&self) }
        hasLinks = true
        markup += "<a href=\"\(Self.escaped(address))\">\n"
        draw(&self)
        markup += "</a>\n"
    }

    mutating func append(_ other: Drawing) {
        markup += other.markup
        hasLinks = hasLinks || other.hasLinks
    }

    /// Escapes for content and for attributes in double quotes. Characters that XML 1.0 (2.2) or HTML do not
    /// allow become U+FFFD, and line breaks and tabs spaces.
    static func escaped(_ text: String) -> String {
        guard mayHoldForbidden(text) else { return text.htmlEscaped }
        let allowed = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "\t", "\n", "\r": " "
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": "\u{FFFD}"
            case _ where (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE: "\u{FFFD}"
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(allowed)).htmlEscaped
    }

    /// Whether a byte begins a character that is replaced, or one of those near it.
    private static func mayHoldForbidden(_ text: String) -> Bool {
        var isBehindEF = false
        for byte in text.utf8 {
            // Full-width punctuation begins with EF too; the characters that are not allowed have B7 or BF next.
            if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte >= 0xF0 { return true }
            if isBehindEF, byte == 0xB7 || byte == 0xBF { return true }
            isBehindEF = byte == 0xEF
        }
        return false
    }
}

extension Double {
    /// A length in SVG: one decimal at most, and no minus before a zero.
    var coordinate: String {
        let tenths = Int((self * 10).rounded())
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
    }
}
