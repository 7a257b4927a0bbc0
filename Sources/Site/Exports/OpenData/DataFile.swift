import Text

/// A file of the open data. There is one of each for the whole site, whatever its languages.
package enum DataFile: Sendable, Hashable {
    case table(DataTable.Name)
    /// The figures again with names in words, for programs that read no tables.
    case observations
    /// What every table holds, as a Frictionless Data Package.
    case package

    package static let all = DataTable.Name.allCases.map(DataFile.table) + [.observations, .package]

    /// Below the output folder.
    package var path: String { "data/\(name)" }

    /// Below the folder of the data, which is what the data package calls a path.
    var name: String {
        switch self {
        case .table(let table): "\(table.rawValue).csv"
        case .observations: "observations.json"
        case .package: "datapackage.json"
        }
    }
}

extension Site {
    func render(_ file: DataFile) -> [UInt8] {
        switch file {
        case .table(let name):
            var writer = CSVWriter()
            writer.write(DataTable(name, of: library))
            return writer.bytes
        case .observations: return observationsJSON()
        case .package: return dataPackage()
        }
    }
}
