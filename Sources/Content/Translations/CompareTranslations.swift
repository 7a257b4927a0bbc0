import Diagnostics
import Text

/// Tells which sentences of an original are not those that its translations were confirmed for.
struct TranslationComparison {
    private(set) var diagnostics: [Diagnostic] = []
    /// How many of the translations nobody has confirmed.
    private(set) var unconfirmed = 0

    private let record: String
    private let start: SourceSpan

    /// - Parameter texts: those of the record, in the order of its fields.
    init(_ file: RecordFile, _ texts: [TranslatableText], _ confirmed: ConfirmedTranslations, languages: [String]) {
        (record, start) = (file.address, SourceSpan(path: file.base.path, range: 0..<0))
        var sentences: [TranslatableField]?
        for (language, tag) in languages.enumerated().dropFirst() {
            guard texts.contains(where: { $0.isTranslated(into: language) }) else { continue }
            guard let known = confirmed.fingerprints(record, in: tag) else {
                unconfirmed += 1
                continue
            }
            let fields = sentences ?? texts.fields
            sentences = fields
            for field in fields { compare(field, with: known[field.key] ?? [], Language(number: language, tag: tag)) }
            for (key, old) in known.sorted(by: { $0.key < $1.key }) where !fields.contains(where: { $0.key == key }) {
                report(
                    .sentencesRemoved(key: key, language: Phrase.language(tag), count: old.count), at: start, in: nil,
                    tag)
            }
        }
    }

    private typealias Language = (number: Int, tag: String)

    private mutating func compare(_ field: TranslatableField, with old: [String], _ language: Language) {
        let new = field.sentences
        let (gone, fresh) = Self.difference(of: new.map(\.fingerprint), from: old)
        guard !gone.isEmpty || !fresh.isEmpty else { return }
        // A text of many paragraphs is cut into them once.
        let wholeText = field.key == TranslatableText.body ? new.first?.text.places(in: language.number) : nil
        func place(of sentence: TranslatableField.Sentence) -> SourceSpan? {
            (wholeText ?? sentence.text.places(in: language.number))?(sentence.block)
        }
        var (before, now) = (0, 0)
        while before < old.count || now < new.count {
            let (firstBefore, firstNow) = (before, now)
            while gone.contains(before) { before += 1 }
            while fresh.contains(now) { now += 1 }
            let removed = before - firstBefore
            for number in firstNow..<now {
                let sentence = new[number]
                // That a text has no translation is told of as such.
                guard let place = place(of: sentence) else { continue }
                report(
                    number - firstNow < removed
                        ? .sentenceChanged(Phrase.language(language.tag))
                        : .sentenceAdded(Phrase.language(language.tag)),
                    at: sentence.span, in: place, language.tag)
            }
            if removed > now - firstNow {
                let neighbour = new.indices.contains(now) ? new[now] : new.last
                report(
                    .sentencesRemoved(
                        key: field.key, language: Phrase.language(language.tag), count: removed - (now - firstNow)),
                    at: neighbour?.span ?? start,
                    in: neighbour.flatMap(place), language.tag)
            }
            if (before, now) == (firstBefore, firstNow) { (before, now) = (before + 1, now + 1) }
        }
    }

    /// The places of sentences that are no more, and of those that are new. What takes the square of the changes is done up to a
    /// limit; beyond it a sentence that stands elsewhere now is no change.
    private static func difference(of new: [String], from old: [String]) -> (gone: Set<Int>, fresh: Set<Int>) {
        var (gone, fresh) = (Set<Int>(), Set<Int>())
        guard new.count + old.count <= Limits.comparedSentences else {
            let (known, now) = (Set(old), Set(new))
            gone.formUnion(old.indices.filter { !now.contains(old[$0]) })
            fresh.formUnion(new.indices.filter { !known.contains(new[$0]) })
            return (gone, fresh)
        }
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): fresh.insert(offset)
            }
        }
        return (gone, fresh)
    }

    private mutating func report(
        _ message: Diagnostic.Message, at span: SourceSpan, in translation: SourceSpan?, _ language: String
    ) {
        diagnostics.append(
            Diagnostic(
                message, at: span, hint: .confirmTranslation(record: record, language: language),
                notes: translation.map { [.translationIsHere(at: $0)] } ?? []))
    }
}

/// The sentences of a field of an original, in all its texts.
struct TranslatableField {
    typealias Sentence = (fingerprint: String, span: SourceSpan, block: Int, text: TranslatableText)

    var key: String
    var sentences: [Sentence] = []
}

extension [TranslatableText] {
    /// In the order of the record.
    var fields: [TranslatableField] {
        var fields: [TranslatableField] = []
        for text in self {
            if fields.last?.key != text.field { fields.append(TranslatableField(key: text.field)) }
            fields[fields.count - 1].sentences += text.sentences.map { ($0.fingerprint, $0.span, $0.block, text) }
        }
        return fields
    }
}
