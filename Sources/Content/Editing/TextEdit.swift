import Text

/// A change of a file: what stands in a range of bytes gives way to a text.
package struct TextEdit: Sendable, Equatable {
    package var path: String
    package var range: Range<Int>
    package var text: String
}

extension SourceTree.File {
    /// The file with edits made in it; nil if nothing changes. Of edits that overlap the first counts, and those at one
    /// place come in the order in which they are given.
    func edited(by edits: [TextEdit]) -> SourceTree.File? {
        var (result, end) = ([UInt8](), 0)
        let inOrder = edits.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for (_, edit) in inOrder where edit.range.lowerBound >= end {
            result += bytes[end..<edit.range.lowerBound]
            result += edit.text.utf8
            end = edit.range.upperBound
        }
        result += bytes[end...]
        return result == bytes ? nil : SourceTree.File(path: path, bytes: result)
    }

    /// A record with other entries in one field and the rest letter by letter as it was; nil if it cannot be read or says
    /// so already.
    func setting(_ key: String, to lines: (_ old: [String]) -> [String]) -> SourceTree.File? {
        guard let kind = RecordName(path: path)?.recordKind,
            let field = KnownField.fields(of: kind).first(where: { $0.key == key }),
            let layer = YAMLLayer(frontMatterOf: self)
        else { return nil }
        let record = YAMLRecord(id: path, layers: [0: layer], languages: [""])
        let old = record.text(of: field, language: 0).split(separator: "\n").map(String.init)
        let new = lines(old)
        return edited(by: record.edits(of: field, language: 0, to: new) ?? record.replacing(field, with: new))
    }
}

extension SourceTree {
    /// The files that edits change, as they are then.
    package func edited(by edits: [TextEdit]) -> [File] {
        Dictionary(grouping: edits, by: \.path).sorted { $0.key < $1.key }
            .compactMap { path, edits in self[path]?.edited(by: edits) }
    }

    /// The same with other files in place of those at their paths.
    package func replacing(_ others: [File]) -> SourceTree {
        let paths = Set(others.map(\.path))
        return SourceTree(files: files.filter { !paths.contains($0.path) } + others)
    }
}
