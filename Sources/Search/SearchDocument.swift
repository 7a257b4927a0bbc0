/// A page as search sees it.
package struct SearchDocument: Sendable, Equatable {
    /// From the root of the site: `en/practices/panjin/three-grids.html`.
    package var path: String
    /// An index of `SearchSettings.languages`.
    package var language: Int
    package var title: String
    /// Other names of what the page is about: a brand, synonyms, the place. They are searched, and found by pinyin.
    package var names: [String]
    /// Words that people look for it with though it does not say them: what its topics and mechanisms are called. They
    /// count as the summary does.
    package var also: [String]
    package var summary: String
    /// For each facet of the settings the indices of the values that the page has.
    package var facets: [[Int]]
    package var sections: [SearchSection]

    package init(
        path: String, language: Int, title: String, names: [String] = [], also: [String] = [], summary: String = "",
        facets: [[Int]] = [], sections: [SearchSection] = []
    ) {
        self.path = path
        self.language = language
        self.title = title
        self.names = names
        self.also = also
        self.summary = summary
        self.facets = facets
        self.sections = sections
    }
}

/// A part of a page that can be linked to.
package struct SearchSection: Sendable, Equatable {
    /// The id of its heading; empty for the beginning of the page.
    package var anchor: String
    package var heading: String
    /// Plain text; a line is a paragraph.
    package var text: String

    package init(anchor: String = "", heading: String = "", text: String) {
        self.anchor = anchor
        self.heading = heading
        self.text = text
    }
}

/// What search has to know about the site as a whole.
package struct SearchSettings: Sendable {
    /// BCP 47 tags.
    package var languages: [String]
    package var facets: [SearchFacet]
    /// How titles and names are typed.
    package var pinyin: Pinyin

    package init(languages: [String], facets: [SearchFacet] = [], pinyin: Pinyin = Pinyin()) {
        self.languages = languages
        self.facets = facets
        self.pinyin = pinyin
    }
}

/// A property by which results are counted and filtered.
package struct SearchFacet: Sendable, Equatable {
    package var id: String
    /// In each language of the settings.
    package var label: [String]
    package var values: [Value]

    package struct Value: Sendable, Equatable {
        package var id: String
        package var label: [String]

        package init(id: String, label: [String]) {
            self.id = id
            self.label = label
        }
    }

    package init(id: String, label: [String], values: [Value]) {
        self.id = id
        self.label = label
        self.values = values
    }
}
