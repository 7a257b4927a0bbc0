import Diagnostics
import Text

/// Names like those that nothing has, each looked for once. After ``Limits/suggestions`` of them there are no more: who
/// has so many has another problem than spelling, and each search goes over all names.
struct Suggestions: Sendable {
    private struct Question: Hashable {
        /// A kind of record, or the file from which something is sought.
        var scope: String
        var name: String
    }

    private var known: [Question: String?] = [:]
    /// The names of each kind, once they were asked for.
    var names: [ReferenceKind: [String]] = [:]

    /// - Parameter find: looks for a name among those of the scope.
    mutating func nearest(to name: String, in scope: String, find: () -> String?) -> String? {
        let question = Question(scope: scope, name: name)
        if let answer = known[question] { return answer }
        guard known.count < Limits.suggestions else { return nil }
        let answer = find()
        known[question] = .some(answer)
        return answer
    }
}
