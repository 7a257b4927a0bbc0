import Diagnostics
import Text
import Yams

/// A mapping in a file, with where a key can be added.
struct YAMLLayer {
    let source: YAMLSource
    let node: Node
    /// Where in the file a further line goes, and what stands before its key.
    let end: (offset: Int, isAtStart: Bool, indent: String)
    /// How the file ends its lines.
    let lineEnd: String

    /// A file that is one mapping.
    init?(whole file: SourceTree.File) {
        let start = byteOrderMarkLength(file.bytes)
        self.init(file, start..<file.bytes.count)
    }

    /// The front matter of a record.
    init?(frontMatterOf file: SourceTree.File) {
        var problems: [Diagnostic] = []
        guard let front = FrontMatter(file.bytes, path: file.path, diagnostics: &problems) else { return nil }
        self.init(file, front.yaml)
    }

    private init?(_ file: SourceTree.File, _ range: Range<Int>) {
        source = YAMLSource(path: file.path, bytes: Array(file.bytes[range]), offset: range.lowerBound)
        var problems: [Diagnostic] = []
        guard let root = source.compose(diagnostics: &problems), root.mapping != nil else { return nil }
        node = root
        lineEnd = source.text.bytes.contains(0x0D) ? "\r\n" : "\n"
        end = (range.upperBound, false, "")
    }

    /// An entry of a mapping of entries. A further line goes to its start, since only that is sure to be in it.
    init(_ node: Node, of whole: YAMLLayer) {
        (source, lineEnd) = (whole.source, whole.lineEnd)
        self.node = node
        let column = (node.mark?.column ?? 1) - 1
        end = (source.span(of: node).range.lowerBound, true, String(repeating: " ", count: column))
    }

    subscript(key: String) -> Node? {
        guard let found = pair(key), !found.value.isNull else { return nil }
        return found.value
    }

    func pair(_ key: String) -> (key: Node, value: Node)? {
        node.mapping?.first { $0.key.string == key }.map { ($0.key, $0.value) }
    }
}

/// A record that is written in YAML: in front matter, as an entry of a file, or as a file.
struct YAMLRecord: EditableRecord {
    let id: String
    /// By language.
    let layers: [Int: YAMLLayer]
    let languages: [String]

    init(id: String, layers: [Int: YAMLLayer], languages: [String]) {
        (self.id, self.layers, self.languages) = (id, layers, languages)
    }

    init?(_ file: RecordFile, languages: [String]) {
        guard let base = YAMLLayer(frontMatterOf: file.base) else { return nil }
        var layers = [0: base]
        for translation in file.translations {
            layers[translation.language] = YAMLLayer(frontMatterOf: translation.file)
        }
        self.init(id: file.id, layers: layers, languages: languages)
    }

    var path: String { layers[0]?.source.path ?? "" }

    // MARK: Reading

    func text(of field: KnownField, language: Int) -> String {
        scalars(of: field, language).map(\.text).joined(separator: "\n")
    }

    /// The texts that a field consists of, where they stand.
    private func scalars(of field: KnownField, _ language: Int) -> [(node: Node, layer: YAMLLayer, text: String)] {
        guard let (node, layer) = value(of: field, language) else { return [] }
        let elements = node.sequence.map(Array.init) ?? [node]
        return elements.compactMap { element in
            guard let scalar = scalar(element, of: field), let string = scalar.string else { return nil }
            return (scalar, layer, string.onOneLine)
        }
    }

    /// What stands under the key of a field in a language: in its translation, or in a mapping by language.
    private func value(of field: KnownField, _ language: Int) -> (node: Node, layer: YAMLLayer)? {
        if language > 0, let layer = layers[language], let node = layer[field.key] { return (node, layer) }
        guard let layer = layers[0], let node = layer[field.key] else { return nil }
        if field.entries.isEmpty, field.isTranslatable, node.mapping != nil {
            let child = node.mapping?.first { $0.key.string == languages[language] }?.value
            return child.flatMap { $0.isNull ? nil : ($0, layer) }
        }
        return language == 0 ? (node, layer) : nil
    }

