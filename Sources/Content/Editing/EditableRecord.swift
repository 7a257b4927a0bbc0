import Diagnostics
import Text
import Yams

/// A record as it is written, so that one field can be changed in its file and nothing else.
package protocol EditableRecord {
    var id: String { get }
    /// The file in the default language.
    var path: String { get }
    /// What a field says, a line for each of its entries; empty where it says nothing.
    func text(of field: KnownField, language: Int) -> String
    /// What to change so that a field says these lines; nil where that cannot be done in place.
    func edits(of field: KnownField, language: Int, to lines: [String]) -> [TextEdit]?
}

/// The kinds of things that can be edited one by one.
package enum EditableKind: Sendable {
    case record(RecordKind)
    case metric, term, source, observation
}

/// Everything of a kind that the files of a library have, drafts too. What cannot be read is left out: `check` tells of it.
package func editableRecords(
    of kind: EditableKind, in tree: SourceTree, languages: [String]
) -> [any EditableRecord] {
    var problems: [Diagnostic] = []
    switch kind {
    case .record(let kind):
        return groupRecordFiles(tree.files(in: SourceTree.contentFolder), languages: languages, diagnostics: &problems)
            .filter { $0.kind == kind }.compactMap { YAMLRecord($0, languages: languages) }.sorted { $0.id < $1.id }
    case .metric: return registry(Metric.path, in: tree, languages)
    case .term: return registry(GlossaryTerm.path, in: tree, languages)
    case .source:
        return tree.files(in: SourceTree.seedsFolder).compactMap { file in
            let parts = file.path.pathParts
            guard parts.count == 3, parts[2] == "source.yaml",
                let layer = YAMLLayer(whole: file)
            else { return nil }
            return YAMLRecord(id: String(parts[1]), layers: [0: layer], languages: languages)
        }
    case .observation:
        return tree.files.filter { isObservationFile($0.path) }
            .flatMap { editableRows($0, languages: languages) }
    }
}

private func registry(_ path: String, in tree: SourceTree, _ languages: [String]) -> [any EditableRecord] {
    guard let file = tree[path], let whole = YAMLLayer(whole: file), let entries = whole.node.mapping else { return [] }
    return entries.compactMap { key, node in
        guard let id = key.string, node.mapping != nil else { return nil }
        return YAMLRecord(id: id, layers: [0: YAMLLayer(node, of: whole)], languages: languages)
    }
}
