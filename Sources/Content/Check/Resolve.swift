import Diagnostics

extension Checker {
    /// Resolves the references of every record and fills the library's relations.
    mutating func resolve() {
        let practices = library.practices
        library.relations.placeOfPractice = practices.map { resolvePlace(of: $0) }
        library.relations.mechanismsOfPractice = practices.map { practice in
            practice.mechanisms.compactMap { resolve($0, .mechanism) }
        }
        library.relations.topicsOfPractice = practices.map { practice in
            practice.topics.compactMap { resolve($0, .topic) }
        }
        library.relations.outcomesOfPractice = practices.map { practice in
            practice.outcomes.compactMap { resolve($0, .observation) }
        }
        let cases = library.cases
        library.relations.placeOfCase = cases.map { resolvePlace(of: $0) }
        library.relations.practicesOfCase = cases.map { study in
            study.practices.compactMap { resolve($0, .practice) }
        }
        library.relations.topicsOfCase = cases.map { study in study.topics.compactMap { resolve($0, .topic) } }
        library.relations.outcomesOfCase = cases.map { study in study.outcomes.compactMap { resolve($0, .observation) }
        }
        resolveData()
        invertRelations()
        checkMentions()
    }

    /// A place that reports a practice for a problem does more than name it; saying both would be wrong.
    private mutating func checkMentions() {
        for (index, topic) in library.topics.enumerated() {
            for mention in topic.mentions {
                guard let place = resolve(mention.place, .place),
                    let practice = library.relations.practicesOfTopic[index].first(where: {
                        library.practices[$0].modality == .reported && library.relations.placeOfPractice[$0] == place
                    })
                else { continue }
                report(
                    .contradiction,
                    "‘\(mention.place.id)’ is said to name this only, but reports ‘\(library.practices[practice].header.id)’ for it",
                    at: mention.place.span, hint: "remove the entry, or the topic from the practice")
            }
        }
    }

    private mutating func invertRelations() {
        let relations = library.relations
        func invert(_ lists: [[Int]], count: Int) -> [[Int]] {
            var result = [[Int]](repeating: [], count: count)
            for (index, targets) in lists.enumerated() {
                for target in Set(targets).sorted() where target < count { result[target].append(index) }
            }
            return result
        }
        func invert(_ targets: [Int], count: Int) -> [[Int]] {
            var result = [[Int]](repeating: [], count: count)
            for (index, target) in targets.enumerated() where target >= 0 { result[target].append(index) }
            return result
        }
        let places = library.places.count
        library.relations.practicesOfPlace = invert(relations.placeOfPractice, count: places)
        library.relations.casesOfPlace = invert(relations.placeOfCase, count: places)
        library.relations.observationsOfPlace = invert(relations.placeOfObservation, count: places)
        let metrics = library.metrics.count
        library.relations.observationsOfMetric = invert(relations.metricOfObservation, count: metrics)
        let metricsOfPractice = relations.outcomesOfPractice.map { outcomes in
            outcomes.map { relations.metricOfObservation[$0] }.filter { $0 >= 0 }
        }
        library.relations.practicesOfMetric = invert(metricsOfPractice, count: metrics)
        let metricOfTask = library.tasks.map { $0.metric.flatMap { library.index.metrics[$0.id] } ?? -1 }
        library.relations.tasksOfMetric = invert(metricOfTask, count: metrics)
        library.relations.tasksOfPlace = invert(
            library.tasks.map { library.index.places[$0.place.id] ?? -1 }, count: places)
        library.relations.checkpointsOfTask = invert(
            library.checkpoints.map { library.index.tasks[$0.task.id] ?? -1 }, count: library.tasks.count)
        library.relations.practicesOfMechanism = invert(relations.mechanismsOfPractice, count: library.mechanisms.count)
        library.relations.practicesOfTopic = invert(relations.topicsOfPractice, count: library.topics.count)
        library.relations.casesOfTopic = invert(relations.topicsOfCase, count: library.topics.count)
        library.relations.adoptionsOfPractice = invert(
            relations.practiceOfAdoption, count: library.practices.count)
        library.relations.adoptionsOfPlace = invert(relations.placeOfAdoption, count: places)
        library.relations.casesOfPractice = invert(relations.practicesOfCase, count: library.practices.count)
    }

