import Content

/// Figures as the contexts of templates, wherever they stand on a page.
extension PageText {
    /// - Parameter namesPlace: whether the figure says which place it is of.
    mutating func figure(_ index: Int, namesPlace: Bool) -> Context {
        let library = site.library
        let observation = library.observations[index]
        let metric = library.relations.metricOfObservation[index]
        let place = namesPlace ? library.relations.placeOfObservation[index] : -1
        let source = observation.source.flatMap { library.index.sources[$0.id] }.map { library.sources[$0] }
        let locator = source.flatMap { source in observation.locator.flatMap { Locator($0.id, source: source.id) } }
        let speaker = observation.speaker.flatMap { source?.speaker($0.id) }
        let wording = site.wording(of: index, language: language)
        let qualifier = observation.qualifier.flatMap { $0 == .exact ? nil : strings["qualifier-\($0.rawValue)"] }
        return Context([
            "id": .text((part.map { $0.anchor + "." } ?? "") + "figure." + observation.id),
            "metric": .text(metric >= 0 ? library.metrics[metric].name[language] : observation.metric.id),
            "metric-href": .optional(metric >= 0 ? href(.metric(metric)) : nil),
            "value": .text(wording.text),
            "printed": .optional(wording.printed?.text), "printed-lang": .optional(wording.printed?.language),
            "qualifier-key": .optional(observation.qualifier?.rawValue), "qualifier": .optional(qualifier),
            "bounds": .optional(bounds(of: index)),
            "period": .text(period(of: index)), "has-period": .flag(observation.period != nil),
            "role": .text(strings["role-\(observation.role.rawValue)"]),
            "cautions": .optional(
                observation.cautions.map { strings["caution-\($0.rawValue)"] }
                    .joined(separator: strings["enumeration-separator"])),
            "note": .optional(observation.note?[language]),
            "speaker": .optional(speaker?.name[language]),
            "mark": .optionalHTML(locator.map { mark($0) }),
            "place": .optional(place >= 0 ? library.places[place].header.title[language] : nil),
            "place-href": .optional(place >= 0 ? href(.record(RecordID(.place, place))) : nil),
        ])
    }

    func period(of index: Int) -> String {
        site.library.observations[index].period.map { strings.period($0) } ?? strings["period-unstated"]
    }

    /// What the figure says for certain, where that is not the figure itself.
    func bounds(of index: Int) -> String? {
        let row = site.library.observations[index]
        guard row.qualifier != .exact else { return nil }
        let metric = site.library.relations.metricOfObservation[index]
        func text(_ number: Double) -> String {
            site.text(of: number, metric: metric < 0 ? nil : site.library.metrics[metric], language: language)
        }
        return switch (row.lower, row.upper) {
        case (let lower?, let upper?):
            strings.format("bounds-between", ["lower": text(lower), "upper": text(upper)])
        case (let lower?, nil): strings.format("bounds-from", ["lower": text(lower)])
        case (nil, let upper?): strings.format("bounds-to", ["upper": text(upper)])
        case (nil, nil): strings["bounds-none"]
        }
    }
}
