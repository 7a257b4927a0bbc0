import Content
import Markdown

/// The parts that several pages share.
extension PageBuilder {
    func practiceCards(_ indices: [Int], modality: Modality? = nil) -> [Context] {
        indices.compactMap { index in
            let practice = library.practices[index]
            guard modality == nil || practice.modality == modality, practice.header.status != .archived else {
                return nil
            }
            let place = library.relations.placeOfPractice[index]
            var card = Context([
                "title": .text(practice.header.title[language]), "href": .text(href(RecordID(.practice, index))),
                "lang": foreignLanguage(practice.header.title),
                "modality": .text(strings["modality-\(practice.modality.rawValue)"]),
                "is-proposed": .flag(practice.modality == .proposed),
                "evidence": .text(library.evidence(ofPractice: index).name),
                "evidence-label": .text(strings["evidence-\(library.evidence(ofPractice: index).name)"]),
                "summary": .optional(practice.summary?[language]), "brand": .optional(practice.brand?[language]),
            ])
            card.merge(placeFields(place))
            return card
        }
    }

    func caseCards(_ indices: [Int]) -> [Context] {
        indices.compactMap { index in
            let study = library.cases[index]
            guard study.header.status != .archived else { return nil }
            var card = Context([
                "title": .text(study.header.title[language]), "href": .text(href(RecordID(.case, index))),
                "lang": foreignLanguage(study.header.title), "problem": .optional(plainText(study.problem.text)),
            ])
            card.merge(placeFields(library.relations.placeOfCase[index]))
            return card
        }
    }

    func placeFields(_ place: Int) -> Context {
        guard place >= 0 else { return Context(["place": .absent, "place-href": .absent]) }
        return Context([
            "place": .text(library.places[place].header.title[language]),
            "place-href": .text(href(RecordID(.place, place))),
        ])
    }

    mutating func statements(_ statements: [Statement]) -> [Context] {
        statements.map { text.statement($0) }
    }

    func joined(_ texts: [Localized<String>]) -> Context.Value {
        .optional(texts.map { $0[language] }.joined(separator: strings["enumeration-separator"]))
    }

    func entry(_ title: String, _ record: RecordID, kind: String? = nil, note: String? = nil) -> Context {
        Context([
            "title": .text(title), "href": .text(href(record)), "kind": .optional(kind), "note": .optional(note),
        ])
    }
}
