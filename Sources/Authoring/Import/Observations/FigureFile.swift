import Content
import Diagnostics
import Text

/// A row of a table of figures that is to be written, with where each of its cells is taken from.
struct FigureRow {
    var cells: [String: String] = [:]
    var spans: [String: SourceSpan] = [:]
    /// The cell with the figure.
    var span: SourceSpan
}

/// A table of figures that is to be written.
struct FigureFile {
    let file: NewFile
    private let rows: [FigureRow]

    init(_ rows: [FigureRow], path: String) {
        self.rows = rows
        let header = TableHeader.observations
        file = NewFile(path: path, rows: [header] + rows.map { row in header.map { row.cells[$0] ?? "" } })
    }

    /// Whatever the library says against the rows, told of the cells that they are taken from; and what they would
    /// break elsewhere in it. What new metrics lack is left to be written.
    ///
    /// - Parameter before: what is wrong with the library without them.
    func problems(in tree: SourceTree, with registry: NewFile?, before: [Diagnostic]) async -> [Diagnostic] {
        let changed = tree.replacing([file] + (registry.map { [$0] } ?? []))
        let found = await Authoring.problems(of: changed).without(before).filter { problem in
            let isOurs = problem.span.path == file.path || problem.notes.contains { $0.span.path == file.path }
            return isOurs || problem.severity == .error && problem.span.path != registry?.path
        }
        guard !found.isEmpty else { return [] }
        var unread: [Diagnostic] = []
        let cells = readCells(file, from: 0, separator: UInt8(ascii: ","), diagnostics: &unread)
        // A metric that is to be added stands in no file yet.
        let registered = registry.map { tree[$0.path]?.bytes.count ?? 0 } ?? .max
        return found.map { diagnostic in
            diagnostic.moved { span in
                if span.path == file.path { return origin(of: span, cells) }
                return span.path == registry?.path && span.range.lowerBound >= registered ? nil : span
            }
        }
    }

    /// The cell of the office's table that a place in this file is taken from.
    private func origin(of span: SourceSpan, _ lines: [[CSVCell]]) -> SourceSpan? {
        let start = span.range.lowerBound
        guard let line = lines.indices.last(where: { lines[$0][0].span.range.lowerBound <= start }),
            rows.indices.contains(line - 1)
        else { return rows.first?.span }
        let row = rows[line - 1]
        let isWhole = span.range.count > 1 && lines[line].count { $0.span.range.overlaps(span.range) } > 1
        guard !isWhole, let column = lines[line].lastIndex(where: { $0.span.range.lowerBound <= start }) else {
            return row.span
        }
        return row.spans[TableHeader.observations[column]] ?? row.span
    }
}
