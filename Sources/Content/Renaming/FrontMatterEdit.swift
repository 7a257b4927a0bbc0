import Diagnostics
import Text
import Yams

extension SourceTree.File {
    /// A record file with another value in one field, the rest letter by letter as it was; nil if it cannot be read.
    ///
    /// - Parameter value: as YAML, on one line.
    package func setting(_ key: String, to value: (_ old: Node?) -> String?) -> SourceTree.File? {
        var problems: [Diagnostic] = []
        guard let parts = FrontMatter(bytes, path: path, diagnostics: &problems) else { return nil }
        let source = YAMLSource(path: path, bytes: Array(bytes[parts.yaml]), offset: parts.yaml.lowerBound)
        guard let keys = source.compose(diagnostics: &problems)?.mapping else { return nil }
        let starts = keys.keys.map { source.span(of: $0).range.lowerBound }
        let place = keys.keys.firstIndex { $0.string == key }
        guard let value = value(place.map { keys.values[$0] }) else { return nil }
        let line = "\(key): \(value)\n"
        guard let place else {
            return replacing([.init(range: parts.yaml.upperBound..<parts.yaml.upperBound, text: line)])
        }
        // A value ends where the next field begins; comments and empty lines before that stay.
        let start = starts[place]
        let limit = starts.first { $0 > start } ?? parts.yaml.upperBound
        var end = limit
        for next in lineStarts(in: start..<limit).reversed() {
            let line = bytes[next..<end].drop { $0 == UInt8(ascii: " ") }
            guard let first = line.first, first == UInt8(ascii: "#") || first == 0x0A || first == 0x0D else { break }
            end = next
        }
        return replacing([.init(range: start..<end, text: line)])
    }

    /// Where the second and further lines of a part begin.
    private func lineStarts(in part: Range<Int>) -> [Int] {
        part.filter { bytes[$0] == 0x0A && $0 + 1 < part.upperBound }.map { $0 + 1 }
    }
}

extension SourceTree.File {
    /// A record that has come here from another path: its place is that of its folder, and what it was called leads here.
    func comingFrom(_ old: String, languages: [String]) -> SourceTree.File {
        guard translation(at: path, in: languages) == nil, let before = RecordName(path: old),
            let now = RecordName(path: path), let kind = now.recordKind
        else { return self }
        var file = self
        if kind.isGroupedByPlace, KnownField.fields(of: kind).contains(where: { $0.key == "place" }) {
            let place = String(now.id.prefix { $0 != "/" })
            if !before.id.hasPrefix(place + "/") { file = file.setting("place") { _ in place } ?? file }
        }
        guard kind.type is any Record.Type else { return file }
        return file.setting("aliases") { node in
            let known = node.map { $0.sequence.map(Array.init) ?? [$0] } ?? []
            let aliases = (known.compactMap(\.string) + ["\(kind.folder)/\(before.id)"]).filter {
                !$0.isEmpty && $0 != "\(kind.folder)/\(now.id)"
            }
            return "[\(aliases.joined(separator: ", "))]"
        } ?? file
    }
}

extension SourceTree {
    /// The library with another status of some records.
    package func setting(_ status: Status, ofRecordsAt paths: [String]) -> LibraryEdit {
        var edit = LibraryEdit()
        edit.written = Set(paths).sorted().compactMap { path in
            self[path]?.setting("status") { old in old?.string == status.rawValue ? nil : status.rawValue }
        }
        return edit
    }
}

extension Library {
    /// The file of a record that has a status; nil for everything else.
    package func statusPath(of name: RecordName) -> String? {
        guard let kind = name.recordKind, KnownField.fields(of: kind).contains(where: { $0.key == "status" }),
            let index = index.ids[name.kind]?[name.id]
        else { return nil }
        return header(of: RecordID(kind, index))?.path
    }

    /// The files of all drafts.
    package var draftPaths: [String] {
        RecordKind.allCases.flatMap { $0.type.headers(in: self) }.filter { $0.status == .draft }.map(\.path)
    }
}
