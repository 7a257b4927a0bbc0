import Diagnostics
import Text

/// What a metric means.
package struct Metric: RegistryEntry, Equatable {
    package static let referenceKind = ReferenceKind.metric
    package static let path = LibraryPath.metrics + "metrics.yaml"
    package static var list: WritableKeyPath<Library, [Metric]> { \.metrics }

    package var id: String
    package var span: SourceSpan
    package var name = Localized<String>([])
    package var definition = Localized<String>([])
    package var kind = MetricKind.count
    package var unit: Localized<String>?
    package var direction = MetricDirection.neutral
    package var formula: Localized<String>?
    package var numerator: Localized<String>?
    package var denominator: Localized<String>?

    package static let fields: [Field<Metric>] = [
        .localized("name", \.name, required: true, search: .title),
        .localized("definition", \.definition, required: true, search: .summary),
        .word("kind", \.kind, required: true),
        .unit("unit", \.unit),
        .word("direction", \.direction),
        .localized("formula", \.formula),
        .localized("numerator", \.numerator),
        .localized("denominator", \.denominator),
    ]

    package init(id: String, span: SourceSpan) { (self.id, self.span) = (id, span) }
}
