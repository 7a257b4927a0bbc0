import Content
import Diagnostics
import Text

extension PageName { static let data = PageName("data") }

extension PageKind {
    /// The page that hands out the library's tables.
    static let data = PageKind(
        .data, of: { shared, _ in shared }, pages: { _ in [.only("data/index.html", what: .pageNamed("data"))] },
        styles: { _ in ["data.css"] }, schemaType: .dataCatalog,
        linkedData: { _, page in [.init(name: "dataset", value: .array(page.datasets))] }, menu: .item(.data),
        view: View(
            "data", pageFields(),
            [
                .list("tables", of: dataTableView, "the tables") { shared, _ in
                    DataTable.Name.allCases.map { DataTable($0, of: shared.value) }
                },
                .text("package-href", "the data package that describes them") { _, page in
                    page.href(DataFile.package.path)
                },
                .text("cite-data", "how to cite the data") { shared, page in
                    page.citation(page.title, date: shared.value.latestReview)
                },
            ]))
}

private let dataTableView = View<DataTable>(
    "data table",
    [
        .text("id", "the anchor") { table, _ in "table." + table.name.rawValue },
        .text("title", "the title of the table") { table, page in page.strings[.table, table.name] },
        .text("about", "what it holds") { table, page in page.strings[.tableAbout, table.name] },
        .text("row-count", "how many rows it has, in words") { table, page in
            page.strings.format(.countRows, count: table.count)
        },
        .text("csv", "the name of its file") { table, _ in DataFile.table(table.name).name },
        .text("csv-href", "its address") { table, page in page.href(DataFile.table(table.name).path) },
        .text("json", "the name of the JSON file, if there is one") { table, _ in table.json?.name },
        .text("json-href", "its address") { table, page in table.json.map { page.href($0.path) } },
        .list("columns", of: dataColumnView, "its columns") { table, _ in
            table.fields.filter { $0.language == nil }.map { field in
                DataColumn(
                    field: field,
                    translations: table.fields.filter { $0.base == field.base && $0.language != nil }.map(\.name))
            }
        },
    ])

extension DataTable {
    fileprivate var json: DataFile? { name == .observations ? .observations : nil }
}

/// A column and its translations in one.
private struct DataColumn {
    var field: DataField
    var translations: [String]
}

private let dataColumnView = View<DataColumn>(
    "data column",
    [
        .text("name", "the name of the column") { column, _ in column.field.name },
        .text("translations", "the columns of its translations") { column, page in
            page.enumerated(column.translations)
        },
        .text("type", "the type of its values, and whether it is required, in words") { column, page in
            [
                page.strings[.dataType, column.field.kind],
                column.field.isRequired ? page.strings[.dataRequired] : nil,
                column.field.isUnique ? page.strings[.dataUnique] : nil,
            ].compactMap(\.self).joined(separator: page.strings[.listSeparator])
        },
        .text("meaning", "what it holds") { column, page in
            page.site.meaning(of: column.field, language: page.language)
        },
        .list("words", of: dataWordView, "the words it may hold, if they are fixed") { column, _ in
            column.field.words
        },
    ])

private let dataWordView = View<DataField.Word>(
    "data word",
    [
        .text("value", "the word in the file") { word, _ in word.value },
        .text("label", "the same for readers") { word, page in page.strings.text(word.label) },
    ])

extension PageContext {
    /// The tables with the files that hold them, in schema.org's terms.
    fileprivate var datasets: [JSON] {
        DataTable.Name.allCases.map { name in
            let files = [DataFile.table(name)] + (name == .observations ? [.observations] : [])
            let distribution = files.map { file in
                JSON.object([
                    "@type": "DataDownload", "name": .string(file.name),
                    "encodingFormat": .string(mediaType(of: file.name) ?? ""),
                    "contentUrl": url(file.path).map { .string($0) },
                ])
            }
            return .object([
                "@type": "Dataset", "name": .string(strings[.table, name]),
                "description": .string(strings[.tableAbout, name]), "distribution": .array(distribution),
            ])
        }
    }
}
