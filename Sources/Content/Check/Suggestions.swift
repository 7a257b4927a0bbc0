import Diagnostics
import Text

/// What to do about names that nothing has, each looked for once. After ``Limits/suggestions`` of them there are no more:
/// who has so many has another problem than spelling, and each search goes over all names.
struct Suggestions: Sendable {
    private struct Question: Hashable {
        /// A kind of record, or the file from which something is sought.
        var scope: String
        var name: String
    }

    private var known: [Question: Diagnostic.Hint?] = [:]
    /// The ids of each kind, once they were asked for.
    private var ids: [ReferenceKind: [String]] = [:]
    /// The ids of what people call so, by kind and title in small letters, once they were asked for.
    private var titled: [ReferenceKind: [String: [String]]] = [:]

    /// - Parameter find: looks for what was meant among the names of the scope.
    mutating func hint(
        for name: String, in scope: String, find: (inout Suggestions) -> Diagnostic.Hint?
    ) -> Diagnostic.Hint? {
        let question = Question(scope: scope, name: name)
        if let answer = known[question] { return answer }
        guard known.count < Limits.suggestions else { return nil }
        let answer = find(&self)
        known[question] = .some(answer)
        return answer
    }

    /// The ids of all things of a kind.
    mutating func ids(of kind: ReferenceKind, in library: Library) -> [String] {
        if let known = ids[kind] { return known }
        let found =
            kind == .observation ? library.index.observations.ids : (library.index.ids[kind] ?? [:]).map(\.key)
        ids[kind] = found
        return found
    }

    /// The ids of the things that have this title or synonym, but for case and remarks in brackets.
    mutating func ids(titled title: String, _ kind: ReferenceKind, in library: Library) -> [String] {
        func folded(_ title: String) -> String { trimmed(title.lowercased().prefix { !"（(".contains($0) }) }
        let title = folded(title)
        if let known = titled[kind] { return known[title] ?? [] }
        var found: [String: [String]] = [:]
        for thing in library.named(kind) {
            for title in Set(thing.titles.map(folded)) { found[title, default: []].append(thing.id) }
        }
        titled[kind] = found
        return found[title] ?? []
    }
}
