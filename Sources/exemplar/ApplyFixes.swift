import Diagnostics
import Disk
import Text

extension Check {
    /// Writes every correction into the library and shows it; whether there was any.
    func applyFixes(of diagnostics: [Diagnostic], to tree: SourceTree) throws -> Bool {
        let fixed = TextFixes.apply(diagnostics, to: tree)
        try change(fixed.map(\.file), new: [], in: library.source, since: tree)
        for fixed in fixed {
            for line in fixed.lines {
                try Terminal.write(
                    Phrase.fixedLine(
                        path: fixed.file.path.printable, line: line.number, before: line.before.printable,
                        after: line.after.printable
                    ).text + "\n")
            }
        }
        let places = fixed.reduce(0) { $0 + $1.places }
        if places > 0 { Terminal.printError(Phrase.fixedPlaces(places: places, files: fixed.count).text) }
        return places > 0
    }
}
