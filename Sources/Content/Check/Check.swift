import Diagnostics
import Markdown
import Text

/// The third stage: puts the records in order, resolves every reference, and reports whatever does not
/// hold together.
///
/// - Parameters:
///   - today: for overdue reviews; without it none is.
///   - latest: the last day that can have been; without it no day is too late.
package func check(
    _ raw: RawLibrary, today: CalendarDate? = nil, latest: CalendarDate? = nil, jobs: Int = 1,
    diagnostics: inout [Diagnostic]
) async -> Library {
    var checker = Checker(raw: raw)
    checker.collect()
    checker.checkFolders()
    checker.relate()
    checker.checkPlaces()
    checker.checkActors()
    checker.judgeItems()
    checker.findLeads()
    checker.checkMentions()
    checker.checkFigures()
    checker.checkContradictions()
    await checker.checkPictures(jobs: jobs)
    await checker.checkInParts(jobs: jobs)
    checker.checkProposals()
    checker.resolveCorrections()
    if let latest = today ?? latest { checker.checkFuture(from: latest) }
    if let today { checker.checkStaleReviews(on: today) }
    diagnostics += checker.diagnostics
    return checker.library
}

/// The work of ``check(_:today:latest:jobs:diagnostics:)``, in steps that each add to `library`.
struct Checker: Sendable {
    let raw: RawLibrary
    var library: Library
    /// What the records say, in the order of the library.
    var facts: [RecordKind: [RecordFacts]] = [:]
    var diagnostics: [Diagnostic] = []
    var suggestions = Suggestions()
    /// The anchors of the text whose links were checked last, by where its first heading stands.
    var anchors: (text: SourceSpan, ids: Set<String>)?

    init(raw: RawLibrary) {
        self.raw = raw
        library = raw.library
    }

    mutating func report(
        _ message: Diagnostic.Message, at span: SourceSpan, hint: Diagnostic.Hint? = nil, notes: [Diagnostic.Note] = []
    ) {
        diagnostics.append(Diagnostic(message, at: span, hint: hint, notes: notes))
    }

    // MARK: Collecting

    /// Puts the library's lists in their order of display, and fills its index.
    mutating func collect() {
        for kind in RecordKind.allCases { collect(kind.type) }
        library.corrections.sort { ($1.date, $0.object.id) < ($0.date, $1.object.id) }
        library.metrics = unique(library.metrics, id: \.id, span: \.span, as: .metric)
        library.tasks = unique(library.tasks, id: \.id, span: \.span, as: .task)
        library.glossary = unique(library.glossary, id: \.id, span: \.span, as: .term)
        library.checkpoints.sort { ($0.task.id, $0.date) < ($1.task.id, $1.date) }
        library.index.ids[.source] = indexed(library.sources.map(\.id))
        library.index.assets = indexed(library.assets.map(\.path))
        collectObservations()
    }

    /// What is known of the items of each practice, and how far it can be trusted. None may be told and noted as absent at once.
    mutating func judgeItems() {
        library.itemStates = library.practices.indices.map { index in
            let practice = library.practices.address(of: index)
            let hasResult = !library.results(ofPractice: index).isEmpty
            for entry in practice.pointee.absent
            where practice.pointee.told(entry.word, hasResult: hasResult) != .unknown {
                report(.absentAndTold(entry.word.rawValue), at: entry.span, hint: .removeFromAbsent)
            }
            return ItemStates(of: practice.pointee, hasResult: hasResult)
        }
        library.evidenceLevels = library.practices.indices.map { library.evidence(ofPractice: $0) }
    }

    private mutating func collect<R: MarkdownRecord>(_ kind: R.Type) {
        // Records are large, so their ranks are sorted instead of them.
        let read = library[keyPath: R.list]
        let ranks = read.map { $0.rank(among: library.index.places) }
        let order = ranks.indices.sorted { ranks[$0] < ranks[$1] }
        library[keyPath: R.list] = order.map { read[$0] }
        if let facts = raw.facts[R.kind] { self.facts[R.kind] = order.map { facts[$0] } }
        library.index.ids[ReferenceKind(R.kind)] = indexed(order.map { ranks[$0].id })
        guard kind is any Record.Type else { return }
        for (index, number) in order.enumerated() {
            library.index.records[read.address(of: number).pointee.path] = RecordID(R.kind, index)
        }
    }

    private func indexed(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The values with the first of each id, after reporting every later one.
    private mutating func unique<Value>(
        _ values: [Value], id: KeyPath<Value, String>, span: KeyPath<Value, SourceSpan>, as kind: ReferenceKind
    ) -> [Value] {
        var first: [String: SourceSpan] = [:]
        let kept = values.filter { value in
            let (id, span) = (value[keyPath: id], value[keyPath: span])
            if !isValidID(id) { report(.invalidID(id), at: span, hint: .charactersOfIDs) }
            if let earlier = first[id] {
                reportRepeated(id, as: kind, at: span, first: earlier)
                return false
            }
            first[id] = span
            return true
        }
        library.index.ids[kind] = indexed(kept.map { $0[keyPath: id] })
        return kept
    }

    /// The same for observations, of which there may be very many.
    private mutating func collectObservations() {
        var observations = library.observations
        var repeated: Set<Int> = []
        var index = ObservationIndex(observations) { number, earlier in
            repeated.insert(number)
            reportRepeated(
                observations[number].id, as: .observation, at: observations[number].span,
                first: observations[earlier].span)
        }
        if !repeated.isEmpty {
            observations.remove(repeated)
            index = ObservationIndex(observations)
        }
        (library.observations, library.index.observations) = (observations, index)
    }

    private mutating func reportRepeated(_ id: String, as kind: ReferenceKind, at span: SourceSpan, first: SourceSpan) {
        report(
            .duplicateID(kind: kind.noun, id: id), at: span, hint: .renameOneOfTwo, notes: [.firstIsHere(at: first)])
    }
}
