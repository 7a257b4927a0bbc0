import Charts
import Content

/// Who took a practice over.
extension PageBuilder {
    mutating func adoptions(_ indices: [Int], namesPractice: Bool) -> [Context] {
        indices.map { index in
            let adoption = library.adoptions[index]
            let place = library.relations.placeOfAdoption[index]
            let practice = library.relations.practiceOfAdoption[index]
            let isNamed = namesPractice && practice >= 0
            return Context([
                "id": .text("adoption." + adoption.id),
                "adopter": .text(
                    place >= 0 ? library.places[place].header.title[language] : adoption.adopter[language]),
                "adopter-href": .optional(place >= 0 ? href(RecordID(.place, place)) : nil),
                "practice": .optional(isNamed ? library.practices[practice].header.title[language] : nil),
                "practice-href": .optional(isNamed ? href(RecordID(.practice, practice)) : nil),
                "date": .optional(adoption.date.map { strings.date($0) }),
                "kept": .list(statements(adoption.kept)), "changed": .list(statements(adoption.changed)),
                "why": .list(statements(adoption.why)), "result": .list(statements(adoption.result)),
                "body": .optionalHTML(text.body(adoption.body)), "marks": .optionalHTML(text.marks(adoption.locators)),
            ])
        }
    }

    /// From the place of the practice to those who took it over; nil if nobody did.
    func adoptionDiagram(ofPractice index: Int) -> String? {
        let adoptions = library.relations.adoptionsOfPractice[index]
        guard !adoptions.isEmpty else { return nil }
        let origin = library.relations.placeOfPractice[index]
        let diagram = CopyDiagram(
            title: strings["adoptions-diagram"],
            description: strings["adoptions-diagram-explained"],
            origin: origin < 0 ? library.practices[index].place.id : library.places[origin].header.title[language],
            copies: adoptions.map { adoption in
                let place = library.relations.placeOfAdoption[adoption]
                let hasResult = !library.adoptions[adoption].result.isEmpty
                return CopyDiagram.Copy(
                    name: place >= 0
                        ? library.places[place].header.title[language] : library.adoptions[adoption].adopter[language],
                    note: strings[hasResult ? "adoption-with-result" : "adoption-without-result"],
                    isConfirmed: hasResult)
            }, id: "diagram.1")
        return svg(of: diagram)
    }
}
