/// Gives headings the anchors GitHub gives them: lower case, punctuation dropped, spaces as hyphens, and
/// letters of every script kept, so that a Chinese heading has a readable anchor.
struct HeadingAnchors {
    private var taken: Set<String> = []
    /// The last number given to each slug, so that a thousand equal headings take a thousand steps.
    private var lastNumber: [String: Int] = [:]

    /// An anchor nobody else on the page has.
    mutating func anchor(for text: String) -> String {
        let slug = Self.slug(of: text)
        var anchor = slug
        var number = lastNumber[slug] ?? 0
        while !taken.insert(anchor).inserted {
            number += 1
            anchor = "\(slug)-\(number)"
        }
        lastNumber[slug] = number
        return anchor
    }

    private static func slug(of text: String) -> String {
        var slug = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar == "-" || scalar == "_" || isWordCharacter(scalar) {
                slug.append(scalar)
            } else if scalar.properties.isWhitespace {
                slug.append("-")
            }
        }
        guard !slug.isEmpty else { return "section" }
        let word = String(slug)
        // These beginnings belong to footnotes, whose labels are chosen freely.
        return word.hasPrefix("fn-") || word.hasPrefix("fnref-") ? "section-\(word)" : word
    }

    /// `\p{Word}`, which GitHub's filter keeps: letters, marks, decimal digits and connecting punctuation.
    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
            true
        default: false
        }
    }
}
