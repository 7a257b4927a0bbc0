/// A place in a source: `roundtable-2025#P25.S2` is sentence 2 of paragraph 25.
package struct Locator: Sendable, Hashable {
    package var source: String
    package var paragraph: Int
    package var sentence: Int?

    /// - Parameter text: the whole locator, or the part after `#` where `source` is given.
    package init?(_ text: String, source: String? = nil) {
        let utf8 = text.utf8
        var place = utf8[...]
        if let hash = utf8.firstIndex(of: UInt8(ascii: "#")) {
            self.source = String(text[..<hash])
            place = utf8[utf8.index(after: hash)...]
            guard source == nil || source == self.source else { return nil }
        } else if let source {
            self.source = source
        } else {
            return nil
        }
        let end = place.firstIndex(of: UInt8(ascii: ".")) ?? place.endIndex
        guard let paragraph = Self.number(place[..<end], after: UInt8(ascii: "P")) else { return nil }
        self.paragraph = paragraph
        guard end < place.endIndex else { return }
        guard let sentence = Self.number(place[end...].dropFirst(), after: UInt8(ascii: "S")) else { return nil }
        self.sentence = sentence
    }

    /// What somebody means who writes `roundtable-2025＃p25.s2`.
    init?(meantBy text: String) {
        guard let hash = text.firstIndex(where: { "#＃".contains($0) }) else { return nil }
        let place = text[text.index(after: hash)...].replacing("．", with: ".").uppercased()
        self.init(text[..<hash] + "#" + place)
    }

    /// As it is written: `roundtable-2025#P25.S2`.
    var text: String { source + "#" + place }

    /// The part after the source: `P25.S2`.
    package var place: String {
        "P\(paragraph)" + (sentence.map { ".S\($0)" } ?? "")
    }

    /// A number of at most five digits, above 0, behind a letter.
    private static func number(_ text: Substring.UTF8View, after letter: UInt8) -> Int? {
        guard text.first == letter, (2...6).contains(text.count) else { return nil }
        var number = 0
        for byte in text.dropFirst() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number > 0 ? number : nil
    }
}
