import Diagnostics
import Text

/// What somebody calls a thing of the library on the command line: `practice:panjin/three-grids`, its file, or its id
/// alone where nothing else has it.
package struct RecordName: Sendable, Equatable {
    package var kind: ReferenceKind
    package var id: String

    package enum Refusal: Error {
        case unknown
        /// Several things have the id.
        case ambiguous([RecordName])
    }

    package var text: String { kind.rawValue + ":" + id }
    /// What corrections call it: the path of its file below `content/`, or, where it has none, `obs:id`, `metric:id`.
    package var address: String {
        recordKind.map { "\($0.folder)/\(id)" } ?? (kind == .observation ? "obs:" : kind.rawValue + ":") + id
    }
    static func object(ofFile path: String) -> String { String(LibraryPath.belowContent(path).dropLast(3)) }

    /// Nil for what is no Markdown file.
    package var recordKind: RecordKind? { RecordKind(rawValue: kind.rawValue) }

    /// Every kind of thing that has an id of its own.
    static let kinds: [ReferenceKind] =
        RecordKind.allCases.filter { $0 != .home }.map { ReferenceKind($0) }
        + [.metric, .observation, .task, .term, .source]

    package init(_ kind: ReferenceKind, _ id: String) { (self.kind, self.id) = (kind, id) }

    package init(_ text: String, in library: Library) throws(Refusal) {
        let names = Self.names(of: text).filter { library.has($0) }
        guard let name = names.first else { throw .unknown }
        guard names.count == 1 else { throw .ambiguous(names) }
        self = name
    }

    /// The id that a text is nearest to, of those that it can mean.
    package static func nearest(to text: String, in library: Library) -> String? {
        let name = split(text)
        let known = kinds.filter { name == nil || $0 == name?.kind }.flatMap { library.ids(of: $0) }
        return Text.nearest(to: name?.id ?? text, among: Set(known))
    }

    /// What a text may stand for, whether there is such a thing or not.
    private static func names(of text: String) -> [RecordName] {
        if let name = split(text) { return [name] }
        if let name = RecordName(path: text) { return [name] }
        return kinds.map { RecordName($0, text) }
    }

    /// `practice:panjin/three-grids`, `obs:panjin-grid-events`.
    package static func split(_ text: String) -> RecordName? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let (word, id) = (text[..<colon], String(text[text.index(after: colon)...]))
        if word == "obs" { return RecordName(.observation, id) }
        return kinds.first { $0.rawValue == word }.map { RecordName($0, id) }
    }

    /// By the path of the file, from `content/` on or from its folder, with or without what it ends in.
    package init?(path: String) {
        var parts = path.pathParts.map(String.init)
        if parts.first == SourceTree.contentFolder { parts.removeFirst() }
        if parts.first == SourceTree.seedsFolder, parts.count >= 2 {
            self.init(.source, parts[1])
            return
        }
        guard parts.count >= 2, let kind = RecordKind.allCases.first(where: { $0.folder == parts[0] && $0 != .home })
        else { return nil }
        // A translation is named by what is before its language.
        if let last = parts.last { parts[parts.count - 1] = String(last.prefix { $0 != "." }) }
        self.init(ReferenceKind(kind), parts.dropFirst().joined(separator: "/"))
    }
}

extension Library {
    package func has(_ name: RecordName) -> Bool { number(of: name) != nil }

    /// Which of the list of its kind it is.
    package func number(of name: RecordName) -> Int? {
        name.kind == .observation ? index.observations[name.id] : index.ids[name.kind]?[name.id]
    }

    fileprivate func ids(of kind: ReferenceKind) -> [String] {
        kind == .observation ? index.observations.ids : Array((index.ids[kind] ?? [:]).keys)
    }
}
