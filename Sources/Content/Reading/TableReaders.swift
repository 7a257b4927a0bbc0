import Diagnostics

enum TaskColumn: Int, CSVColumn {
    case id, place, year, title, lead, metric, baseline, target, op, due, source, locator

    static let required: Set<Self> = [.id, .place, .year, .title]
    static let localized: Set<Self> = [.title, .lead]
}

enum CheckpointColumn: Int, CSVColumn {
    case task, date, value, status, reason, next, source, locator

    static let required: Set<Self> = [.task, .date, .status]
    static let localized: Set<Self> = [.reason]
}

enum CorrectionColumn: Int, CSVColumn {
    case date, object, old, new, reason

    static let required: Set<Self> = [.date, .object, .old, .new, .reason]
    static let localized: Set<Self> = [.old, .new, .reason]
}

// A cell that is missing or wrong has been reported and holds a stand-in, so that the rest of its row is
// checked in the same run.

/// Reads a whole table with one function from row to value.
///
/// - Parameter kind: what the rows are referred to as, if anything refers to them.
private func readTable<Column: CSVColumn, Value>(
    _ file: SourceTree.File, as columns: Column.Type, naming kind: ReferenceKind?, context: ReadingContext,
    seen: inout SeenIDs, diagnostics: inout [Diagnostic], row read: (inout CSVRow<Column>) -> Value?
) -> [Value] {
    var values: [Value] = []
    var table = CSVTable<Column>(bytes: file.bytes, path: file.path, context: context)
    table.forEachRow { row in
        if let value = read(&row) { values.append(value) }
    }
    if let kind {
        for name in table.rejectedNames { seen.insert(name, as: kind) }
        if table.diagnostics.contains(where: { $0.code == .missingColumn }) { seen.markUnreadable(kind) }
    }
    diagnostics += table.diagnostics
    return values
}

func readTasks(
    _ file: SourceTree.File, context: ReadingContext, seen: inout SeenIDs, diagnostics: inout [Diagnostic]
) -> [PlanTask] {
    guard checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) else {
        seen.markUnreadable(.task)
        return []
    }
    var ids: [String] = []
    let tasks = readTable(
        file, as: TaskColumn.self, naming: .task, context: context, seen: &seen, diagnostics: &diagnostics
    ) { row in
        let id = row.text(.id)
        if let id { ids.append(id.value) }
        let place = row.reference(.place)
        let year = row.integer(.year)
        let title = row.localized(.title)
        let task = PlanTask(
            id: id?.value ?? "", span: id?.span ?? row.span, place: place ?? Reference(id: "", span: row.span),
            year: year ?? 0, title: title ?? Localized("", languages: 1), lead: row.localized(.lead),
            metric: row.reference(.metric), baseline: row.decimal(.baseline), target: row.decimal(.target),
            op: row.word(.op, as: TaskOperator.self), due: row.date(.due), source: row.reference(.source),
            locator: row.reference(.locator))
        return id == nil ? nil : task
    }
    for id in ids { seen.insert(id, as: .task) }
    return tasks
}

func readCheckpoints(_ file: SourceTree.File, context: ReadingContext, diagnostics: inout [Diagnostic]) -> [Checkpoint]
{
    guard checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) else { return [] }
    var seen = SeenIDs()
    return readTable(
        file, as: CheckpointColumn.self, naming: nil, context: context, seen: &seen, diagnostics: &diagnostics
    ) { row in
        let task = row.reference(.task)
        let date = row.date(.date)
        let status = row.word(.status, as: CheckpointStatus.self)
        let value = row.text(.value)
        let figure = value.flatMap { PrintedFigure(plainOrPrinted: $0.value) }
        if let value, figure == nil {
            row.diagnostics.append(
                Diagnostic(
                    .unreadableFigure, "‘\(value.value)’ cannot be read as a figure", at: value.span,
                    hint: "write a plain number, or the figure as it was reported, such as 30余个"))
        }
        let (reason, next) = (row.localized(.reason), row.date(.next))
        let (source, locator) = (row.reference(.source), row.reference(.locator))
        guard let task, let date, let status else { return nil }
        return Checkpoint(
            span: row.span, task: task, date: date, printed: value?.value, figure: figure, status: status,
            reason: reason, next: next, source: source, locator: locator)
    }
}

func readCorrections(_ file: SourceTree.File, context: ReadingContext, diagnostics: inout [Diagnostic]) -> [Correction]
{
    guard checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) else { return [] }
    var seen = SeenIDs()
    return readTable(
        file, as: CorrectionColumn.self, naming: nil, context: context, seen: &seen, diagnostics: &diagnostics
    ) { row in
        let date = row.date(.date)
        let object = row.reference(.object)
        let (old, new, reason) = (row.localized(.old), row.localized(.new), row.localized(.reason))
        guard let date, let object, let old, let new, let reason else { return nil }
        return Correction(span: row.span, date: date, object: object, old: old, new: new, reason: reason)
    }
}
