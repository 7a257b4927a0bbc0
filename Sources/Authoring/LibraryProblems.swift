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
}

/// What is wrong with a file.
private struct Cause: Hashable {
    var path: String
    var message: Sentence

    init(_ diagnostic: Diagnostic) { (path, message) = (diagnostic.span.path, diagnostic.message) }
}
