import Content
import Diagnostics
import Text

/// What is wrong with a library, its drafts included.
func problems(of tree: SourceTree) async -> [Diagnostic] {
    var found: [Diagnostic] = []
    let raw = await read(tree, includesDrafts: true, jobs: 1, diagnostics: &found)
    _ = await check(raw, diagnostics: &found)
    return found
}

extension [Diagnostic] {
    /// Those that others do not have, wherever in its file each of them stood.
    func without(_ others: [Diagnostic]) -> [Diagnostic] {
        let known = Set(others.map(Cause.init))
        return filter { !known.contains(Cause($0)) }
    }

    /// In reading order, each told once with the next places of the same: one mistake may be in every row of a table.
    func byCause() -> [Diagnostic] {
        var told: [Diagnostic] = []
        var places: [Cause: (index: Int, spans: [SourceSpan])] = [:]
        for diagnostic in sorted() {
            if places[Cause(diagnostic)]?.spans.last == diagnostic.span { continue }
            if places[Cause(diagnostic)] == nil {
                places[Cause(diagnostic)] = (told.count, [])
                told.append(diagnostic)
            }
            places[Cause(diagnostic)]?.spans.append(diagnostic.span)
        }
        for (index, spans) in places.values where spans.count > 1 {
            let shown = spans.dropFirst().prefix(4)
            var notes = shown.map { Diagnostic.Note.sameHere(at: $0) }
            let more = spans.count - 1 - shown.count
            if more > 0, let last = shown.last { notes[notes.count - 1] = .sameHereAndElsewhere(more, at: last) }
            told[index] = told[index].noting(notes)
        }
        return told
    }
}

/// What is wrong with a file.
private struct Cause: Hashable {
    var path: String
    var message: Sentence

    init(_ diagnostic: Diagnostic) { (path, message) = (diagnostic.span.path, diagnostic.message) }
}