    /// The text of an entry: itself, or what its first field says in the default language.
    private func scalar(_ element: Node, of field: KnownField) -> Node? {
        if element.scalar != nil { return element.isNull ? nil : element }
        guard let shorthand = field.shorthand,
            let text = element.mapping?.first(where: { $0.key.string == shorthand })?.value
        else { return nil }
        if text.scalar != nil { return text.isNull ? nil : text }
        return text.mapping?.first { $0.key.string == languages[0] }?.value
    }

    // MARK: Writing

    func edits(of field: KnownField, language: Int, to lines: [String]) -> [TextEdit]? {
        let old = scalars(of: field, language)
        if old.count == lines.count {
            guard !moves(old.map(\.text), to: lines) || isMovable(field, language) else { return nil }
            return zip(old, lines).filter { $0.text != $1 }.map { old, line in
                TextEdit(
                    path: old.layer.source.path, range: old.layer.source.span(of: old.node).range, text: quoted(line))
            }
        }
        guard let layer = layers[language] ?? (language == 0 ? nil : layers[0]) else { return nil }
        guard let (node, holder) = value(of: field, language) else {
            return added(lines, to: field, language, in: layer)
        }
        return replaced(node, of: field, in: holder, by: lines)
            ?? appended(lines, to: old.map { ($0.node, $0.text) }, in: holder)
    }

    /// Whether a line takes the place of another one.
    private func moves(_ old: [String], to lines: [String]) -> Bool {
        let changed = zip(old, lines).filter { $0 != $1 }
        return !Set(changed.map(\.0)).isDisjoint(with: changed.map(\.1))
    }

    /// Whether the texts of a field may change places: not where an entry has a source of its own, or a translation, which
    /// would stay behind and belong to another text.
    private func isMovable(_ field: KnownField, _ language: Int) -> Bool {
        let elements = value(of: field, language)?.node.sequence.map(Array.init) ?? []
        return elements.allSatisfy { $0.scalar != nil }
            && languages.indices.allSatisfy { $0 == language || value(of: field, $0) == nil }
    }

    /// What to change so that a field of the default language says these lines however it is written now; comments within its
    /// value go.
    func replacing(_ field: KnownField, with lines: [String]) -> [TextEdit] {
        guard let layer = layers[0], let value = layer.pair(field.key)?.value else { return [] }
        let source = layer.source
        let start = source.span(of: value).range.lowerBound - source.offset
        let keys = layer.node.mapping?.keys.map { source.span(of: $0).range.lowerBound - source.offset } ?? []
        let bytes = source.text.bytes
        var end = keys.filter { $0 > start }.min() ?? bytes.count
        // Comments and empty lines before the next field are not the value's.
        var line = end
        while line > start {
            let head = bytes[start..<line - 1].lastIndex(of: 0x0A).map { $0 + 1 } ?? start
            let first = bytes[head..<line].first { $0 != UInt8(ascii: " ") }
            guard head > start, first == UInt8(ascii: "#") || first == 0x0A || first == 0x0D else { break }
            (line, end) = (head, head)
        }
        let text = isList(field) ? list(lines) : quoted(lines.joined(separator: " "))
        return [
            TextEdit(
                path: source.path, range: start + source.offset..<end + source.offset, text: text + layer.lineEnd)
        ]
    }

    private func isList(_ field: KnownField) -> Bool {
        [.texts, .references, .locators].contains(field.shape) || field.shape == .entries && !field.words.isEmpty
    }

    private func quoted(_ line: String) -> String { yamlScalar(line, isInFlow: true) }

    private func list(_ lines: [String]) -> String { "[" + lines.map(quoted).joined(separator: ", ") + "]" }