    private mutating func resolvePlace(of practice: Practice) -> Int {
        let folder = String(practice.header.id.prefix { $0 != "/" })
        if practice.place.id != folder, library.index.places[practice.place.id] != nil {
            report(
                .placeMismatch, "the place is ‘\(practice.place.id)’ but the file lies in ‘\(folder)’",
                at: practice.place.span, hint: "move the file, or write ‘place: \(folder)’")
        }
        // A place still to be filled in is the one whose folder the file lies in.
        let place = practice.place.id.isEmpty ? Reference(id: folder, span: practice.place.span) : practice.place
        return resolve(place, .place) ?? -1
    }

    private mutating func resolvePlace(of study: CaseStudy) -> Int {
        let span = SourceSpan(path: study.header.path, range: 0..<0)
        return resolve(Reference(id: study.placeID, span: span), .place) ?? -1
    }

    /// Metrics, observations, tasks, sources, adoptions and corrections.
    private mutating func resolveData() {
        resolveObservations()
        for task in library.tasks {
            _ = resolve(task.place, .place)
            if let metric = task.metric { _ = resolve(metric, .metric) }
            checkLocator(task.locator, source: task.source, speaker: nil)
        }
        for checkpoint in library.checkpoints {
            _ = resolve(checkpoint.task, .task)
            checkLocator(checkpoint.locator, source: checkpoint.source, speaker: nil)
        }
        library.relations.practiceOfAdoption = library.adoptions.map { resolve($0.practice, .practice) ?? -1 }
        library.relations.placeOfAdoption = library.adoptions.map { library.index.places[$0.adopter[0]] ?? -1 }
        for source in library.sources { checkSource(source) }
    }

    /// Rows repeat their names: what a name leads to is looked up once, and one that leads nowhere is told at every
    /// row.
    private mutating func resolveObservations() {
        let observations = library.observations
        let table = observations.table
        func resolved(
            _ name: (ObservationRow) -> Int32?, of count: Int, _ kind: ReferenceKind,
            _ reference: (Observation) -> Reference
        ) -> [Int] {
            var known = [Int](repeating: -1, count: count)
            return observations.indices.map { index in
                guard let name = name(observations.rows[index]).map(Int.init) else { return -1 }
                if known[name] < 0 { known[name] = resolve(reference(observations[index]), kind) ?? -1 }
                return known[name]
            }
        }
        let metrics = resolved(\.metric, of: table.metricNames, .metric) { $0.metric }
        library.relations.metricOfObservation = metrics
        library.relations.placeOfObservation = resolved(\.place, of: table.placeNames, .place) { $0.place }
        for (row, metric) in zip(observations.rows, metrics) where metric >= 0 {
            if let name = row.metric { library.observations.kinds[Int(name)] = library.metrics[metric].kind }
        }
        var isSound = [Bool](repeating: false, count: table.citations.count)
        for (index, row) in observations.rows.enumerated() where !isSound[Int(row.citation)] {
            let (observation, before) = (observations[index], diagnostics.count)
            checkLocator(observation.locator, source: observation.source, speaker: observation.speaker)
            isSound[Int(row.citation)] = diagnostics.count == before
        }
    }

    private mutating func checkSource(_ source: Source) {
        for speaker in source.speakers {
            if let place = speaker.place { _ = resolve(place, .place) }
        }
        reportRepeated(source.sections.map(\.id), "section", in: source)
        reportRepeated(source.speakers.map(\.id), "speaker", in: source)
        reportRepeated(source.paragraphs.map { "P\($0.number)" }, "paragraph", in: source)
        let sections = source.sections.map(\.id)
        let speakers = source.speakers.map(\.id)
        for paragraph in source.paragraphs {
            if !sections.contains(paragraph.section.id) { reportUnknown(paragraph.section, "section", among: sections) }
            if let speaker = paragraph.speaker, !speakers.contains(speaker.id) {
                reportUnknown(speaker, "speaker", among: speakers)
            }
        }
    }

    private mutating func reportRepeated(_ ids: [String], _ noun: String, in source: Source) {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted {
            let place = source.paragraphs.last { "P\($0.number)" == id }?.span
            report(
                .duplicateId, "the \(noun) ‘\(id)’ stands twice in ‘\(source.id)’",
                at: place ?? SourceSpan(path: source.path, range: 0..<0), hint: "rename or remove one of the two")
        }
    }

