import Content
import Diagnostics
import Text

/// A problem as pages for the editor show it.
package struct EditorProblem: Sendable {
    package let problem: DiagnosticWriter.Resolved
    /// An address that opens the file in the editor's own program.
    package let href: String?

    package init(_ problem: DiagnosticWriter.Resolved, href: String?) { (self.problem, self.href) = (problem, href) }

    var isError: Bool { problem.severity == .error }

    static let view = View<EditorProblem>(
        "problem",
        [
            .text("path", "the file") { problem, _ in problem.problem.place.path },
            .text("href", "opens the file in an editor; absent if none is known") { problem, _ in problem.href },
        ], problemView.fields { problem, _ in problem.problem })
}

/// The problems of a library, by the record in whose files they are.
package struct EditorProblems: Sendable {
    package let all: [EditorProblem]
    package let errorCount: Int
    private let byRecord: [String: [Int]]

    /// - Parameter languages: those of the library, whose tags are part of the names of translations.
    package init(_ all: [EditorProblem], languages: [String]) {
        self.all = all
        errorCount = all.count(where: \.isError)
        byRecord = Dictionary(grouping: all.indices) { index in
            let path = all[index].problem.place.path
            return translation(at: path, in: languages)?.original ?? path
        }
    }

    package var warningCount: Int { all.count - errorCount }

    /// The problems in a file and its translations.
    func of(_ path: String?) -> [EditorProblem] { path.flatMap { byRecord[$0] }?.map { all[$0] } ?? [] }

    /// How many are shown at once; nobody fixes more before the next change.
    static let mostShown = 200

    /// The errors, or what is none, those of a file first, as many as are shown.
    func shown(areErrors: Bool, first file: String? = nil) -> [EditorProblem] {
        let own = of(file).filter { $0.isError == areErrors }
        let paths = Set(own.map(\.problem.place.path))
        let others = all.lazy.filter { $0.isError == areErrors && !paths.contains($0.problem.place.path) }
        return Array((own + others.prefix(Self.mostShown)).prefix(Self.mostShown))
    }
}
