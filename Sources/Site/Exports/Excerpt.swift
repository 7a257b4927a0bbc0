import Content
import Diagnostics

extension Site {
    /// The pages on which a practice stands, in every language: its own and, where it has one, its kit. The first is
    /// where to begin; none if there is no such practice.
    package func pages(ofPractice id: String) -> [String] {
        guard let practice = library.practices.firstIndex(where: { $0.header.id == id }) else { return [] }
        return [PageName.practice, .kit].flatMap { kind in
            library.languages.indices.compactMap { plan.path(of: PageID(kind, practice), language: $0) }
        }
    }

    /// Which practice is meant by a title, or by an id that none has.
    package func hint(forPractice name: String) -> Diagnostic.Hint? {
        let practices = library.named(.practice)
        if let titled = practices.first(where: { $0.titles.contains(name) }) { return .writeIDOfTitle(titled.id) }
        return .nearest(to: name, among: practices.map(\.id))
    }

    /// Where readers begin, and where a wrong address leads them.
    package var startPath: String { plan.path(of: PageID(.home), language: 0) ?? "index.html" }
    package var notFoundPath: String { plan.path(of: PageID(.notFound), language: 0) ?? startPath }
}
