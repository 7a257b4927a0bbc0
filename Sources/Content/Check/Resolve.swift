import Diagnostics
import Text

extension Checker {
    /// Looks up the names by which records, tasks and checkpoints are related, and notes what they lead to, both ways.
    mutating func relate() {
        for kind in RecordKind.allCases { relate(kind.type) }
        relate(library.tasks)
        relate(library.checkpoints)
        resolveObservations()
        relateByPlace()
        relateByMetric()
    }

    private mutating func relate<R: MarkdownRecord>(_ kind: R.Type) {
        relate(R.relatingFields, facts[R.kind, default: []].map(\.relations))
    }

    private mutating func relate<Holder: FieldHolder>(_ holders: [Holder]) {
        relate(Holder.relatingFields, holders.map(\.relations))
    }

    /// - Parameter named: what each holder of the fields names in each of them.
    private mutating func relate(_ fields: [KnownField], _ named: [[[Reference]]]) {
        for (number, field) in fields.enumerated() {
            guard let relation = field.relation, let kind = field.reference else { continue }
            let targets = named.map { $0[number].compactMap { resolve($0, kind) } }
            if let path = relation.many { library.relations[keyPath: path] = targets }
            if let path = relation.one { library.relations[keyPath: path] = targets.map { $0.first ?? -1 } }
            if let path = relation.inverse {
                library.relations[keyPath: path] = inverted(targets, count: library.index.ids[kind]?.count ?? 0)
            }
        }
    }

    /// By which of the lists each target is named.
    private func inverted(_ lists: [[Int]], count: Int) -> [[Int]] {
        var result = [[Int]](repeating: [], count: count)
        for (index, targets) in lists.enumerated() {
            for target in targets.count > 1 ? Set(targets).sorted() : targets where target >= 0 && target < count {
                result[target].append(index)
            }
        }
        return result
    }

    private func inverted(_ targets: [Int], count: Int) -> [[Int]] { inverted(targets.map { [$0] }, count: count) }

    /// A practice lies in the folder of its place.
    mutating func checkFolders() {
        for index in library.practices.indices {
            let practice = library.practices.address(of: index)
            let (place, folder) = (practice.pointee.place, practice.pointee.header.folder)
            guard place.id != folder, library.index.places[place.id] != nil else { continue }
            report(.placeMismatch(place: place.id, folder: folder), at: place.span, hint: .moveFile(folder))
        }
    }

    /// What says its place otherwise than by a field that is always an id.
    private mutating func relateByPlace() {
        let places = library.places.count
        library.relations.placeOfCase = library.cases.map { study in
            let span = SourceSpan(path: study.header.path, range: 0..<0)
            return resolve(Reference(id: study.placeID, span: span), .place) ?? -1
        }
        library.relations.casesOfPlace = inverted(library.relations.placeOfCase, count: places)
        library.relations.placeOfAdoption = library.adoptions.map { library.index.places[$0.adopter[0]] ?? -1 }
        library.relations.adoptionsOfPlace = inverted(library.relations.placeOfAdoption, count: places)
        library.relations.observationsOfPlace = inverted(library.relations.placeOfObservation, count: places)
    }

    private mutating func relateByMetric() {
        let metrics = library.metrics.count
        let metricOfObservation = library.relations.metricOfObservation
        library.relations.observationsOfMetric = inverted(metricOfObservation, count: metrics)
        library.relations.practicesOfMetric = inverted(
            library.relations.outcomesOfPractice.map { outcomes in outcomes.map { metricOfObservation[$0] } },
            count: metrics)
    }

    /// A place that reports or proposes a practice for a problem does more than name it; saying both would be wrong.
    mutating func checkMentions() {
        for (index, topic) in library.topics.enumerated() {
            for mention in topic.mentions {
                guard let place = library.index.places[mention.place.id],
                    let practice = library.relations.practicesOfTopic[index].first(where: {
                        library.relations.placeOfPractice[$0] == place
                    })
                else { continue }
                report(
                    .contradiction(place: mention.place.id, practice: library.practices[practice].header.id),
                    at: mention.place.span, hint: .removeEntry)
            }
        }
    }

