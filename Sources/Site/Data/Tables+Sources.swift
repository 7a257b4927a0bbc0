import Content

/// The tables of what the library rests on, and of what it had wrong.
extension DataTable {
    static func glossary(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.glossary, rows: library.glossary, of: library)
        table.id { $0.id }
        table.localized(.term) { $0.term }
        table.localized(.definition) { $0.definition }
        table.bool(.unexplained) { $0.isUnexplained }
        table.localized(.note) { $0.note }
        table.locators { $0.locators }
        return table.table()
    }

    static func sources(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.sources, rows: library.sources, of: library)
        table.id { $0.id }
        table.localized(.title) { $0.title }
        table.bool(.titlePrinted) { $0.isTitlePrinted }
        table.localized(.outlet) { $0.outlet }
        table.date(.date) { $0.date }
        table.text(.language, isRequired: true) { $0.language }
        table.word(.rights, labels: "rights") { $0.rights }
        table.text(.sha256) { $0.sha256 }
        table.integer(.paragraphs) { $0.paragraphs.count }
        return table.table()
    }

    static func speakers(_ library: Library) -> DataTable {
        let rows = library.sources.flatMap { source in source.speakers.map { (source: source.id, speaker: $0) } }
        var table = DataTableBuilder(.speakers, rows: rows, of: library)
        table.reference(.source, to: .sources, isRequired: true) { $0.source }
        table.text(.speaker, name: "id", isRequired: true) { $0.speaker.id }
        table.localized(.speakerName, name: "name") { $0.speaker.name }
        table.localized(.office) { $0.speaker.role }
        table.reference(.place, to: .places) { $0.speaker.place?.id }
        return table.table(key: ["source", "id"])
    }

    static func corrections(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.corrections, rows: library.corrections, of: library)
        table.date(.corrected, name: "date", isRequired: true) { $0.date }
        table.text(.object, isRequired: true) { $0.object.id }
        table.localized(.old) { $0.old }
        table.localized(.new) { $0.new }
        table.localized(.correctionReason, name: "reason") { $0.reason }
        return table.table()
    }
}
