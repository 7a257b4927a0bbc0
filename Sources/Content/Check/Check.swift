import Diagnostics
import Markdown

/// The third stage: puts the records in order, resolves every reference, and reports whatever does not
/// hold together. Drafts are left out unless asked for.
///
/// - Parameter today: the day against which reviews are measured; without it none is called overdue.
package func check(
    _ raw: RawLibrary, includesDrafts: Bool, today: CalendarDate? = nil, diagnostics: inout [Diagnostic]
) -> Library {
    // Drafts that are left out must not hold up what is published; their errors are told all the same.
    if !includesDrafts {
        let drafts = raw.draftPaths
        diagnostics.removeAll { $0.severity == .warning && drafts.contains($0.span.path) }
    }
    var checker = Checker(raw: raw, includesDrafts: includesDrafts)
    checker.collect()
    checker.resolve()
    checker.checkFigures()
    checker.checkPictures()
    checker.checkTexts()
    checker.checkPlaceholders()
    checker.checkProposals()
    checker.resolveCorrections()
    checker.collectUses()
    if let today { checker.checkReviews(on: today) }
    diagnostics += checker.diagnostics
    return checker.library
}

/// The work of ``check(_:includesDrafts:diagnostics:)``, in steps that each add to `library`.
struct Checker {
    let raw: RawLibrary
    let includesDrafts: Bool
    var library: Library
    var diagnostics: [Diagnostic] = []
    /// Records that exist but are left out, as `kind:id`.
    var drafts: Set<String> = []

    init(raw: RawLibrary, includesDrafts: Bool) {
        self.raw = raw
        self.includesDrafts = includesDrafts
        library = Library(configuration: raw.configuration)
    }

    mutating func report(
        _ code: DiagnosticCode, _ message: String, at span: SourceSpan, hint: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        diagnostics.append(Diagnostic(code, message, at: span, hint: hint, notes: notes))
    }

    // MARK: Collecting

    /// Fills the library's lists in their order of display, and its index.
    mutating func collect() {
        library.home = raw.homes.first
        library.places = published(raw.places).sorted {
            ($0.code ?? "~", $0.header.id) < ($1.code ?? "~", $1.header.id)
        }
        library.mechanisms = published(raw.mechanisms).sorted { $0.header.id < $1.header.id }
        library.topics = published(raw.topics).sorted { lhs, rhs in
            let order = TopicKind.allCases
            let left = order.firstIndex(of: lhs.topicKind) ?? 0
            let right = order.firstIndex(of: rhs.topicKind) ?? 0
            return (left, lhs.header.id) < (right, rhs.header.id)
        }
        library.pages = published(raw.pages).sorted { ($0.order, $0.header.id) < ($1.order, $1.header.id) }
        library.index.places = indexed(library.places)
        let rank = library.index.places
        library.practices = published(raw.practices).sorted { lhs, rhs in
            let left = (rank[lhs.place.id] ?? .max, lhs.modality == .reported ? 0 : 1, lhs.header.id)
            let right = (rank[rhs.place.id] ?? .max, rhs.modality == .reported ? 0 : 1, rhs.header.id)
            return left < right
        }
        library.cases = published(raw.cases).sorted {
            (rank[$0.placeID] ?? .max, $0.header.id) < (rank[$1.placeID] ?? .max, $1.header.id)
        }
        library.adoptions = raw.adoptions.sorted { left, right in
            // What is not dated comes last.
            switch (left.date, right.date) {
            case (let first?, let second?): (first, left.id) < (second, right.id)
            case (nil, nil): left.id < right.id
            case (let first, _): first != nil
            }
        }
        library.assets = raw.assets
        library.sources = raw.sources
        library.corrections = raw.corrections.sorted { ($1.date, $0.object.id) < ($0.date, $1.object.id) }
        library.metrics = unique(raw.metrics, id: \.id, span: \.span, noun: "metric")
        collectObservations()
        library.tasks = unique(raw.tasks, id: \.id, span: \.span, noun: "task")
        library.glossary = unique(raw.glossary, id: \.id, span: \.span, noun: "term")
        library.checkpoints = raw.checkpoints.sorted { ($0.task.id, $0.date) < ($1.task.id, $1.date) }
        buildIndex()
    }

    private mutating func buildIndex() {
        library.index.mechanisms = indexed(library.mechanisms)
        library.index.topics = indexed(library.topics)
        library.index.practices = indexed(library.practices)
        library.index.cases = indexed(library.cases)
        library.index.metrics = indexed(library.metrics.map(\.id))
        library.index.tasks = indexed(library.tasks.map(\.id))
        library.index.terms = indexed(library.glossary.map(\.id))
        library.index.sources = indexed(library.sources.map(\.id))
        library.index.assets = indexed(library.assets.map(\.path))
        if let home = library.home { library.index.records[home.header.path] = RecordID(.home, 0) }
        addFiles(library.places)
        addFiles(library.mechanisms)
        addFiles(library.topics)
        addFiles(library.practices)
        addFiles(library.cases)
        addFiles(library.pages)
    }

    private mutating func addFiles<R: Record>(_ records: [R]) {
        for (index, record) in records.enumerated() {
            library.index.records[record.header.path] = RecordID(R.kind, index)
        }
    }

    private func indexed<R: Record>(_ records: [R]) -> [String: Int] {
        indexed(records.map(\.header.id))
    }

    private func indexed(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func published<R: Record>(_ records: [R]) -> [R] {
        records.filter { record in
            guard record.header.status == .draft, !includesDrafts else { return true }
            drafts.insert(ReferenceKind(R.kind).rawValue + ":" + record.header.id)
            return false
        }
    }

    /// The values with the first of each id, after reporting every later one.
    private mutating func unique<Value>(
        _ values: [Value], id: KeyPath<Value, String>, span: KeyPath<Value, SourceSpan>, noun: String
    ) -> [Value] {
        var first: [String: SourceSpan] = [:]
        return values.filter { value in
            let (id, span) = (value[keyPath: id], value[keyPath: span])
            if !isValidID(id) { diagnostics.append(.invalidID(id, at: span)) }
            if let earlier = first[id] {
                reportRepeated(id, noun: noun, at: span, first: earlier)
                return false
            }
            first[id] = span
            return true
        }
    }

    /// The same for observations, of which there may be very many.
    private mutating func collectObservations() {
        var observations = raw.observations
        var repeated: Set<Int> = []
        var index = ObservationIndex(observations) { number, earlier in
            repeated.insert(number)
            reportRepeated(
                observations[number].id, noun: "observation", at: observations[number].span,
                first: observations[earlier].span)
        }
        if !repeated.isEmpty {
            observations.remove(repeated)
            index = ObservationIndex(observations)
        }
        (library.observations, library.index.observations) = (observations, index)
    }

    private mutating func reportRepeated(_ id: String, noun: String, at span: SourceSpan, first: SourceSpan) {
        report(
            .duplicateId, "the \(noun) ‘\(id)’ stands twice", at: span, hint: "rename one of the two",
            notes: [.init("the first is here", at: first)])
    }
}
