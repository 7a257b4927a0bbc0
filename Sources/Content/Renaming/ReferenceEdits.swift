import Diagnostics
import Markdown
import Text
import Yams

/// Finds whatever in one file names what gets another id.
struct ReferenceEdits {
    let file: SourceTree.File
    let renaming: Renaming
    let languages: [String]
    private(set) var edits: [TextEdit] = []

    init(_ file: SourceTree.File, _ renaming: Renaming, languages: [String]) {
        (self.file, self.renaming, self.languages) = (file, renaming, languages)
    }

    mutating func read() {
        let path = file.path
        if path.hasSuffix(".md"), let kind = RecordName(path: path)?.recordKind {
            readRecord(KnownField.fields(of: kind))
        } else if path.hasSuffix(".md") {
            readRecord(KnownField.fields(of: .home))
        } else if let entries = Library.registries.first(where: { $0.path == path }) {
            readRegistry(entries.knownFields, of: entries.referenceKind)
        } else if path == Configuration.fileName {
            if let root = root() { read(root.node, Configuration.knownFields, in: root.source) }
        } else if path.hasPrefix(LibraryPath.seeds), path.hasSuffix(".yaml") {
            if let root = root() { read(root.node, Source.knownFields, in: root.source) }
        } else if isObservationFile(path) {
            readTable(ObservationColumn.allCases.map(\.known), own: .observation)
        } else if let rows = Library.tables.first(where: { $0.path == path }) {
            readTable(rows.knownFields, own: rows.referenceKind)
        } else if path == ConfirmedText.path {
            readTable(ConfirmedText.knownFields, own: nil)
        } else {
            return
        }
        readLinks()
    }

    private mutating func replace(_ range: Range<Int>, with text: String) {
        edits.append(TextEdit(path: file.path, range: range, text: text))
    }

    /// What a name of a kind becomes; nil if it stays.
    private func renamed(_ name: String, _ kind: ReferenceKind) -> String? { renaming.ids[kind]?[name] }

    /// `source#P1.S2`
    private func renamed(locator: String) -> String? {
        let source = String(locator.prefix { $0 != "#" })
        return renamed(source, .source).map { $0 + locator.dropFirst(source.count) }
    }

    // MARK: YAML

    private func root() -> (source: YAMLSource, node: Node)? {
        root(of: byteOrderMarkLength(file.bytes)..<file.bytes.count)
    }

    private func root(of range: Range<Int>) -> (source: YAMLSource, node: Node)? {
        var problems: [Diagnostic] = []
        let source = YAMLSource(path: file.path, bytes: Array(file.bytes[range]), offset: range.lowerBound)
        return source.compose(diagnostics: &problems).map { (source, $0) }
    }

    private mutating func readRecord(_ fields: [KnownField]) {
        var problems: [Diagnostic] = []
        guard let parts = FrontMatter(file.bytes, path: file.path, diagnostics: &problems),
            let root = root(of: parts.yaml)
        else { return }
        read(root.node, fields, in: root.source)
        readBlocks(parts.body)
    }

    private mutating func readRegistry(_ fields: [KnownField], of kind: ReferenceKind) {
        guard let (source, node) = root() else { return }
        for (key, value) in node.mapping ?? [:] {
            read(name: key, of: kind, in: source)
            read(value, fields, in: source)
        }
    }

    private mutating func read(_ node: Node, _ fields: [KnownField], in source: YAMLSource) {
        for (key, value) in node.mapping ?? [:] {
            if let field = fields.first(where: { $0.key == key.string }) { read(value, of: field, in: source) }
        }
    }

    private mutating func read(_ node: Node, of field: KnownField, in source: YAMLSource) {
        if let elements = node.sequence {
            for element in elements { read(element, of: field, in: source) }
        } else if let mapping = node.mapping {
            if field.entries.isEmpty {
                for value in mapping.values { read(value, of: field, in: source) }
            } else {
                read(node, field.entries, in: source)
            }
        } else if let shorthand = field.entries.first(where: { $0.key == field.shorthand }) {
            read(node, of: shorthand, in: source)
        } else if field.shape == .locators {
            guard let text = node.string, let new = renamed(locator: text) else { return }
            write(new, over: text, at: source.span(of: node))
        } else if let kind = field.reference {
            read(name: node, of: kind, in: source)
        }
    }

    private mutating func read(name node: Node, of kind: ReferenceKind, in source: YAMLSource) {
        guard let text = node.string, let new = renamed(text, kind) else { return }
        write(new, over: text, at: source.span(of: node))
    }

