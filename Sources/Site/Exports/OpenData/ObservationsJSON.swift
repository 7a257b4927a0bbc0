import Content
import Diagnostics
import Text

/// The figures for programs that read no tables: every id with its name, `null` for what is not reported.
extension Site {
    /// An array with an object for each observation, one a line.
    func observationsJSON() -> [UInt8] {
        var bytes = Array("[\n".utf8)
        for index in library.observations.indices {
            if index > 0 { bytes += ",\n".utf8 }
            bytes += observation(index).text().utf8
        }
        return bytes + Array("\n]\n".utf8)
    }

    private func observation(_ index: Int) -> JSON {
        let observation = library.observations[index]
        return .object([
            "id": .string(observation.id),
            "metric": metric(index),
            "place": place(index),
            "period": observation.period.map { period($0) } ?? .null,
            "printed": string(observation.printed),
            "value": number(observation.value),
            "qualifier": string(observation.qualifier?.rawValue),
            "lower": number(observation.lower),
            "upper": number(observation.upper),
            "role": .string(observation.role.rawValue),
            "baseline": number(observation.baseline),
            "target": number(observation.target),
            "source": source(observation),
            "speaker": speaker(observation),
            "flags": .array(observation.cautions.map { .string($0.rawValue) }),
            "note": texts(observation.note),
        ])
    }

    private func metric(_ index: Int) -> JSON {
        guard let metric = library.metric(ofObservation: index) else { return .null }
        return .object([
            "id": .string(metric.id), "name": texts(metric.name), "kind": .string(metric.kind.rawValue),
            "unit": texts(metric.unit),
        ])
    }

    private func place(_ index: Int) -> JSON {
        let place = library.relations.placeOfObservation[index]
        guard place >= 0 else { return .null }
        let header = library.places[place].header
        return .object(["id": .string(header.id), "name": texts(header.title)])
    }

    private func period(_ period: Period) -> JSON {
        .object([
            "text": .string(period.text), "start": string(period.start?.description),
            "end": string(period.end?.description), "words": words { $0.period(period) },
        ])
    }

    private func source(_ observation: Observation) -> JSON {
        guard let source = source(of: observation) else { return .null }
        let locator = observation.locator.flatMap { Locator($0.id, source: source.id) }
        return .object([
            "id": .string(source.id), "title": texts(source.title), "outlet": texts(source.outlet),
            "locator": string(locator?.place),
            "words": locator.map { locator in words { $0.place(of: locator, in: source) } } ?? .null,
        ])
    }

    private func speaker(_ observation: Observation) -> JSON {
        let source = source(of: observation)
        guard let speaker = observation.speaker.flatMap({ source?.speaker($0.id) }) else { return .null }
        return .object(["id": .string(speaker.id), "name": texts(speaker.name), "office": texts(speaker.role)])
    }

    private func source(of observation: Observation) -> Source? {
        observation.source.flatMap { library.index.sources[$0.id] }.map { library.sources[$0] }
    }

    // MARK: Values

    private func string(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

    private func number(_ number: Double?) -> JSON {
        guard let number else { return .null }
        return Int(exactly: number).map { .integer($0) } ?? .number(number)
    }

    /// What is written in each language, by its tag.
    private func texts(_ text: Localized<String>?) -> JSON {
        guard let text else { return .null }
        return .object(
            library.languages.enumerated().compactMap { index, tag in
                text.exact(index).map { JSON.Member(name: tag, value: .string($0)) }
            })
    }

    /// The words for something in each language.
    private func words(_ words: (Strings) -> String) -> JSON {
        .object(
            library.languages.enumerated().map { index, tag in
                JSON.Member(name: tag, value: .string(words(strings(index))))
            })
    }
}
