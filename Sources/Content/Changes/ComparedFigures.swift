import Diagnostics

extension Library {
    /// Its figures, each with its columns as fields.
    var comparedFigures: [ComparedRecord] {
        observations.map { observation in
            ComparedRecord(
                .figure, id: observation.id, path: observation.path, title: title(of: observation)
            ) { ObservationColumn.allCases.map { ($0.known, $0.value(of: observation)) } }
        }
    }

    /// Whose figure it is, of what, and as printed: `盘锦 · 网格员 · 2万余人`.
    private func title(of observation: Observation) -> Localized<String> {
        let place = index.places[observation.place.id].map { places[$0].header.title }
        let metric = index.metrics[observation.metric.id].map { metrics[$0].name }
        return Localized(
            languages.indices.map { language in
                [place?[language], metric?[language], observation.printed].compactMap(\.self)
                    .filter { !$0.isEmpty }.joined(separator: " · ")
            })
    }
}

extension ObservationColumn {
    /// What stands in the column, told as of a field. A column that is not named here holds a text.
    var known: KnownField {
        switch self {
        case .id: KnownField(key: name, isRequired: true)
        case .metric: KnownField(key: name, shape: .reference, isRequired: true, reference: .metric)
        case .place: KnownField(key: name, shape: .reference, isRequired: true, reference: .place)
        case .source: KnownField(key: name, shape: .reference, reference: .source)
        case .period: KnownField(key: name, shape: .period)
        case .printed: KnownField(key: name, shape: .figure)
        case .value, .lower, .upper, .baseline, .target: KnownField(key: name, shape: .decimal)
        case .qualifier: known(as: Qualifier.self)
        case .role: known(as: ObservationRole.self)
        case .flags: known(as: Caution.self, shape: .texts)
        case .note: KnownField(key: name, shape: .localized, isTranslatable: true)
        case .locator, .speaker: KnownField(key: name)
        }
    }

    private func known<Word: Vocabulary>(as words: Word.Type, shape: FieldShape = .word) -> KnownField {
        KnownField(key: name, shape: shape, words: Word.allCases.map(\.rawValue), wordLabels: Word.labels)
    }

    /// What the column says of an observation. What a row leaves to the printed figure is worked out, as pages have it,
    /// so that whoever signs sees the number that follows from what is printed.
    func value(of observation: Observation) -> FieldValue {
        func text(_ text: String?) -> FieldValue { text.map { .text($0) } ?? .none }
        func decimal(_ number: Double?) -> FieldValue { number.map { .decimal($0) } ?? .none }
        return switch self {
        case .id: .text(observation.id)
        case .metric: .references([observation.metric])
        case .place: .references([observation.place])
        case .period: text(observation.period?.text)
        case .printed: text(observation.printed)
        case .value: decimal(observation.value)
        case .qualifier: text(observation.qualifier?.rawValue)
        case .lower: decimal(observation.lower)
        case .upper: decimal(observation.upper)
        case .role: .text(observation.role.rawValue)
        case .baseline: decimal(observation.baseline)
        case .target: decimal(observation.target)
        case .source: observation.source.map { .references([$0]) } ?? .none
        case .locator: text(observation.locator?.id)
        case .speaker: text(observation.speaker?.id)
        case .flags: .texts(observation.cautions.map(\.rawValue))
        case .note: observation.note.map { .localized($0) } ?? .none
        }
    }
}
