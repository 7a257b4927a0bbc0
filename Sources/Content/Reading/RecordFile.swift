import Diagnostics
import Text

/// The files that make up one record: the original and its translations.
struct RecordFile: Sendable, Equatable {
    var kind: RecordKind
    var id: String
    var base: SourceTree.File
    var translations: [Translation]

    struct Translation: Sendable, Equatable {
        var language: Int
        var file: SourceTree.File
    }
}

/// Sorts the Markdown files of `content/` into records, and says which lie where no record can.
func groupRecordFiles(
    _ files: ArraySlice<SourceTree.File>, languages: [String], diagnostics: inout [Diagnostic]
) -> [RecordFile] {
    var groups: [RecordFile] = []
    var groupIndex: [String: Int] = [:]
    var translations: [(path: RecordPath, language: Int, file: SourceTree.File)] = []
    for file in files where file.path.hasSuffix(".md") {
        guard let path = RecordPath(file, languages: languages, diagnostics: &diagnostics) else { continue }
        if let language = path.language {
            translations.append((path, language, file))
        } else if let index = groupIndex[path.stem] {
            diagnostics.append(
                Diagnostic(
                    .twoOriginals(path.id), at: SourceSpan(path: file.path, range: 0..<0), hint: .removeOneOfThem,
                    notes: [.otherIsHere(at: SourceSpan(path: groups[index].base.path, range: 0..<0))]))
        } else {
            groupIndex[path.stem] = groups.count
            groups.append(RecordFile(kind: path.kind, id: path.id, base: file, translations: []))
        }
    }
    for (path, language, file) in translations {
        if let index = groupIndex[path.stem] {
            groups[index].translations.append(.init(language: language, file: file))
        } else {
            diagnostics.append(
                Diagnostic(
                    .orphanTranslation, at: SourceSpan(path: file.path, range: 0..<0),
                    hint: .addOriginal("\(path.stem).md")))
        }
    }
    return groups
}

/// What the path of a Markdown file says about it.
private struct RecordPath {
    var kind: RecordKind
    var id: String
    /// The path without language and extension: `content/topics/lifts`.
    var stem: String
    /// Nil for the original.
    var language: Int?

    init?(_ file: SourceTree.File, languages: [String], diagnostics: inout [Diagnostic]) {
        let path = file.path
        func report(_ message: Diagnostic.Message, _ hint: Diagnostic.Hint) {
            diagnostics.append(Diagnostic(message, at: SourceSpan(path: path, range: 0..<0), hint: hint))
        }
        var folders = path.pathParts.map(String.init)
        let name = folders.removeLast()
        var parts = name.utf8.dropLast(3).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        let slug = parts.removeFirst()
        folders.removeFirst()
        if let tag = parts.first {
            guard parts.count == 1, let index = languages.firstIndex(of: tag) else {
                diagnostics.append(
                    .unknownLanguage(
                        parts.joined(separator: "."), among: languages, at: SourceSpan(path: path, range: 0..<0)))
                return nil
            }
            language = index == 0 ? nil : index
        }
        guard let kind = Self.kind(folders, slug) else {
            let names = RecordKind.allCases.map(\.folder).filter { !$0.isEmpty }
            if let kind = RecordKind.allCases.first(where: { $0.folder == folders.first && $0 != .home }) {
                report(
                    .noRecordHere,
                    kind.isGroupedByPlace
                        ? .recordsByPlace(kind.contentFolder) : .recordsInFolder(kind.contentFolder))
                return nil
            }
            let near = folders.first.flatMap { nearest(to: $0, among: names) }
            report(
                .noRecordHere,
                near.map { .didYouMeanFolder($0) } ?? .foldersOfRecords(names.map { LibraryPath.content + $0 + "/" }))
            return nil
        }
        let idParts = Array(folders.dropFirst()) + [slug]
        if let bad = idParts.first(where: { !isValidID($0) }) {
            report(
                .invalidID(bad),
                bad == slug
                    ? .renameFile(Self.name(for: file, called: slug) + name.dropFirst(slug.count))
                    : .renameFolder(Self.name(ofFolder: bad)))
            return nil
        }
        self.kind = kind
        id = idParts.joined(separator: "/")
        stem = ([SourceTree.contentFolder] + folders + [slug]).joined(separator: "/")
    }

    private static let readings = HanReadings()

    /// An id made of the title, as `import` makes them, or of what the file is called.
    private static func name(for file: SourceTree.File, called name: String) -> String {
        let lines = file.bytes.prefix(4096).split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let line = lines.first { $0.starts(with: "title:".utf8) }
        var title = line.map { String(decoding: $0.dropFirst(6), as: UTF8.self) }
        // A text by language, of which the first will do; what is still to be filled in says nothing.
        if let map = title, map.contains("{") {
            title = map.split(separator: ":").dropFirst().first.map { String($0.prefix { !",}".contains($0) }) }
        }
        if let text = title, Placeholder.begins(trimmed(text)) { title = nil }
        // 新建 文本文档 is what Windows calls what has no name yet.
        return id(of: title ?? (name.hasPrefix("新建") ? "" : name), else: "weekly-meeting")
    }

    private static func name(ofFolder name: String) -> String { id(of: name, else: "linan") }

    private static func id(of text: String, else example: String) -> String {
        let made = slug(of: text, readings: readings)
        return made.isEmpty ? example : made
    }

    private static func kind(_ folders: [String], _ slug: String) -> RecordKind? {
        guard let folder = folders.first else { return slug == "index" ? .home : nil }
        guard let kind = RecordKind.allCases.first(where: { $0.folder == folder && $0 != .home }) else { return nil }
        return folders.count == (kind.isGroupedByPlace ? 2 : 1) ? kind : nil
    }
}

/// Ids are lower-case ASCII letters, digits and single hyphens between them, and short enough for a file name.
package func isValidID(_ text: String) -> Bool { isValidID(Array(text.utf8).span) }

func isValidID(_ bytes: Span<UInt8>) -> Bool {
    guard (1...120).contains(bytes.count), bytes[0] != UInt8(ascii: "-"), bytes[bytes.count - 1] != UInt8(ascii: "-")
    else { return false }
    var previous: UInt8 = 0
    for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
        case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
        default: return false
        }
        previous = bytes[index]
    }
    return true
}
