import Text

extension SourceTree {
    /// The library with another status of some records.
    package func setting(_ status: Status, ofRecordsAt paths: [String]) -> LibraryEdit {
        var edit = LibraryEdit()
        edit.written = Set(paths).sorted().compactMap { path in
            self[path]?.setting("status") { _ in [status.rawValue] }
        }
        return edit
    }
}

extension Library {
    /// The file of a record that has a status; nil for everything else.
    package func statusPath(of name: RecordName) -> String? {
        guard let kind = name.recordKind, KnownField.fields(of: kind).contains(where: { $0.key == "status" }),
            let index = index.ids[name.kind]?[name.id]
        else { return nil }
        return header(of: RecordID(kind, index))?.path
    }

    /// The files of all drafts.
    package var draftPaths: [String] {
        RecordKind.allCases.flatMap { $0.type.headers(in: self) }.filter { $0.status == .draft }.map(\.path)
    }
}
