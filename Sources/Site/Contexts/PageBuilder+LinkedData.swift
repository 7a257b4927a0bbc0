import Content
import Diagnostics

extension PageBuilder {
    /// The page in schema.org's terms (JSON-LD 1.1). Addresses are absolute only with a base URL, since
    /// a relative one says nothing outside the page.
    func linkedData() -> JSON {
        var members: [JSON.Member] = [
            .init(name: "@context", value: "https://schema.org"),
            .init(name: "@type", value: .string(schemaType)),
            .init(
                name: ["Place", "WebSite", "DataCatalog"].contains(schemaType) ? "name" : "headline",
                value: .string(title)),
            .init(name: "description", value: .string(description)),
        ]
        func add(_ name: String, _ value: JSON?) {
            if let value { members.append(.init(name: name, value: value)) }
        }
        let header = page.record.flatMap { library.header(of: $0) }
        if schemaType != "Place" {
            add("inLanguage", .string(library.languages[language]))
            add("dateModified", header?.reviewed.map { .string($0.description) })
            add("publisher", publisher)
        }
        if case .place? = page.record?.kind, let index = page.record?.index {
            add("identifier", library.places[index].code.map { .string($0) })
            add(
                "containedInPlace",
                library.places[index].parent.map { .object(["@type": "Place", "name": .string($0[language])]) })
        }
        if page.kind == .data { add("dataset", .array(datasets)) }
        add("url", url(page.path).map { .string($0) })
        add("isPartOf", schemaType == "Article" ? siteObject : nil)
        add("breadcrumb", schemaType == "Place" ? nil : breadcrumbs)
        return .object(members)
    }

    private var schemaType: String {
        switch page.kind {
        case .home: "WebSite"
        case .place: "Place"
        case .practice, .caseStudy, .mechanism, .topic, .page: "Article"
        case .places, .practices, .cases, .mechanisms, .topics, .sources, .evidence: "CollectionPage"
        case .source: "CreativeWork"
        case .metrics, .matrix, .tracking, .facet, .comparison: "CollectionPage"
        case .kit: "Article"
        case .finder, .compare: "WebPage"
        case .print: "Book"
        case .metric: "Dataset"
        case .glossary: "DefinedTermSet"
        case .search: "SearchResultsPage"
        case .alphabet: "CollectionPage"
        case .corrections: "WebPage"
        case .data: "DataCatalog"
        case .notFound, .redirect: "WebPage"
        }
    }

    /// The tables with the files that hold them.
    private var datasets: [JSON] {
        DataTable.Name.allCases.map { name in
            let files = [DataFile.table(name)] + (name == .observations ? [.observations] : [])
            let distribution = files.map { file in
                JSON.object([
                    "@type": "DataDownload", "name": .string(file.name),
                    "encodingFormat": .string(file.mediaType), "contentUrl": url(file.path).map { .string($0) },
                ])
            }
            return .object([
                "@type": "Dataset", "name": .string(strings["table-\(name.rawValue)"]),
                "description": .string(strings["table-about-\(name.rawValue)"]),
                "distribution": .array(distribution),
            ])
        }
    }

    private var publisher: JSON? {
        library.configuration.publisher.map { .object(["@type": "Organization", "name": .string($0[language])]) }
    }

    private var siteObject: JSON {
        .object(["@type": "WebSite", "name": .string(library.configuration.title[language])])
    }

    private var breadcrumbs: JSON? {
        let targets = crumbTargets()
        guard !targets.isEmpty else { return nil }
        let items = (targets.map { ($0.title, url($0.path)) } + [(title, url(page.path))]).enumerated().map {
            index, crumb in
            JSON.object([
                "@type": "ListItem", "position": .integer(index + 1), "name": .string(crumb.0),
                "item": crumb.1.map { .string($0) },
            ])
        }
        return .object(["@type": "BreadcrumbList", "itemListElement": .array(items)])
    }

    private func url(_ path: String) -> String? {
        site.options.baseURL.map { "\($0)/\(path)" }
    }
}