    /// Quotation marks around a scalar stay.
    private mutating func write(_ new: String, over old: String, at span: SourceSpan) {
        let bytes = file.bytes[span.range]
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: old.utf8) }) else { return }
        replace(start..<start + old.utf8.count, with: new)
    }

    /// The blocks of YAML in a text.
    private mutating func readBlocks(_ body: Range<Int>) {
        var problems: [Diagnostic] = []
        let document = MarkdownDocument(
            parsing: Array(file.bytes[body]), options: MarkdownOptions(), path: file.path, offset: body.lowerBound,
            diagnostics: &problems)
        for block in document.blocks {
            guard let (source, node) = BlockFields.compose(block, diagnostics: &problems) else { continue }
            read(node, BlockFields.knownFields, in: source)
        }
    }

    // MARK: Tables

    /// - Parameter own: what the first column is the id of.
    private mutating func readTable(_ fields: [KnownField], own: ReferenceKind?) {
        var scanner = CSVScanner(file.bytes)
        var cells: [CSVScanner.Field] = []
        guard scanner.readRow(into: &cells) else { return }
        let columns = cells.map { cell in fields.first { $0.key == scanner.string(cell) } }
        while scanner.readRow(into: &cells) {
            for (cell, column) in zip(cells, columns) {
                guard let column else { continue }
                let text = scanner.string(cell)
                let kind = column.key == fields[0].key && own != nil ? own : column.reference
                let isObject =
                    (file.path == Correction.path && column.key == "object")
                    || (file.path == ConfirmedText.path && column.key == "record")
                let new = isObject ? renamed(object: text) : kind.flatMap { renamed(text, $0) }
                if let new { replace(cell.content, with: new) }
            }
        }
    }

    /// What a correction is about, in the form in which it stands there.
    private func renamed(object text: String) -> String? {
        if let name = RecordName.split(text) {
            return renamed(name.id, name.kind).map { text.dropLast(name.id.count) + $0 }
        }
        if let name = RecordName(path: text), let new = renamed(name.id, name.kind) {
            // The id comes last: `places/ace`.
            return text.ranges(of: name.id).last.map { place in
                String(text[..<place.lowerBound]) + new + text[place.upperBound...]
            }
        }
        return RecordName.kinds.lazy.compactMap { renamed(text, $0) }.first
    }

    // MARK: Links

    /// `[text](address)` and `[name]: address`, wherever they stand.
    private mutating func readLinks() {
        let bytes = file.bytes
        var index = 0
        while index + 1 < bytes.count {
            defer { index += 1 }
            guard bytes[index] == UInt8(ascii: "]") else { continue }
            var start = index + 2
            if bytes[index + 1] == UInt8(ascii: ":") {
                while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
                guard start > index + 2 else { continue }
            } else if bytes[index + 1] != UInt8(ascii: "(") {
                continue
            }
            if start < bytes.count, bytes[start] == UInt8(ascii: "<") { start += 1 }
            let end = bytes[start...].firstIndex { $0 <= 0x20 || ")>\"".utf8.contains($0) } ?? bytes.count
            let address = String(decoding: bytes[start..<end], as: UTF8.self)
            if let new = renamed(address: address) { replace(start..<end, with: new) }
        }
    }

    private func renamed(address: String) -> String? {
        if let (scheme, name) = LinkScheme.split(address) {
            let new =
                switch scheme {
                case .observation: renamed(name, .observation)
                case .term: renamed(name, .term)
                case .source: renamed(locator: name)
                }
            return new.map { scheme.rawValue + $0 }
        }
        guard let link = RelativeLink(address, in: file.path) else { return nil }
        let (target, isMoved) = (renaming.paths[link.path] ?? link.path, renaming.paths[link.path] != nil)
        let here = renaming.paths[file.path] ?? file.path
        guard isMoved || here != file.path, !link.path.isEmpty else { return nil }
        let old = address.prefix { $0 != "#" }
        if old.hasPrefix("/") {
            return isMoved ? "/" + target.percentEncoded(keeping: "/") + address.dropFirst(old.count) : nil
        }
        // From another folder the same file is at another address.
        guard isMoved || here.pathParts.dropLast() != file.path.pathParts.dropLast() else { return nil }
        let new = Self.relative(target, from: here).percentEncoded(keeping: "/")
        return new + address.dropFirst(old.count)
    }

    private static func relative(_ path: String, from file: String) -> String {
        let (to, folder) = (path.pathParts, file.pathParts.dropLast())
        let common = zip(to.dropLast(), folder).prefix { $0 == $1 }.count
        let up = [Substring](repeating: "..", count: folder.count - common)
        return (up + to.dropFirst(common)).joined(separator: "/")
    }
}
