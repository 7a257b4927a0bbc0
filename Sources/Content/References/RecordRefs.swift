import Diagnostics

// What each kind of record leads to. Relations are resolved by `check`; here they only get their names. A record is
// borrowed where it lies.

extension Ref where Record == Place {
    package var record: Place { _read { yield shared.value.places[inPlace: index] } }
    package var id: RecordID { RecordID(.place, index) }
    package var practices: [PracticeRef] { refs(library.relations.practicesOfPlace[index]) }
    package var cases: [CaseRef] { refs(library.relations.casesOfPlace[index]) }
    package var observations: [ObservationRef] { refs(library.relations.observationsOfPlace[index]) }
    /// What the place took over from elsewhere.
    package var adoptions: [AdoptionRef] { refs(library.relations.adoptionsOfPlace[index]) }
    /// What others took over from it.
    package var copies: [AdoptionRef] { practices.flatMap(\.adoptions) }
}

extension Ref where Record == Practice {
    package var record: Practice { _read { yield shared.value.practices[inPlace: index] } }
    package var id: RecordID { RecordID(.practice, index) }
    package var place: PlaceRef? { PlaceRef(shared, ifAny: library.relations.placeOfPractice[index]) }
    package var mechanisms: [MechanismRef] { refs(library.relations.mechanismsOfPractice[index]) }
    package var topics: [TopicRef] { refs(library.relations.topicsOfPractice[index]) }
    package var cases: [CaseRef] { refs(library.relations.casesOfPractice[index]) }
    package var outcomes: [ObservationRef] { refs(library.relations.outcomesOfPractice[index]) }
    package var adoptions: [AdoptionRef] { refs(library.relations.adoptionsOfPractice[index]) }
    package var evidence: EvidenceLevel { library.evidence(ofPractice: index) }
    package var evidenceGaps: [EvidenceGap] { library.gaps(ofPractice: index) }
    /// Archived records keep their page but are in no list.
    package var isListed: Bool { record.header.status != .archived }
    package var isProposed: Bool { record.modality == .proposed }

    /// The metrics of its outcomes, each once.
    package var metrics: [MetricRef] {
        var seen: Set<Int> = []
        return outcomes.compactMap(\.metric).filter { seen.insert($0.index).inserted }
    }
}

extension Ref where Record == CaseStudy {
    package var record: CaseStudy { _read { yield shared.value.cases[inPlace: index] } }
    package var id: RecordID { RecordID(.case, index) }
    package var place: PlaceRef? { PlaceRef(shared, ifAny: library.relations.placeOfCase[index]) }
    package var practices: [PracticeRef] { refs(library.relations.practicesOfCase[index]) }
    package var topics: [TopicRef] { refs(library.relations.topicsOfCase[index]) }
    package var outcomes: [ObservationRef] { refs(library.relations.outcomesOfCase[index]) }
    package var evidence: EvidenceLevel { library.evidence(ofCase: index) }
    package var isListed: Bool { record.header.status != .archived }
}

extension Ref where Record == Mechanism {
    package var record: Mechanism { _read { yield shared.value.mechanisms[inPlace: index] } }
    package var id: RecordID { RecordID(.mechanism, index) }
    package var practices: [PracticeRef] { refs(library.relations.practicesOfMechanism[index]) }
}

extension Ref where Record == Topic {
    package var record: Topic { _read { yield shared.value.topics[inPlace: index] } }
    package var id: RecordID { RecordID(.topic, index) }
    package var practices: [PracticeRef] { refs(library.relations.practicesOfTopic[index]) }
    package var cases: [CaseRef] { refs(library.relations.casesOfTopic[index]) }
}

extension Ref where Record == Page {
    package var record: Page { _read { yield shared.value.pages[inPlace: index] } }
    package var id: RecordID { RecordID(.page, index) }
}

extension Ref where Record == Adoption {
    package var record: Adoption { _read { yield shared.value.adoptions[inPlace: index] } }
    package var practice: PracticeRef? { PracticeRef(shared, ifAny: library.relations.practiceOfAdoption[index]) }
    /// The adopter's place, if it has a page.
    package var place: PlaceRef? { PlaceRef(shared, ifAny: library.relations.placeOfAdoption[index]) }
}
