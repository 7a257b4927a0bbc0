import Diagnostics

extension Checker {
    /// Reports what is still to be filled in: an error where readers would see it, a warning in a draft that is
    /// being looked at, nothing in a draft that is left out.
    mutating func checkPlaceholders() {
        let drafts = raw.draftPaths
        for (record, problem) in raw.placeholders {
            let isDraft = drafts.contains(record)
            guard includesDrafts || !isDraft else { continue }
            var problem = problem
            if isDraft { problem.severity = .warning }
            diagnostics.append(problem)
        }
    }
}
