import Diagnostics
import Text
import Yams

/// An entry of a YAML file that is one mapping from ids to entries: a metric, a term.
package protocol RegistryEntry: FieldHolder {
    static var path: String { get }
    static var list: WritableKeyPath<Library, [Self]> { get }
    static var referenceKind: ReferenceKind { get }
    init(id: String, span: SourceSpan)
    var id: String { get }
    /// What is wrong with the entry as a whole.
    var problem: Diagnostic? { get }
}

extension RegistryEntry {
    package var problem: Diagnostic? { nil }
}

/// Reads such a file, in its order.
func readRegistry<Entry: RegistryEntry>(
    _ file: SourceTree.File, of entries: Entry.Type, context: ReadingContext, seen: inout SeenIDs,
    diagnostics: inout [Diagnostic]
) -> [Entry] {
    guard let root = FieldReader(file, context: context, diagnostics: &diagnostics) else {
        seen.markUnreadable(Entry.referenceKind)
        return []
    }
    diagnostics += root.diagnostics
    var values: [Entry] = []
    for (key, node) in root.base.node.mapping ?? [:] {
        guard let id = key.string else { continue }
        let span = root.base.source.span(of: key)
        guard isValidID(id) else {
            diagnostics.append(Diagnostic(.invalidID(id), at: span, hint: .charactersOfIDs))
            continue
        }
        seen.insert(id, as: Entry.referenceKind)
        var reader = FieldReader(base: .init(source: root.base.source, node: node), context: context)
        if reader.isMapping {
            var entry = Entry(id: id, span: span)
            if reader.read(Entry.fields, into: &entry) { values.append(entry) }
            if let problem = entry.problem { diagnostics.append(problem) }
        }
        diagnostics += reader.diagnostics
    }
    return values
}

/// - Parameter id: the folder of the file below `seeds/`.
func readSource(
    _ file: SourceTree.File, id: String, context: ReadingContext, diagnostics: inout [Diagnostic]
) -> Source? {
    guard var reader = FieldReader(file, context: context, diagnostics: &diagnostics) else { return nil }
    var source = Source(id: id, path: file.path)
    let isWhole = reader.read(Source.fields, into: &source)
    diagnostics += reader.diagnostics
    return isWhole ? source : nil
}

extension FieldReader {
    /// The root mapping of a YAML file, or nil after telling why not.
    init?(_ file: SourceTree.File, context: ReadingContext, diagnostics: inout [Diagnostic]) {
        guard checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) else { return nil }
        let start = byteOrderMarkLength(file.bytes)
        let source = YAMLSource(path: file.path, bytes: Array(file.bytes[start...]), offset: start)
        guard let root = source.compose(diagnostics: &diagnostics) else { return nil }
        let layer = Layer(source: source, node: root)
        self.init(base: layer, context: context.publishing(contactsOf: layer))
    }
}
