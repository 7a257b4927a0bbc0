/// What another program says in English: a parser, the system. It is recognised by its words and told in the
/// language of the reader; what the catalogue does not know stands as it is.
package struct Foreign: SentenceArgument {
    private let words: String

    package init(_ words: String) { self.words = words }

    package var argument: Sentence.Argument { Sentence(heard: words).map { .sentence($0) } ?? .text(words) }

    package func text(in language: DiagnosticLanguage) -> String { argument.text(in: language) }
}

extension Sentence {
    /// The first foreign sentence of the catalogue whose English has these words, with what stands in its holes.
    fileprivate init?(heard words: String) {
        for number in foreignSentences {
            guard let holes = DiagnosticLanguage.en.texts.templates[number].holes(in: words) else { continue }
            // A name is no sentence, whatever it says.
            self.init(number, holes.map { $0.contains(" ") ? Foreign($0).argument : $0.argument })
            return
        }
        return nil
    }
}

extension [CatalogueTexts.Part] {
    /// What stands in the holes if the text has the words of the sentence around them, each hole as short as can be.
    fileprivate func holes(in text: String) -> [String]? {
        var rest = text[...]
        var holes: [String] = []
        var isOpen = false
        for (index, part) in enumerated() {
            guard case .text(let words) = part else {
                isOpen = true
                continue
            }
            let isLast = index == count - 1
            let found =
                !isOpen
                ? (rest.hasPrefix(words) ? rest.startIndex..<rest.index(rest.startIndex, offsetBy: words.count) : nil)
                : isLast && rest.hasSuffix(words)
                    ? rest.index(rest.endIndex, offsetBy: -words.count)..<rest.endIndex : rest.firstRange(of: words)
            guard let found else { return nil }
            if isOpen { holes.append(String(rest[..<found.lowerBound])) }
            rest = rest[found.upperBound...]
            isOpen = false
        }
        if isOpen { holes.append(String(rest)) }
        return isOpen || rest.isEmpty ? holes : nil
    }
}
