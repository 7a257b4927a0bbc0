import Content

/// The tables of what the library rests on, and of what it had wrong.
extension DataTable {
    static func glossary(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.glossary, rows: library.glossary, of: library)
        table.id { $0.id }
        table.fields { $0 }
        return table.table()
    }

    static func sources(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.sources, rows: library.sources, of: library)
        table.id { $0.id }
        table.fields { $0 }
        table.text(.sha256) { $0.sha256 }
        table.integer(.paragraphs) { $0.paragraphs.count }
        return table.table()
    }

    static func speakers(_ library: Library) -> DataTable {
        let rows = library.sources.flatMap { source in source.speakers.map { (source: source.id, speaker: $0) } }
        var table = DataTableBuilder(.speakers, rows: rows, of: library)
        table.reference(.source, to: .sources, isRequired: true) { $0.source }
        table.fields { $0.speaker }
        return table.table(key: ["source", "id"])
    }

    static func corrections(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.corrections, rows: library.corrections, of: library)
        table.fields { $0 }
        return table.table()
    }
}
