import Content
import Diagnostics

/// A kind of file that authors write: a record, or one of the YAML files beside the records.
package enum AuthoredKind: Sendable, Hashable {
    case record(RecordKind)
    /// An entry of metrics.yaml.
    case metric
    /// An entry of glossary.yaml.
    case term
    case source
    case settings
    /// A row of a table of figures.
    case observation

    /// The record that this is a file of; nil for the others.
    package var recordKind: RecordKind? {
        if case .record(let kind) = self { kind } else { nil }
    }

    /// Whether `exemplar new` makes one: the others there are once, and `init` makes them.
    package var canBeNew: Bool { ![.term, .settings, .observation].contains(self) }

    /// Whether it is YAML or begins with it, so that a schema can describe it.
    package var hasSchema: Bool { self != .observation }

    /// Where files of this kind lie.
    package var pathPattern: String {
        switch self {
        case .record(.home): LibraryPath.content + "index.md"
        case .record(let kind): kind.contentFolder + (kind.isGroupedByPlace ? "*/*.md" : "*.md")
        case .metric: Metric.path
        case .term: GlossaryTerm.path
        case .source: LibraryPath.seeds + "*/source.yaml"
        case .settings: Configuration.fileName
        case .observation: LibraryPath.metrics + "*.csv"
        }
    }

    /// Whether a file holds many of them, each under its id.
    var isEntry: Bool { self == .metric || self == .term }

    /// What its authors write, in the order of its list.
    var fields: [KnownField] { Self.known[self] ?? [] }

    private static let known: [AuthoredKind: [KnownField]] = {
        var known: [AuthoredKind: [KnownField]] = [
            .metric: Metric.knownFields, .term: GlossaryTerm.knownFields, .source: Source.knownFields,
            .settings: Configuration.knownFields, .observation: TableHeader.observationFields,
        ]
        for kind in RecordKind.allCases { known[.record(kind)] = KnownField.fields(of: kind) }
        return known
    }()
}

extension KnownField {
    /// The words of its list that somebody has to explain, which true and false are not.
    var explainedWords: [String] { shape == .boolean ? [] : words }
}

extension AuthoredKind {
    /// As people are told of it.
    package var noun: Phrase {
        switch self {
        case .record(let kind): ReferenceKind(kind).noun
        case .metric: .metric
        case .term: .term
        case .source: .source
        case .settings: .settings
        case .observation: .observation
        }
    }
}

extension AuthoredKind: RawRepresentable, CaseIterable {
    package static let allCases = RecordKind.allCases.map(record) + [metric, term, source, settings, observation]

    package var rawValue: String {
        switch self {
        case .record(let kind): kind.rawValue
        case .metric: "metric"
        case .term: "term"
        case .source: "source"
        case .settings: "settings"
        case .observation: "observation"
        }
    }

    package init?(rawValue: String) {
        guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = kind
    }
}
