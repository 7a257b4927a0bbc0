import Content

/// The page that hands out the library's tables.
extension PageBuilder {
    func dataContext() -> Context {
        Context([
            "tables": .list(DataTable.Name.allCases.map { table(DataTable($0, of: library)) }),
            "package-href": .text(href(DataFile.package.path)),
            "cite-data": .text(dataCitation),
        ])
    }

    /// Links from a page to the tables behind it.
    func downloads(_ files: [DataFile]) -> [Context] {
        files.map { Context(["title": .text($0.name), "href": .text(href($0.path))]) }
    }

    private func table(_ table: DataTable) -> Context {
        let file = DataFile.table(table.name)
        let json: DataFile? = table.name == .observations ? .observations : nil
        return Context([
            "id": .text("table." + table.name.rawValue),
            "title": .text(strings["table-\(table.name.rawValue)"]),
            "about": .text(strings["table-about-\(table.name.rawValue)"]),
            "row-count": .text(strings.format("count-rows", count: table.count)),
            "csv": .text(file.name), "csv-href": .text(href(file.path)),
            "json": .optional(json?.name), "json-href": .optional(json.map { href($0.path) }),
            "columns": .list(columns(table)),
        ])
    }

    /// A column and its translations in one.
    private func columns(_ table: DataTable) -> [Context] {
        table.fields.filter { $0.language == nil }.map { field in
            let translations = table.fields.filter { $0.base == field.base && $0.language != nil }.map(\.name)
            let type = [
                strings["data-type-\(field.kind.rawValue)"], field.isRequired ? strings["data-required"] : nil,
                field.isUnique ? strings["data-unique"] : nil,
            ]
            return Context([
                "name": .text(field.name),
                "translations": .optional(translations.joined(separator: strings["enumeration-separator"])),
                "type": .text(type.compactMap(\.self).joined(separator: strings["list-separator"])),
                "meaning": .text(site.meaning(of: field, language: language)),
                "words": .list(
                    field.words.map { Context(["value": .text($0.value), "label": .text(strings[$0.label])]) }),
            ])
        }
    }

    private var dataCitation: String {
        let parts: [String?] = [
            library.configuration.publisher?[language], title, library.configuration.title[language],
            library.latestReview?.description, site.options.baseURL.map { "\($0)/\(page.path)" } ?? page.path,
        ]
        return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: strings["list-separator"])
    }
}
