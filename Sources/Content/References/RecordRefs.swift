import Diagnostics

// What each kind of record leads to. Relations are resolved by `check`; here they only get their names. A record is
// borrowed where it lies.

extension Ref where Record == Place {
    package var record: Place { unsafeAddress { addresses.places.address(of: index) } }
    package var id: RecordID { RecordID(.place, index) }
    package var practices: [PracticeRef] { refs(shared.value.relations.practicesOfPlace[index]) }
    package var cases: [CaseRef] { refs(shared.value.relations.casesOfPlace[index]) }
    package var observations: [ObservationRef] { refs(shared.value.relations.observationsOfPlace[index]) }
    /// What the place took over from elsewhere.
    package var adoptions: [AdoptionRef] { refs(shared.value.relations.adoptionsOfPlace[index]) }
    /// What others took over from it.
    package var copies: [AdoptionRef] { practices.flatMap(\.adoptions) }
}

extension Ref where Record == Practice {
    package var record: Practice { unsafeAddress { addresses.practices.address(of: index) } }
    package var id: RecordID { RecordID(.practice, index) }
    package var place: PlaceRef? { PlaceRef(shared, ifAny: shared.value.relations.placeOfPractice[index]) }
    package var mechanisms: [MechanismRef] { refs(shared.value.relations.mechanismsOfPractice[index]) }
    package var topics: [TopicRef] { refs(shared.value.relations.topicsOfPractice[index]) }
    package var cases: [CaseRef] { refs(shared.value.relations.casesOfPractice[index]) }
    package var outcomes: [ObservationRef] { refs(shared.value.relations.outcomesOfPractice[index]) }
    package var adoptions: [AdoptionRef] { refs(shared.value.relations.adoptionsOfPractice[index]) }
    package var evidence: EvidenceLevel { shared.value.evidenceLevels[index] }
    package var evidenceGaps: [EvidenceGap] { shared.value.gaps(ofPractice: index) }
    /// Archived records keep their page but are in no list.
    package var isListed: Bool { record.header.status != .archived }
    package var isProposed: Bool { record.modality == .proposed }
    /// Its figures that stand for a result.
    package var results: [ObservationRef] { refs(shared.value.results(ofPractice: index)) }

    // Like all that is asked for on every page, these read the fields that they need: a method of the record would be given
    // a copy of all of them.

    /// Who does a step, in the order in which it names them.
    package func actors(of step: Step) -> [Actor] { record.actors.doing(step) }
    package func statements(of item: PracticeItem) -> [Statement] { record.statements[item] ?? [] }
    package func absent(_ item: PracticeItem) -> Attribution<PracticeItem>? { record.absent.entry(for: item) }
    package func absence(of item: PracticeItem) -> Absence { Absence(absent(item)?.state) }

    package func state(of item: PracticeItem) -> ItemState { shared.value.itemStates[index][item] }
    package func count(of state: ItemState) -> Int { shared.value.itemStates[index].count(of: state) }
    /// The items that nobody tells.
    package var unknownItems: [PracticeItem] { shared.value.itemStates[index].items(in: .unknown) }

    /// The sources that its statements cite, in the order in which it first cites them.
    package var citedSources: [SourceRef] { refs(shared.value.relations.sourcesOfPractice[index]) }

    /// Those who speak of it for its place: the first to ask, where nobody is named.
    package var leads: [Source.Speaker] {
        shared.value.relations.leadsOfPractice[index].map {
            addresses.sources.address(of: $0.source).pointee.speakers[$0.speaker]
        }
    }

    /// The metrics of its outcomes, each once.
    package var metrics: [MetricRef] {
        var seen: Set<Int> = []
        return outcomes.compactMap(\.metric).filter { seen.insert($0.index).inserted }
    }
}

extension Ref where Record == CaseStudy {
    package var record: CaseStudy { unsafeAddress { addresses.cases.address(of: index) } }
    package var id: RecordID { RecordID(.case, index) }
    package var place: PlaceRef? { PlaceRef(shared, ifAny: shared.value.relations.placeOfCase[index]) }
    package var practices: [PracticeRef] { refs(shared.value.relations.practicesOfCase[index]) }
    package var topics: [TopicRef] { refs(shared.value.relations.topicsOfCase[index]) }
    package var outcomes: [ObservationRef] { refs(shared.value.relations.outcomesOfCase[index]) }
    package var evidence: EvidenceLevel { shared.value.evidence(ofCase: index) }
    package var isListed: Bool { record.header.status != .archived }
}

extension Ref where Record == Mechanism {
    package var record: Mechanism { unsafeAddress { addresses.mechanisms.address(of: index) } }
    package var id: RecordID { RecordID(.mechanism, index) }
    package var practices: [PracticeRef] { refs(shared.value.relations.practicesOfMechanism[index]) }
}

extension Ref where Record == Topic {
    package var record: Topic { unsafeAddress { addresses.topics.address(of: index) } }
    package var id: RecordID { RecordID(.topic, index) }
    package var practices: [PracticeRef] { refs(shared.value.relations.practicesOfTopic[index]) }
    package var cases: [CaseRef] { refs(shared.value.relations.casesOfTopic[index]) }
}

extension Ref where Record == Page {
    package var record: Page { unsafeAddress { addresses.pages.address(of: index) } }
    package var id: RecordID { RecordID(.page, index) }
}

extension Ref where Record == Adoption {
    package var record: Adoption { unsafeAddress { addresses.adoptions.address(of: index) } }
    package var practice: PracticeRef? { PracticeRef(shared, ifAny: shared.value.relations.practiceOfAdoption[index]) }
    /// The adopter's place, if it has a page.
    package var place: PlaceRef? { PlaceRef(shared, ifAny: shared.value.relations.placeOfAdoption[index]) }
}
