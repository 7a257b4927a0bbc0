import Text

/// Writes SVG elements, one a line. Every text that comes from outside is escaped here, and every
/// coordinate rounded.
struct Drawing {
    private var bytes: [UInt8] = []
    private(set) var hasLinks = false

    var markup: String { String(decoding: bytes, as: UTF8.self) }

    enum Anchor: String {
        case start, middle, end
    }

    mutating func text(_ text: String, x: Double, y: Double, _ classes: String, anchor: Anchor = .start) {
        guard !text.isEmpty else { return }
        begin("text", classes)
        append("x", x)
        append("y", y)
        append(anchor)
        bytes.append(UInt8(ascii: ">"))
        bytes += Self.escaped(text).utf8
        bytes += "</text>\n".utf8
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
        begin("text", classes)
        append(anchor)
        bytes.append(UInt8(ascii: ">"))
        for (index, line) in lines.enumerated() {
            // A space between the lines keeps Latin words apart for those who hear or copy the text.
            if index > 0, let first = line.utf8.first, first < 0x80 { bytes.append(UInt8(ascii: " ")) }
            bytes += "<tspan".utf8
            append("x", x)
            append("y", y + Double(index) * lineHeight)
            bytes.append(UInt8(ascii: ">"))
            bytes += Self.escaped(line).utf8
            bytes += "</tspan>".utf8
        }
        if !note.isEmpty { bytes += " <tspan class=\"chart-small\" dx=\"4\">\(Self.escaped(note))</tspan>".utf8 }
        bytes += "</text>\n".utf8
    }

    mutating func path(_ path: Path, _ classes: String) {
        guard !path.data.isEmpty else { return }
        begin("path", classes)
        bytes += " d=\"".utf8
        bytes += path.data
        bytes += "\"/>\n".utf8
    }

    mutating func rectangle(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ classes: String) {
        begin("rect", classes)
        append("x", x.lowerBound)
        append("y", y.lowerBound)
        append("width", x.upperBound - x.lowerBound)
        append("height", y.upperBound - y.lowerBound)
        bytes += "/>\n".utf8
    }

    mutating func group(_ classes: String, _ draw: (inout Drawing) -> Void) {
        begin("g", classes)
        bytes += ">\n".utf8
        draw(&self)
        bytes += "</g>\n".utf8
    }

    /// Draws inside a link, if there is an address.
    mutating func link(_ address: String?, _ draw: (inout Drawing) -> Void) {
        guard let address else { return draw(&self) }
        hasLinks = true
        bytes += "<a href=\"\(Self.escaped(address))\">\n".utf8
        draw(&self)
        bytes += "</a>\n".utf8
    }

    mutating func append(_ other: Drawing) {
        bytes += other.bytes
        hasLinks = hasLinks || other.hasLinks
    }

    private mutating func begin(_ element: String, _ classes: String) {
        bytes.append(UInt8(ascii: "<"))
        bytes += element.utf8
        bytes += " class=\"".utf8
        bytes += classes.utf8
        bytes.append(UInt8(ascii: "\""))
    }

    /// A length as an attribute.
    private mutating func append(_ name: String, _ length: Double) {
        bytes.append(UInt8(ascii: " "))
        bytes += name.utf8
        bytes += "=\"".utf8
        bytes.append(coordinate: length)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ anchor: Anchor) {
        if anchor != .start { bytes += " text-anchor=\"\(anchor.rawValue)\"".utf8 }
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
        var bytes: [UInt8] = []
        bytes.append(coordinate: self)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends a length as it stands in SVG: one decimal at most, and no minus before a zero.
    mutating func append(coordinate length: Double) {
        let tenths = Int((length * 10).rounded())
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        if tenths < 0 { append(UInt8(ascii: "-")) }
        append(digits: whole)
        guard rest > 0 else { return }
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + UInt8(rest))
    }

    private mutating func append(digits number: UInt) {
        if number >= 10 { append(digits: number / 10) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