    // MARK: One reference

    /// The index of what a reference names, or nil after telling why there is none.
    mutating func resolve(_ reference: Reference, _ kind: ReferenceKind) -> Int? {
        guard !reference.id.isEmpty else { return nil }
        if let found = index(of: reference.id, kind) { return found }
        if drafts.contains(kind.rawValue + ":" + reference.id) {
            report(
                .draftReference, "the \(kind.rawValue) ‘\(reference.id)’ is a draft", at: reference.span,
                hint: "publish it, or remove the reference")
        } else if !raw.seen.mayContain(reference.id, as: kind) {
            reportUnknown(reference, kind.rawValue, among: names(of: kind))
        }
        return nil
    }

    mutating func reportUnknown(_ reference: Reference, _ noun: String, among names: [String]) {
        report(
            .unknownReference, "unknown \(noun) ‘\(reference.id)’", at: reference.span,
            hint: nearest(to: reference.id, among: names).map { "did you mean ‘\($0)’?" })
    }

    /// Whether a locator given in two columns, source and place, points at something.
    private mutating func checkLocator(_ locator: Reference?, source: Reference?, speaker: Reference?) {
        guard let locator else {
            guard let source, resolve(source, .source) != nil, let speaker else { return }
            let speakers = library.sources.first { $0.id == source.id }?.speakers.map(\.id) ?? []
            if !speakers.contains(speaker.id) { reportUnknown(speaker, "speaker", among: speakers) }
            return
        }
        guard let source else {
            report(.unknownLocator, "a locator without a source", at: locator.span, hint: "fill the column ‘source’")
            return
        }
        guard resolve(source, .source) != nil else { return }
        _ = resolveLocator(Reference(id: source.id + "#" + locator.id, span: locator.span), speaker: speaker)
    }

    /// The locator that a reference writes, or nil after telling what it misses.
    mutating func resolveLocator(_ reference: Reference, speaker: Reference? = nil) -> Locator? {
        guard let locator = Locator(reference.id) else {
            report(
                .unknownLocator, "‘\(reference.id)’ is not a locator", at: reference.span,
                hint: "write source#P25.S2: source, paragraph, sentence")
            return nil
        }
        guard let index = library.index.sources[locator.source] else {
            if !raw.seen.mayContain(locator.source, as: .source) {
                let name = Reference(id: locator.source, span: reference.span)
                reportUnknown(name, "source", among: library.sources.map(\.id))
            }
            return nil
        }
        let source = library.sources[index]
        guard let paragraph = source.paragraph(locator.paragraph) else {
            report(
                .unknownLocator, "‘\(source.id)’ has no paragraph P\(locator.paragraph)", at: reference.span,
                hint: source.paragraphs.last.map { "its last paragraph is P\($0.number)" })
            return nil
        }
        if let sentence = locator.sentence, sentence > paragraph.sentences {
            report(
                .unknownLocator, "P\(paragraph.number) of ‘\(source.id)’ has no sentence S\(sentence)",
                at: reference.span, hint: "its last sentence is S\(paragraph.sentences)")
            return nil
        }
        if let speaker {
            if source.speaker(speaker.id) == nil {
                reportUnknown(speaker, "speaker", among: source.speakers.map(\.id))
            } else if let actual = paragraph.speaker, actual.id != speaker.id {
                report(
                    .unknownLocator, "P\(paragraph.number) of ‘\(source.id)’ is spoken by ‘\(actual.id)’",
                    at: speaker.span, hint: "correct the speaker or the locator")
            }
        }
        return locator
    }

    private func index(of id: String, _ kind: ReferenceKind) -> Int? {
        kind == .observation ? library.index.observations[id] : ids(of: kind)[id]
    }

    private func names(of kind: ReferenceKind) -> [String] {
        kind == .observation ? library.index.observations.ids : Array(ids(of: kind).keys)
    }

    private func ids(of kind: ReferenceKind) -> [String: Int] {
        switch kind {
        case .place: library.index.places
        case .mechanism: library.index.mechanisms
        case .topic: library.index.topics
        case .practice: library.index.practices
        case .case: library.index.cases
        case .metric: library.index.metrics
        case .task: library.index.tasks
        case .term: library.index.terms
        case .source: library.index.sources
        case .observation, .page, .adoption, .home: [:]
        }
    }
}
