import Diagnostics
import Markdown
import Yams

/// A field that the reader of some kind of record asks for.
///
/// Nothing lists these fields. Each reader is given a record without any, and what it asks for is noted, so
/// that templates and documentation can be held against the reader itself.
package struct KnownField: Sendable, Equatable {
    package var key: String
    package var isRequired: Bool
    /// Whether a translation may give its own.
    package var isTranslatable: Bool
    /// The fields of each entry, where the field holds statements, steps, people or the like.
    package var entries: [KnownField]

    package init(key: String, isRequired: Bool = false, isTranslatable: Bool = false, entries: [KnownField] = []) {
        (self.key, self.isRequired, self.isTranslatable, self.entries) = (key, isRequired, isTranslatable, entries)
    }

    /// The fields of a record, in the order in which its reader asks for them.
    package static func fields(of kind: RecordKind) -> [KnownField] {
        let path = "content/" + kind.folder + "/a.md"
        let file = RecordFile(kind: kind, id: "a", base: .init(path: path, bytes: []), translations: [])
        return describe { _ = $0.readRecord(file, body: Localized([])) }
    }

    /// The fields of an entry of metrics.yaml.
    package static func fieldsOfMetric() -> [KnownField] {
        describe { _ = $0.readMetric(id: "a", span: .init(path: "", range: 0..<0)) }
    }

    /// The fields of a source.yaml.
    package static func fieldsOfSource() -> [KnownField] {
        describe { _ = $0.readSource(id: "a", path: "") }
    }

    private static func describe(_ read: (inout RecordFields) -> Void) -> [KnownField] {
        var context = ReadingContext(languages: ["zh-Hans"], markdown: MarkdownOptions())
        context.isDescribing = true
        let source = YAMLSource(path: "", bytes: [], offset: 0)
        var fields = RecordFields(base: .init(source: source, node: [:]), translations: [], context: context)
        read(&fields)
        return fields.knownFields
    }
}
