import Content
import Markdown
import Text

/// The tables of a kit, for a spreadsheet: what the page has people fill in, in the reader's words.
struct KitTables {
    let practice: PracticeRef
    let page: PageContext

    /// Who does each step here, and until when: the columns of the table of tasks on the page.
    var tasks: [UInt8] {
        table(
            practice.record.steps,
            [
                Column(.kitTask) { $0.statement.text.best(page.language)?.value.plainText },
                Column(.stepNeeds) { $0.needs?[page.language] },
                Column(.kitBy) { step in
                    let names = practice.actors(of: step).map(page.markedName)
                    return names.isEmpty ? nil : names.joined(separator: page.strings[.enumerationSeparator])
                },
                .empty(.kitUs), .empty(.kitWhen), .empty(.kitProgress),
            ])
    }

    /// The number before, on the way and after, for each metric. An office can send the filled table to the editors of a
    /// library: `import` knows the headers.
    var figures: [UInt8] {
        let moments: [Phrase] = [.kitStart, .kitMiddle, .kitEnd]
        let rows = practice.metrics.flatMap { metric in moments.map { FigureRow(metric: metric.record, moment: $0) } }
        return table(
            rows,
            [
                Column(.metric) { $0.metric.name[page.language] },
                Column(.unit) { $0.metric.unit?[page.language] },
                .empty(.period), .empty(.kitNumber),
                Column(.kitNote) { page.strings[$0.moment] },
            ])
    }

    private struct FigureRow {
        var metric: Metric
        var moment: Phrase
    }

    private struct Column<Row> {
        var header: Phrase
        var cell: (Row) -> String?

        init(_ header: Phrase, _ cell: @escaping (Row) -> String?) { (self.header, self.cell) = (header, cell) }

        /// One that people fill in.
        static func empty(_ header: Phrase) -> Column { Column(header) { _ in nil } }
    }

    private func table<Row>(_ rows: [Row], _ columns: [Column<Row>]) -> [UInt8] {
        var writer = CSVWriter()
        writer.write(columns.map { .text(page.strings[$0.header]) })
        for row in rows { writer.write(columns.map { $0.cell(row).map { .text($0) } ?? .empty }) }
        return writer.bytes
    }
}
