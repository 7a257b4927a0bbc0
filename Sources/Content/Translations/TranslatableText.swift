import Text

/// A text of a record that translations give in their own words.
struct TranslatableText: Sendable {
    /// The key of the field that it is in, however deep; `body` for the text under the front matter.
    var field: String
    var original: FieldText
    /// Where the original begins in its file, if it stands there letter by letter.
    var offset: Int?
    /// Each translation there is, by language. In a text of one line the place is that of the whole.
    var translations: [Int: FieldText] = [:]

    /// The sentences that say something: what each is known by, and where it stands.
    var sentences: [(fingerprint: String, span: SourceSpan, block: Int)] {
        let bytes = Array(original.value.utf8)
        return Content.sentences(of: original.value).compactMap { sentence in
            NormalizedText(sentence: String(decoding: bytes[sentence.range], as: UTF8.self)).map {
                ($0.shortFingerprint, original.span.part(sentence.range, from: offset), sentence.block)
            }
        }
    }

    /// Whether there is a translation that says something.
    func isTranslated(into language: Int) -> Bool {
        translations[language].map { $0.value.contains { !$0.isWhitespace } } ?? false
    }

    /// Where the translation of a block stands, by its number: the same paragraph, if there are as many, else the whole. Nil
    /// where there is no translation.
    func places(in language: Int) -> ((Int) -> SourceSpan)? {
        guard let translation = translations[language], isTranslated(into: language) else { return nil }
        guard offset != nil, field == TranslatableText.body else { return { _ in translation.span } }
        func blocks(_ text: String) -> [TextSentence] {
            Content.sentences(of: text).reduce(into: []) { if $0.last?.block != $1.block { $0.append($1) } }
        }
        let (own, other) = (blocks(original.value), blocks(translation.value))
        guard own.count == other.count else { return { _ in translation.span } }
        let ranges = Dictionary(uniqueKeysWithValues: zip(own.map(\.block), other.map(\.range)))
        return { block in
            ranges[block].map { translation.span.part($0, from: translation.span.range.lowerBound) } ?? translation.span
        }
    }

    static let body = "body"
}

extension NormalizedText {
    /// Eight letters, in which no spreadsheet sees a number.
    fileprivate var shortFingerprint: String {
        let digits = sha256(text.utf8, digits: 8).utf8
        return String(decoding: digits.map { $0 <= UInt8(ascii: "9") ? $0 + 0x37 : $0 }, as: UTF8.self)
    }
}
