import Content
import Diagnostics

extension Site {
    /// One page for the editor that stands alone: problems by file, thin records, figures and terms with gaps.
    package func editorReport(_ problems: [DiagnosticWriter.Resolved]) -> [UInt8] {
        let strings = strings(0)
        let files = Dictionary(grouping: problems, by: \.place.path)
        let context = Context([
            "lang": .text(library.languages[0]), "title": .text(library.configuration.title[0]),
            "summary": .text(strings.format("report-problems", count: problems.count)),
            "files": .list(
                files.keys.sorted().map { path in
                    Context(["path": .text(path), "problems": .list((files[path] ?? []).map(problem))])
                }),
            "thin": .list(thinRecords(strings)), "figures": .list(unmeasuredFigures(strings)),
            "terms": .list(unexplainedTerms()), "t": .object(strings.context),
        ])
        return templates.render("report", context)
    }

    private func problem(_ item: DiagnosticWriter.Resolved) -> Context {
        Context([
            "line": .text(String(item.place.start.line)), "column": .text(String(item.place.start.column)),
            "severity": .text(item.diagnostic.severity.rawValue), "message": .text(item.diagnostic.message),
            "code": .text(item.diagnostic.code.rawValue), "excerpt": .optional(item.place.excerpt),
            "hint": .optional(item.diagnostic.hint),
        ])
    }

    /// The practices by how many of the seventeen items nobody tells, the most first.
    private func thinRecords(_ strings: Strings) -> [Context] {
        library.practices.map { practice in
            (practice, PracticeItem.allCases.filter { practice.state(of: $0) == .unknown })
        }
        .sorted { ($1.1.count, $0.0.header.id) < ($0.1.count, $1.0.header.id) }
        .map { practice, missing in
            row(
                practice.header.title[0], practice.header.path, count: missing.count,
                missing.map { strings["item-\($0.rawValue)"] }.joined(separator: strings["enumeration-separator"]))
        }
    }

    private func unmeasuredFigures(_ strings: Strings) -> [Context] {
        library.observations.indices.compactMap { index in
            let gaps = library.gaps(ofObservation: index)
            guard !gaps.isEmpty else { return nil }
            let observation = library.observations[index]
            return row(
                "\(observation.id) \(observation.printed ?? "")", observation.span.path, count: gaps.count,
                gaps.map { strings["gap-\($0.rawValue)"] }.joined(separator: strings["enumeration-separator"]))
        }
    }

    private func unexplainedTerms() -> [Context] {
        library.glossary.filter(\.isUnexplained).map { row($0.term[0], $0.span.path, count: 0, $0.note?[0] ?? "") }
    }

    private func row(_ name: String, _ path: String, count: Int, _ note: String) -> Context {
        Context([
            "name": .text(name), "path": .text(path), "count": .text(String(count)), "note": .optional(note),
        ])
    }
}
