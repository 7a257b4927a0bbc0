/// Everything that a library says otherwise than another one: pure, complete and in a stable order, since it goes over
/// the lists of fields. How files are written – quotation marks, the order of keys and columns, wrapped lines – is none
/// of it. Both are read with their drafts.
///
/// - Returns: by kind as in ``ComparedKind/all``, then by id; what was renamed stands under its new id.
package func changes(from old: Library, to new: Library) -> [RecordChange] {
    let (oldRecords, newRecords) = (old.comparedRecords, new.comparedRecords)
    var known = Dictionary(oldRecords.map { (RecordKey($0), $0) }) { first, _ in first }
    var changes: [RecordChange] = []
    var added: [ComparedRecord] = []
    for record in newRecords {
        guard let before = known.removeValue(forKey: RecordKey(record)) else {
            added.append(record)
            continue
        }
        let fields = fieldChanges(from: before, old, to: record, new)
        if !fields.isEmpty { changes.append(RecordChange(before, record, .changed, fields)) }
    }
    for record in added {
        let before = record.aliases.lazy.compactMap { alias in
            known.values.first { $0.kind == record.kind && $0.address == alias && !alias.isEmpty }
        }.first
        guard let before else {
            changes.append(RecordChange(nil, record, .added, fieldChanges(from: nil, old, to: record, new)))
            continue
        }
        known[RecordKey(before)] = nil
        let fields = fieldChanges(from: before, old, to: record, new)
        changes.append(RecordChange(before, record, .renamed(from: before.id), fields))
    }
    for record in known.values {
        changes.append(RecordChange(record, nil, .removed, fieldChanges(from: record, old, to: nil, new)))
    }
    let order = Dictionary(uniqueKeysWithValues: ComparedKind.all.enumerated().map { ($1.kind, $0) })
    return changes.sorted { (order[$0.kind] ?? 0, $0.id) < (order[$1.kind] ?? 0, $1.id) }
}

private struct RecordKey: Hashable {
    var kind: ComparedKind
    var id: String

    init(_ record: ComparedRecord) { (kind, id) = (record.kind, record.id) }
}

/// - Returns: everything that one of them says, where the other is none.
private func fieldChanges(
    from old: ComparedRecord?, _ oldLibrary: Library, to new: ComparedRecord?, _ newLibrary: Library
) -> [FieldChange] {
    var comparison = FieldComparison(old: oldLibrary.languages, new: newLibrary.languages)
    let (before, after) = (old?.fields(), new?.fields())
    for (number, field) in (after ?? before ?? []).enumerated() {
        comparison.compare(field.field, before?[number].value ?? .none, after?[number].value ?? .none)
    }
    return comparison.changes
}

extension RecordChange {
    /// - Either there is a record before or one after.
    fileprivate init(_ old: ComparedRecord?, _ new: ComparedRecord?, _ change: Kind, _ fields: [FieldChange]) {
        let shown = new ?? old
        kind = shown?.kind ?? .settings
        (id, path) = (shown?.id ?? "", shown?.path ?? "")
        title = shown?.title ?? Localized([])
        self.change = change
        self.fields = fields
        publication =
            switch (old?.isDraft, new?.isDraft) {
            case (true, false): .published
            case (false, true): .withdrawn
            case (true, true), (nil, true), (true, nil): .draft
            default: nil
            }
    }
}
