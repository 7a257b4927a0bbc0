import Diagnostics
import Markdown
import Text

/// A library that was read and checked: every reference is resolved to the index of what it names, and
/// every list is in the order in which it is shown.
package struct Library: Sendable {
    package let configuration: Configuration
    package let languages: [String]

    /// There is one at most.
    package internal(set) var homes: [Home] = []
    package internal(set) var places: [Place] = []
    package internal(set) var mechanisms: [Mechanism] = []
    package internal(set) var topics: [Topic] = []
    package internal(set) var practices: [Practice] = []
    package internal(set) var cases: [CaseStudy] = []
    package internal(set) var pages: [Page] = []
    package internal(set) var adoptions: [Adoption] = []
    package internal(set) var metrics: [Metric] = []
    package internal(set) var observations = Observations()
    package internal(set) var tasks: [PlanTask] = []
    package internal(set) var checkpoints: [Checkpoint] = []
    package internal(set) var glossary: [GlossaryTerm] = []
    package internal(set) var corrections: [Correction] = []
    package internal(set) var sources: [Source] = []
    /// How many figures without a row each of the allowed numbers let pass.
    package internal(set) var passedOver: [String: Int] = [:]
    /// How many translations nobody has confirmed, in a library that keeps which are.
    package internal(set) var unconfirmed = 0
    /// Files beside the records as they are published: pictures without what they tell beside themselves.
    package internal(set) var assets: [SourceTree.File] = []
    /// The size of each asset that is a picture.
    package internal(set) var imageSizes: [ImageSize?] = []
    package internal(set) var relations = Relations()
    package internal(set) var index = LibraryIndex()
    /// What is taken from each source, in the order of its sentences.
    package internal(set) var sourceUses: [[SourceUse]] = []
    /// What is known of each practice, item by item.
    package internal(set) var itemStates: [ItemStates] = []
    /// How far what is said of each practice can be trusted.
    package internal(set) var evidenceLevels: [EvidenceLevel] = []
    /// The blocks of all texts, by where they stand.
    package internal(set) var blocks: [SourceSpan: DataBlock] = [:]
    /// The corrections that concern a record's page, the latest first.
    package internal(set) var correctionsOfRecord: [RecordID: [Int]] = [:]

    /// The files that are mappings from ids to entries, and those that are tables.
    static let registries: [any RegistryEntry.Type] = [Metric.self, GlossaryTerm.self]
    static let tables: [any ListedRow.Type] = [PlanTask.self, Checkpoint.self, Correction.self]

    init(configuration: Configuration) {
        (self.configuration, languages) = (configuration, configuration.languages)
    }

    /// A library of nothing, for what is asked of its tables alone.
    package static let empty = Library(configuration: Configuration())

    package var home: Home? { homes.first }

    /// How many records it has, rows of tables among them.
    package var recordCount: Int {
        RecordKind.allCases.reduce(0) { $0 + $1.type.count(in: self) } + metrics.count + observations.count
            + tasks.count + checkpoints.count + glossary.count + corrections.count + sources.count
    }

    package func header(of record: RecordID) -> Header? { record.kind.type.header(record.index, in: self) }

    mutating func append(_ record: some MarkdownRecord) { self[keyPath: type(of: record).list].append(record) }
}

/// A record as its kind and its index in the library's list of that kind.
package struct RecordID: Hashable, Sendable {
    package var kind: RecordKind
    package var index: Int

    package init(_ kind: RecordKind, _ index: Int) {
        self.kind = kind
        self.index = index
    }
}

/// Who refers to whom, both ways, as indices into the library's lists. Each list is sorted.
package struct Relations: Sendable {
    package internal(set) var placeOfPractice: [Int] = []
    package internal(set) var mechanismsOfPractice: [[Int]] = []
    package internal(set) var topicsOfPractice: [[Int]] = []
    package internal(set) var casesOfPractice: [[Int]] = []
    package internal(set) var outcomesOfPractice: [[Int]] = []
    /// The sources that its statements cite, in the order in which it first cites them.
    package internal(set) var sourcesOfPractice: [[Int]] = []
    /// Whom to ask first about it, in the order in which it cites them.
    package internal(set) var leadsOfPractice: [[SpeakerID]] = []
    package internal(set) var placeOfCase: [Int] = []
    package internal(set) var practicesOfCase: [[Int]] = []
    package internal(set) var topicsOfCase: [[Int]] = []
    package internal(set) var outcomesOfCase: [[Int]] = []
    package internal(set) var practicesOfPlace: [[Int]] = []
    package internal(set) var casesOfPlace: [[Int]] = []
    package internal(set) var observationsOfPlace: [[Int]] = []
    package internal(set) var practicesOfMechanism: [[Int]] = []
    package internal(set) var practicesOfTopic: [[Int]] = []
    package internal(set) var casesOfTopic: [[Int]] = []
    package internal(set) var practiceOfAdoption: [Int] = []
    /// The adopter's place, or -1 where it has no page.
    package internal(set) var placeOfAdoption: [Int] = []
    package internal(set) var adoptionsOfPractice: [[Int]] = []
    package internal(set) var adoptionsOfPlace: [[Int]] = []
    package internal(set) var metricOfObservation: [Int] = []
    package internal(set) var placeOfObservation: [Int] = []
    package internal(set) var observationsOfMetric: [[Int]] = []
    package internal(set) var practicesOfMetric: [[Int]] = []
    package internal(set) var tasksOfMetric: [[Int]] = []
    package internal(set) var tasksOfPlace: [[Int]] = []
    /// By date.
    package internal(set) var checkpointsOfTask: [[Int]] = []
}

/// Somebody who speaks in a source: the source's place in the library's list, and theirs in its list of speakers.
package struct SpeakerID: Hashable, Sendable {
    package var source: Int
    package var speaker: Int
}

/// Where each id and each file stands in the library.
package struct LibraryIndex: Sendable {
    /// What has an id, except observations, by its kind.
    var ids: [ReferenceKind: [String: Int]] = [:]
    package internal(set) var observations = ObservationIndex()
    /// The record that a Markdown file in the default language is.
    package internal(set) var records: [String: RecordID] = [:]
    package internal(set) var assets: [String: Int] = [:]

    package var places: [String: Int] { ids[.place] ?? [:] }
    package var practices: [String: Int] { ids[.practice] ?? [:] }
    package var mechanisms: [String: Int] { ids[.mechanism] ?? [:] }
    package var topics: [String: Int] { ids[.topic] ?? [:] }
    package var cases: [String: Int] { ids[.case] ?? [:] }
    package var metrics: [String: Int] { ids[.metric] ?? [:] }
    package var tasks: [String: Int] { ids[.task] ?? [:] }
    package var terms: [String: Int] { ids[.term] ?? [:] }
    package var sources: [String: Int] { ids[.source] ?? [:] }
}
