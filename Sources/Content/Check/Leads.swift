extension Checker {
    /// Finds which sources each practice cites, and whom to ask first about each whose record names nobody: those who speak
    /// of it for its place.
    mutating func findLeads() {
        let facts = facts[.practice] ?? []
        library.relations.sourcesOfPractice = library.practices.indices.map { index in
            guard facts.indices.contains(index) else { return [] }
            var seen: Set<Int> = []
            return facts[index].statementLocators.compactMap { library.index.sources[$0.source] }
                .filter { seen.insert($0).inserted }
        }
        library.relations.leadsOfPractice = library.practices.indices.map { index in
            guard facts.indices.contains(index), library.itemStates[index][.contact] == .unknown else { return [] }
            let place = library.practices.address(of: index).pointee.place.id
            var seen: Set<String> = []
            return facts[index].statementLocators.compactMap { locator in
                // Who speaks in two sources is asked once.
                speaker(at: locator, for: place).flatMap { seen.insert($0.id).inserted ? $0.lead : nil }
            }
        }
    }

    /// Who speaks in a paragraph, if they speak for that place.
    private func speaker(at locator: Locator, for place: String) -> (id: String, lead: SpeakerID)? {
        guard let source = library.index.sources[locator.source] else { return nil }
        let record = library.sources.address(of: source)
        guard let id = record.pointee.paragraph(locator.paragraph)?.speaker?.id,
            let speaker = record.pointee.speakers.firstIndex(where: { $0.id == id }),
            record.pointee.speakers[speaker].place?.id == place
        else { return nil }
        return (id, SpeakerID(source: source, speaker: speaker))
    }
}
