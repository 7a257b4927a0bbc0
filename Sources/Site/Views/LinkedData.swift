import Content
import Diagnostics
import Text

/// What a page is in the terms of schema.org.
enum SchemaType: String, Sendable {
    case article = "Article"
    case book = "Book"
    case collectionPage = "CollectionPage"
    case creativeWork = "CreativeWork"
    case dataCatalog = "DataCatalog"
    case dataset = "Dataset"
    case definedTermSet = "DefinedTermSet"
    case place = "Place"
    case searchResultsPage = "SearchResultsPage"
    case webPage = "WebPage"
    case webSite = "WebSite"

    /// Things have names, texts have headlines.
    fileprivate var titleProperty: String {
        [.place, .webSite, .dataCatalog].contains(self) ? "name" : "headline"
    }
}

extension PageContext {
    /// The page in schema.org's terms (JSON-LD 1.1). Addresses are absolute only with a base URL, since
    /// a relative one says nothing outside the page.
    var linkedData: JSON {
        let type = kind.schemaType
        var members: [JSON.Member] = [
            .init(name: "@context", value: "https://schema.org"),
            .init(name: "@type", value: .string(type.rawValue)),
            .init(name: type.titleProperty, value: .string(title)),
            .init(name: "description", value: .string(description)),
        ]
        func add(_ name: String, _ value: JSON?) {
            if let value { members.append(.init(name: name, value: value)) }
        }
        if type != .place {
            add("inLanguage", .string(library.languages[language]))
            add("dateModified", header?.reviewed.map { .string($0.description) })
            add(
                "publisher",
                library.configuration.publisher.map {
                    .object(["@type": "Organization", "name": .string($0[language])])
                })
        }
        members += kind.linkedData(self)
        add("url", url(page.path).map { .string($0) })
        if type == .article {
            add("isPartOf", .object(["@type": "WebSite", "name": .string(library.configuration.title[language])]))
        }
        if type != .place { add("breadcrumb", breadcrumbs) }
        return .object(members)
    }

    private var breadcrumbs: JSON? {
        let trail = trail
        guard !trail.isEmpty else { return nil }
        let items = (trail + [(title, page.path)]).enumerated().map { index, crumb in
            JSON.object([
                "@type": "ListItem", "position": .integer(index + 1), "name": .string(crumb.title),
                "item": url(crumb.path).map { .string($0) },
            ])
        }
        return .object(["@type": "BreadcrumbList", "itemListElement": .array(items)])
    }
}
