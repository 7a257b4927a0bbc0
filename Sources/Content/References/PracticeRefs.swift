import Diagnostics

extension Ref where Record == Practice {
    /// Its figures that stand for a result.
    package var results: [ObservationRef] { shared.value.results(ofPractice: index).map { ObservationRef(shared, $0) } }

    package func state(of item: PracticeItem) -> ItemState { shared.value.itemStates[index][item] }
    package func count(of state: ItemState) -> Int { shared.value.itemStates[index].count(of: state) }

    /// Those who speak of it for its place: the first to ask, where nobody is named.
    package var leads: [Source.Speaker] {
        var seen: Set<String> = []
        let locators = record.statementLocators.compactMap { Locator($0.id) }
        return locators.compactMap { locator -> Source.Speaker? in
            guard let source = shared.value.index.sources[locator.source].map({ SourceRef(shared, $0).record }),
                let speaker = source.paragraph(locator.paragraph)?.speaker.flatMap({ source.speaker($0.id) }),
                speaker.place?.id == record.place.id, seen.insert(speaker.id).inserted
            else { return nil }
            return speaker
        }
    }
}