    /// Rows repeat their names: what a name leads to is looked up once; an unknown id is reported at every row.
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
            guard let name = row.metric.map(Int.init), library.observations.metrics[name] == nil else { continue }
            let found = library.metrics[metric]
            library.observations.metrics[name] = MetricTraits(kind: found.kind, units: found.unit?.all ?? [])
        }
        var isSound = [Bool](repeating: false, count: table.citations.count)
        for (index, row) in observations.rows.enumerated() where !isSound[Int(row.citation)] {
            let (observation, before) = (observations[index], diagnostics.count)
            if let source = observation.source { _ = resolve(source, .source) }
            checkLocator(observation.locator, source: observation.source, speaker: observation.speaker)
            isSound[Int(row.citation)] = diagnostics.count == before
        }
    }

    mutating func checkSource(_ source: Source) {
        reportRepeated(source.sections.map(\.id), .section, in: source)
        reportRepeated(source.speakers.map(\.id), .speaker, in: source)
        reportRepeated(source.paragraphs.map { "P\($0.number)" }, .paragraph, in: source)
        let sections = Set(source.sections.map(\.id))
        let speakers = Set(source.speakers.map(\.id))
        for paragraph in source.paragraphs {
            if !sections.contains(paragraph.section.id) {
                reportUnknown(
                    paragraph.section, .section, among: { source.sections.map(\.id) }, in: "section " + source.id)
            }
            if let speaker = paragraph.speaker, !speakers.contains(speaker.id) {
                reportUnknown(speaker, .speaker, among: { source.speakers.map(\.id) }, in: "speaker " + source.id)
            }
        }
        for remark in source.remarks {
            // A locator that leads nowhere is told where locators are checked.
            let hasSpeaker = remark.locators.contains { reference in
                guard let locator = Locator(reference.id) else { return true }
                guard locator.source == source.id else { return false }
                return source.paragraph(locator.paragraph).map { $0.speaker != nil } ?? true
            }
            guard !hasSpeaker, let place = remark.locators.first?.span else { continue }
            report(.remarkOfNobody, at: place, hint: .citeSpeaker)
        }
    }

    private mutating func reportRepeated(_ ids: [String], _ noun: Phrase, in source: Source) {
        var seen: Set<String> = []
        let repeated = ids.filter { !seen.insert($0).inserted }
        guard !repeated.isEmpty else { return }
        let places = Dictionary(
            source.paragraphs.map { ("P\($0.number)", $0.span) }, uniquingKeysWith: { _, last in last })
        for id in repeated {
            let place = places[id]
            report(
                .duplicateIDInSource(kind: noun, id: id, source: source.id),
                at: place ?? SourceSpan(path: source.path, range: 0..<0), hint: .renameOrRemoveOneOfTwo)
        }
    }

    // MARK: One reference

    /// The index of what a reference names, or nil after telling why there is none.
    mutating func resolve(_ reference: Reference, _ kind: ReferenceKind) -> Int? {
        guard !reference.id.isEmpty else { return nil }
        if let found = index(of: reference.id, kind) { return found }
        if raw.drafts.contains(reference.id, as: kind) {
            report(
                .draftReference(kind: kind.noun, id: reference.id), at: reference.span,
                hint: .publishOrRemoveReference(draftPath(reference.id, kind)))
        } else if !raw.seen.mayContain(reference.id, as: kind) {
            report(
                .unknownReference(kind: kind.noun, id: reference.id), at: reference.span,
                hint: hint(for: reference.id, kind))
        }
        return nil
    }

    private func draftPath(_ id: String, _ kind: ReferenceKind) -> String {
        let stem = (RecordKind(rawValue: kind.rawValue)?.contentFolder ?? LibraryPath.content) + id
        return raw.draftPaths.contains(stem + ".md") ? stem + ".md" : "\(stem).\(library.languages[0]).md"
    }

    /// What to do about an id that nothing of a kind has: it may be a title, several ids in one, or still to be made.
    mutating func hint(for id: String, _ kind: ReferenceKind) -> Diagnostic.Hint? {
        suggestions.hint(for: id, in: kind.rawValue) { [library] suggestions in
            if let hint = Diagnostic.Hint.chineseMarks(around: id) ?? .fullWidthMark(in: id) { return hint }
            let titled = suggestions.ids(titled: id, kind, in: library)
            if !titled.isEmpty { return titled.count == 1 ? .writeIDOfTitle(titled[0]) : .writeID(titled) }
            if let near = Diagnostic.Hint.nearest(to: id, among: suggestions.ids(of: kind, in: library)) { return near }
            if kind == .observation { return library.hint(forFiguresOf: id, &suggestions) }
            guard kind.canBeMade else { return nil }
            let isID = id.pathParts.allSatisfy { isValidID(String($0)) }
            return isID ? .make(kind: kind.rawValue, id: id) : .makeRecord(kind: kind.rawValue, name: id)
        }
    }

    /// - Parameter scope: whose names they are, where that is more than the kind: the speakers of a source.
    mutating func reportUnknown(
        _ reference: Reference, _ noun: Phrase, among names: () -> [String], in scope: String
    ) {
        let near = suggestions.hint(for: reference.id, in: scope) { _ in .nearest(to: reference.id, among: names()) }
        report(.unknownReference(kind: noun, id: reference.id), at: reference.span, hint: near)
    }

    /// Whether a locator given in two columns, source and place, points at something. The source itself has been
    /// looked up.
    mutating func checkLocator(_ locator: Reference?, source: Reference?, speaker: Reference?) {
        guard let locator else {
            guard let source, let index = library.index.sources[source.id], let speaker else { return }
            let record = library.sources.address(of: index)
            if record.pointee.speaker(speaker.id) == nil {
                reportUnknown(
                    speaker, .speaker, among: { record.pointee.speakers.map(\.id) }, in: "speaker " + source.id)
            }
            return
        }
        guard let source else {
            report(.locatorWithoutSource, at: locator.span, hint: .fillSourceIn)
            return
        }
        guard library.index.sources[source.id] != nil else { return }
        _ = resolveLocator(Reference(id: source.id + "#" + locator.id, span: locator.span), speaker: speaker)
    }

    /// The locator that a reference writes, or nil after telling what it misses.
    mutating func resolveLocator(_ reference: Reference, speaker: Reference? = nil) -> Locator? {
        guard let locator = Locator(reference.id) else {
            report(
                .notALocator(reference.id), at: reference.span,
                hint: Locator(meantBy: reference.id).map { .didYouMean($0.text) } ?? .writeLocator)
            return nil
        }
        guard let index = library.index.sources[locator.source] else {
            _ = resolve(Reference(id: locator.source, span: reference.span), .source)
            return nil
        }
        let source = library.sources.address(of: index)
        guard let paragraph = source.pointee.paragraph(locator.paragraph) else {
            report(
                .noParagraph(source: source.pointee.id, paragraph: locator.paragraph), at: reference.span,
                hint: source.pointee.paragraphs.last.map { .lastParagraph($0.number) })
            return nil
        }
        if let sentence = locator.sentence, sentence > paragraph.sentences {
            report(
                .noSentence(paragraph: paragraph.number, source: source.pointee.id, sentence: sentence),
                at: reference.span,
                hint: .lastSentence(paragraph.sentences))
            return nil
        }
        if let speaker {
            if source.pointee.speaker(speaker.id) == nil {
                reportUnknown(
                    speaker, .speaker, among: { source.pointee.speakers.map(\.id) }, in: "speaker " + source.pointee.id)
            } else if let actual = paragraph.speaker, actual.id != speaker.id {
                report(
                    .otherSpeaker(paragraph: paragraph.number, source: source.pointee.id, speaker: actual.id),
                    at: speaker.span, hint: .correctSpeaker)
            }
        }
        return locator
    }

    private func index(of id: String, _ kind: ReferenceKind) -> Int? {
        kind == .observation ? library.index.observations[id] : library.index.ids[kind]?[id]
    }
}

extension Library {
    /// The figures of a metric that people call so.
    fileprivate func hint(forFiguresOf title: String, _ suggestions: inout Suggestions) -> Diagnostic.Hint? {
        let metrics = suggestions.ids(titled: title, .metric, in: self).compactMap { index.ids[.metric]?[$0] }
        let figures = metrics.flatMap { relations.observationsOfMetric[$0] }
        return figures.isEmpty ? nil : .writeID(figures.prefix(5).map { observations[$0].id })
    }
}
