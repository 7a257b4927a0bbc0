import Content

/// The tables of places, of the tools they use and of the problems they are for.
extension DataTable {
    static func places(_ library: Library) -> DataTable { records(.places, library.places, of: library) }

    static func mechanisms(_ library: Library) -> DataTable { records(.mechanisms, library.mechanisms, of: library) }

    static func topics(_ library: Library) -> DataTable { records(.topics, library.topics, of: library) }

    /// A table of nothing but fields.
    private static func records<R: Record>(_ name: Name, _ records: [R], of library: Library) -> DataTable {
        var table = DataTableBuilder(name, rows: records, of: library)
        table.id { $0.header.id }
        table.fields(except: state) { $0 }
        table.state { $0 }
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
        table.locators { matrix[$0 / columns][$0 % columns].locators }
        return table.table(key: ["mechanism", "place"])
    }
}