    /// A value where there was none.
    private func added(_ lines: [String], to field: KnownField, _ language: Int, in layer: YAMLLayer) -> [TextEdit]? {
        // A translation without a file of its own stands in a mapping by language, which is not made here.
        guard language == 0 || layers[language] != nil else { return nil }
        let value: String
        if isList(field) {
            value = " " + list(lines)
        } else if lines.count == 1 {
            value = " " + quoted(lines[0])
        } else if field.entries.isEmpty {
            return nil
        } else {
            value = lines.map { "\(layer.lineEnd)\(layer.end.indent)  - " + quoted($0) }.joined()
        }
        let path = layer.source.path
        if let (key, _) = layer.pair(field.key) {
            let span = layer.source.span(of: key)
            return [TextEdit(path: path, range: span.range.upperBound + 1..<span.range.upperBound + 1, text: value)]
        }
        let (offset, isAtStart, indent) = layer.end
        // The last line of a file may lack its end.
        let last = layer.source.text.bytes.prefix(offset - layer.source.offset).last
        let start = isAtStart || last == nil || last == 0x0A ? "" : layer.lineEnd
        let text = start + "\(field.key):\(value)\(layer.lineEnd)" + (isAtStart ? indent : "")
        return [TextEdit(path: path, range: offset..<offset, text: text)]
    }

    /// A list of a line for each entry, with further lines below; nil where other entries change as well.
    private func appended(
        _ lines: [String], to old: [(node: Node, text: String)], in layer: YAMLLayer
    ) -> [TextEdit]? {
        guard let last = old.last, lines.starts(with: old.map(\.text)) else { return nil }
        let bytes = layer.source.text.bytes
        let start = layer.source.span(of: last.node).range.lowerBound - layer.source.offset
        let head = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        guard bytes[head..<start].allSatisfy({ " -".utf8.contains($0) }),
            bytes[head..<start].contains(UInt8(ascii: "-"))
        else { return nil }
        let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        // The entry may go on in the next line.
        guard bytes[start..<end].firstRange(of: last.text.utf8) != nil else { return nil }
        let mark = String(decoding: bytes[head..<start], as: UTF8.self)
        let offset = end + layer.source.offset
        return [
            TextEdit(
                path: layer.source.path, range: offset..<offset,
                text: lines.dropFirst(old.count).map { layer.lineEnd + mark + quoted($0) }.joined())
        ]
    }

    /// A list on one line, or a single text, with other entries in its place.
    private func replaced(_ node: Node, of field: KnownField, in layer: YAMLLayer, by lines: [String]) -> [TextEdit]? {
        let start = layer.source.span(of: node).range.lowerBound
        var range = layer.source.span(of: node).range
        if node.sequence != nil {
            guard let end = layer.source.endOfFlowList(from: start) else { return nil }
            range = start..<end
        } else if node.scalar == nil {
            return nil
        }
        if lines.isEmpty {
            // The space behind the colon goes too.
            guard let key = layer.pair(field.key)?.key else { return nil }
            return [
                TextEdit(
                    path: layer.source.path, range: layer.source.span(of: key).range.upperBound + 1..<range.upperBound,
                    text: "")
            ]
        }
        guard isList(field) else { return nil }
        return [TextEdit(path: layer.source.path, range: range, text: list(lines))]
    }
}

extension YAMLSource {
    /// Behind the bracket that closes a list on one line; nil where there is no such list.
    fileprivate func endOfFlowList(from start: Int) -> Int? {
        var index = start - offset
        guard index < text.bytes.count, text.bytes[index] == UInt8(ascii: "[") else { return nil }
        index += 1
        while index < text.bytes.count {
            switch text.bytes[index] {
            case UInt8(ascii: "]"): return index + 1 + offset
            case UInt8(ascii: "\""), UInt8(ascii: "'"): index = endOfQuoted(from: index)
            // Lists in lists, mappings in lists and lists of several lines are left alone.
            case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\n"): return nil
            default: index += 1
            }
        }
        return nil
    }
}
