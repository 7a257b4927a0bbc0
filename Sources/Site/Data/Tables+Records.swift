import Content

/// The tables of places, of the tools they use and of the problems they are for.
extension DataTable {
    static func places(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.places, rows: library.places, of: library)
        table.id { $0.header.id }
        table.localized(.title) { $0.header.title }
        table.word(.level, labels: "level") { $0.level }
        table.text(.code) { $0.code }
        table.localized(.parent) { $0.parent }
        table.state { $0.header }
        return table.table()
    }

    static func mechanisms(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.mechanisms, rows: library.mechanisms, of: library)
        table.id { $0.header.id }
        table.localized(.title) { $0.header.title }
        table.word(.kind, labels: "mechanism-kind") { $0.mechanismKind }
        table.synonyms { $0.synonyms }
        table.state { $0.header }
        return table.table()
    }

    static func topics(_ library: Library) -> DataTable {
        var table = DataTableBuilder(.topics, rows: library.topics, of: library)
        table.id { $0.header.id }
        table.localized(.title) { $0.header.title }
        table.word(.kind, labels: "topic-kind") { $0.topicKind }
        table.synonyms { $0.synonyms }
        table.state { $0.header }
        return table.table()
    }

    /// Places × mechanisms, a row for each pair, as ``Library/matrix`` works it out.
    static func matrix(_ library: Library) -> DataTable {
        let matrix = library.matrix
        let columns = library.places.count
        let rows = 0..<matrix.count * columns
        var table = DataTableBuilder(.matrix, rows: rows, of: library)
        table.reference(.mechanism, to: .mechanisms, isRequired: true) { library.mechanisms[$0 / columns].header.id }
        table.reference(.place, to: .places, isRequired: true) { library.places[$0 % columns].header.id }
        table.word(
            .mechanismState, name: "state", of: MatrixState.allCases.map(\.rawValue), labels: "matrix"
        ) { matrix[$0 / columns][$0 % columns].state.rawValue }
        table.list(.practices) { cell in
            matrix[cell / columns][cell % columns].practices.map { library.practices[$0].header.id }
        }
        return table.table(key: ["mechanism", "place"])
    }
}
