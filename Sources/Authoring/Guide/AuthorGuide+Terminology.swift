import Content
import Diagnostics

extension TerminologySource {
    /// What the guides of the program call fields and words, in every language.
    ///
    /// - Parameter language: that in which lists say what things mean.
    package static func embedded(in language: DiagnosticLanguage) -> TerminologySource {
        let language = AuthorLanguage(tag: language.rawValue)
        return TerminologySource { AuthorGuide.terminologies[language] ?? Terminology() }
    }
}

extension AuthorGuide {
    fileprivate static let terminologies = Dictionary(
        uniqueKeysWithValues: AuthorLanguage.allCases.map { ($0, embedded.terminology(in: $0)) })

    private func terminology(in language: AuthorLanguage) -> Terminology {
        var terminology = Terminology()
        for kind in AuthoredKind.allCases {
            for other in AuthorLanguage.allCases {
                for field in fields(of: kind, adding: kind.columns, in: other) {
                    add(field, in: other, isLabel: other == language, to: &terminology)
                }
            }
        }
        return terminology
    }

    private func add(
        _ field: GuidedField, in language: AuthorLanguage, isLabel: Bool, to terminology: inout Terminology
    ) {
        let labels = texts[language]?.labels ?? [:]
        // A key that is called otherwise in another kind of record has no label of its own.
        let others = labels.filter { $0.key.hasSuffix("." + field.key) }.map(\.value)
        let label = labels[field.key]
        terminology.add(
            (field.text.headers ?? []) + others + (label.map { [$0] } ?? []),
            label: isLabel && others.isEmpty ? label : nil, forKey: field.key)
        for (word, text) in field.words {
            terminology.add(
                listedNames(text.meaning) + text.also, label: isLabel ? text.meaning : nil, forWord: word,
                of: field.key)
        }
        for entry in field.entries { add(entry, in: language, isLabel: isLabel, to: &terminology) }
    }
}
