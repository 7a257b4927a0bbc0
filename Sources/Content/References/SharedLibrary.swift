/// A checked library that does not change any more, held once and pointed at by every ``Ref``.
package final class SharedLibrary: Sendable {
    /// Where the library lies. It is written once, by `init`, and nobody else has a pointer to it that could change it, so
    /// any thread may read it for as long as this object lives.
    private nonisolated(unsafe) let storage: UnsafeMutablePointer<Library>
    /// Where its records lie. The pointers lead into arrays that `storage` holds and nobody changes, so any thread may read
    /// through them for as long as this object lives.
    fileprivate nonisolated(unsafe) let addresses: RecordAddresses
    /// The headers of the records of each kind that has pages, in the order of the library's list.
    private let headers: [RecordKind: [Header]]

    package init(_ value: Library) {
        storage = .allocate(capacity: 1)
        storage.initialize(to: value)
        addresses = RecordAddresses(storage)
        headers = Dictionary(uniqueKeysWithValues: RecordKind.allCases.map { ($0, $0.type.headers(in: value)) })
    }

    deinit {
        storage.deinitialize(count: 1)
        storage.deallocate()
    }

    /// The library where it lies. A library has dozens of tables; a property that gives its value would count a reference to
    /// each of them at every use. So does a method of the library that is called on it: what is asked for on every page is
    /// one of its tables, or a method here.
    package var address: UnsafePointer<Library> { UnsafePointer(storage) }
    package var value: Library { unsafeAddress { address } }

    /// Who speaks in a paragraph; nil where the source names nobody.
    package func speaker(at locator: Locator) -> Source.Speaker? {
        guard let source = value.index.sources[locator.source].map({ addresses.sources.address(of: $0) }) else {
            return nil
        }
        return source.pointee.paragraph(locator.paragraph)?.speaker.flatMap { source.pointee.speaker($0.id) }
    }

    /// Where a link leads that is written in the file at `path`.
    package func target(of destination: String, in path: String) -> LinkTarget {
        value.target(of: destination, in: path)
    }

    /// Every record with a header, kind by kind.
    package var records: [RecordID] {
        RecordKind.allCases.flatMap { kind in (headers[kind] ?? []).indices.map { RecordID(kind, $0) } }
    }

    /// Nil for a record without a page, and for an index that no record has.
    package func header(of record: RecordID) -> Header? {
        guard let headers = headers[record.kind], headers.indices.contains(record.index) else { return nil }
        return headers[record.index]
    }
}

/// Where the records of a library lie. To come to one through its array would count a reference to the array, for which
/// the threads that read records would wait for each other.
struct RecordAddresses {
    let places: UnsafeBufferPointer<Place>
    let mechanisms: UnsafeBufferPointer<Mechanism>
    let topics: UnsafeBufferPointer<Topic>
    let practices: UnsafeBufferPointer<Practice>
    let cases: UnsafeBufferPointer<CaseStudy>
    let pages: UnsafeBufferPointer<Page>
    let adoptions: UnsafeBufferPointer<Adoption>
    let metrics: UnsafeBufferPointer<Metric>
    let tasks: UnsafeBufferPointer<PlanTask>
    let checkpoints: UnsafeBufferPointer<Checkpoint>
    let glossary: UnsafeBufferPointer<GlossaryTerm>
    let corrections: UnsafeBufferPointer<Correction>
    let sources: UnsafeBufferPointer<Source>

    /// - Parameter library: does not change, so its arrays stay where they are for as long as it is there.
    fileprivate init(_ library: UnsafePointer<Library>) {
        func records<Record>(_ list: [Record]) -> UnsafeBufferPointer<Record> { list.withUnsafeBufferPointer(\.self) }
        places = records(library.pointee.places)
        mechanisms = records(library.pointee.mechanisms)
        topics = records(library.pointee.topics)
        practices = records(library.pointee.practices)
        cases = records(library.pointee.cases)
        pages = records(library.pointee.pages)
        adoptions = records(library.pointee.adoptions)
        metrics = records(library.pointee.metrics)
        tasks = records(library.pointee.tasks)
        checkpoints = records(library.pointee.checkpoints)
        glossary = records(library.pointee.glossary)
        corrections = records(library.pointee.corrections)
        sources = records(library.pointee.sources)
    }
}

/// A record together with the library it stands in: what it is, and what it leads to.
///
///     practice.place?.title[language]
///     practice.mechanisms.map(\.record.synonyms)
///
/// It is two words that are copied for nothing. It does not keep the library alive: whoever hands out references
/// holds the ``SharedLibrary`` for as long as one of them is used, as `Site` does while it is rendered.
package struct Ref<Record>: Hashable, Sendable {
    private let library: Unmanaged<SharedLibrary>
    /// The place in the library's list of its kind.
    package let index: Int

    package init(_ shared: SharedLibrary, _ index: Int) {
        (library, self.index) = (.passUnretained(shared), index)
    }

    /// Nil for -1, which stands for “none” in ``Relations``.
    package init?(_ shared: SharedLibrary, ifAny index: Int) {
        guard index >= 0 else { return nil }
        self.init(shared, index)
    }

    package var shared: SharedLibrary { library._withUnsafeGuaranteedRef { $0 } }

    /// Where the records lie to which it may lead.
    var addresses: RecordAddresses { library._withUnsafeGuaranteedRef { $0.addresses } }

    package static func == (lhs: Ref, rhs: Ref) -> Bool { lhs.index == rhs.index }

    package func hash(into hasher: inout Hasher) { hasher.combine(index) }

    func refs<Other>(_ indices: [Int], _: Other.Type = Other.self) -> [Ref<Other>] {
        indices.map { Ref<Other>(shared, $0) }
    }
}

extension SharedLibrary {
    /// References to the first `count` records of a kind.
    private func refs<Record>(_ count: Int) -> [Ref<Record>] { (0..<count).map { Ref(self, $0) } }

    package var places: [PlaceRef] { refs(value.places.count) }
    package var practices: [PracticeRef] { refs(value.practices.count) }
    package var cases: [CaseRef] { refs(value.cases.count) }
    package var mechanisms: [MechanismRef] { refs(value.mechanisms.count) }
    package var topics: [TopicRef] { refs(value.topics.count) }
    package var pages: [PageRef] { refs(value.pages.count) }
    package var metrics: [MetricRef] { refs(value.metrics.count) }
    package var observations: [ObservationRef] { refs(value.observations.count) }
    package var sources: [SourceRef] { refs(value.sources.count) }
    package var terms: [TermRef] { refs(value.glossary.count) }
    package var corrections: [CorrectionRef] { refs(value.corrections.count) }
}

package typealias PlaceRef = Ref<Place>
package typealias PracticeRef = Ref<Practice>
package typealias CaseRef = Ref<CaseStudy>
package typealias MechanismRef = Ref<Mechanism>
package typealias TopicRef = Ref<Topic>
package typealias PageRef = Ref<Page>
package typealias AdoptionRef = Ref<Adoption>
package typealias MetricRef = Ref<Metric>
package typealias ObservationRef = Ref<Observation>
package typealias TaskRef = Ref<PlanTask>
package typealias CheckpointRef = Ref<Checkpoint>
package typealias SourceRef = Ref<Source>
package typealias TermRef = Ref<GlossaryTerm>
package typealias CorrectionRef = Ref<Correction>
