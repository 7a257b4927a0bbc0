import Diagnostics

/// A document that the library draws on: who said what where, with fingerprints instead of the text
/// where only reference is allowed.
package struct Source: Sendable, Equatable {
    package struct Section: Sendable, Equatable {
        package var id: String
        package var title: Localized<String>
        package var asks: Localized<String>?
    }

    package struct Speaker: Sendable, Equatable {
        package var id: String
        package var name: Localized<String>
        /// The office as printed.
        package var role: Localized<String>
        package var place: Reference?
    }

    package struct Paragraph: Sendable, Equatable {
        package var number: Int
        package var section: Reference
        package var kind: String
        package var speaker: Reference?
        package var sentences: Int
        package var characters: Int?
        /// The first 16 hex digits of SHA-256 over the normalised text.
        package var fingerprint: String
        package var text: String?
        package var span: SourceSpan
    }

    package var id: String
    package var path: String
    package var title: Localized<String>
    /// Whether the source prints this title; if not, an editor gave it.
    package var isTitlePrinted: Bool
    package var outlet: Localized<String>
    /// Nil where the source prints no date.
    package var date: CalendarDate?
    package var language: String
    package var rights: Rights
    package var sha256: String
    package var file: String?
    package var numbering: Localized<String>?
    package var sections: [Section]
    package var speakers: [Speaker]
    package var paragraphs: [Paragraph]

    package func paragraph(_ number: Int) -> Paragraph? {
        paragraphs.first { $0.number == number }
    }

    package func speaker(_ id: String) -> Speaker? {
        speakers.first { $0.id == id }
    }

    package func section(_ id: String) -> Section? {
        sections.first { $0.id == id }
    }
}

/// A place in a source: `roundtable-2025#P25.S2` is sentence 2 of paragraph 25.
package struct Locator: Sendable, Hashable {
    package var source: String
    package var paragraph: Int
    package var sentence: Int?

    /// - Parameter text: the whole locator, or the part after `#` where `source` is given.
    package init?(_ text: String, source: String? = nil) {
        let parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, source == nil || source == parts[0] {
            self.source = parts[0]
        } else if parts.count == 1, let source {
            self.source = source
        } else {
            return nil
        }
        let steps = (parts.last ?? "").split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let paragraph = Self.number(steps[0], after: "P"), steps.count <= 2 else { return nil }
        self.paragraph = paragraph
        if steps.count == 2 {
            guard let sentence = Self.number(steps[1], after: "S") else { return nil }
            self.sentence = sentence
        }
    }

    /// The part after the source: `P25.S2`.
    package var place: String {
        "P\(paragraph)" + (sentence.map { ".S\($0)" } ?? "")
    }

    private static func number(_ text: String, after letter: Character) -> Int? {
        let digits = text.dropFirst()
        guard text.first == letter, text.utf8.count <= 6, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(digits), number > 0
        else {
            return nil
        }
        return number
    }
}
