import Markdown

/// What search finds of a record, in one language: as its fields say, from the heaviest to the lightest.
package struct SearchText: Sendable, Equatable {
    /// A piece of a line.
    package enum Part: Sendable, Equatable {
        case text(String)
        /// Who or what the rest of a line is said of.
        case name(String)
        /// An interface text, by its key.
        case interface(String)
        /// A figure, by its index: with all that is said with it.
        case figure(Int)
    }

    /// A part of a page.
    package struct Section: Sendable, Equatable {
        /// The id of its heading; empty for the beginning of the page.
        package var anchor: String
        package var heading: Part
        package var lines: [[Part]]
    }

    package var title = ""
    package var names: [String] = []
    package var also: [String] = []
    package var summary: [Part] = []
    package var sections: [Section] = []
}

extension FieldHolder {
    /// Goes over the fields in their order. Bare locators, which pages show as numbers of notes, are left out.
    package func searchText(in library: Library, language: Int) -> SearchText {
        var text = SearchText()
        for field in Self.fields where field.known.search != .none {
            let value = field.value(self)
            switch field.known.search {
            case .title: text.title = value.searchable(in: language).first ?? ""
            case .name: text.names += value.searchable(in: language)
            case .also: text.also += value.searchable(in: language)
            case .summary: text.summary += value.summary(of: field.known, in: language)
            case .section(let anchor, let heading):
                if field.known.shape == .body, case .prose(let body) = value {
                    text.addSections(of: body, anchor: anchor, language: language)
                } else {
                    text.add(value.lines(in: library, language: language), anchor: anchor, heading: heading)
                }
            case .part, .none: break
            }
        }
        return text
    }
}

extension SearchText {
    fileprivate mutating func add(_ lines: [[Part]], anchor: String, heading: String) {
        if let last = sections.indices.last, sections[last].anchor == anchor {
            sections[last].lines += lines
        } else {
            sections.append(Section(anchor: anchor, heading: .interface(heading), lines: lines))
        }
    }

    /// A text under front matter, by its headings.
    fileprivate mutating func addSections(of body: Localized<MarkdownDocument>, anchor: String, language: Int) {
        guard let document = body.best(language)?.value else { return }
        let locators = BareLocators(of: document)
        for section in document.sections {
            let heading = section.heading.map { document.headings[$0] }
            guard heading != nil || !section.text.isEmpty else { continue }
            sections.append(
                Section(
                    anchor: heading?.id ?? anchor, heading: .text(heading?.text ?? ""),
                    lines: [[.text(locators.removed(from: section.text))]]))
        }
    }
}

extension FieldValue {
    /// The texts that readers know, those of entries one after the other.
    fileprivate func searchable(in language: Int) -> [String] {
        switch self {
        case .localized(let text): [text[language]]
        case .prose(let text):
            [text.best(language).map { $0.value.withoutLocators($0.value.plainText) } ?? ""]
        case .entries(let entries): entries.flatMap { $0.searchable(in: language) }
        case .none, .text, .texts, .integer, .decimal, .boolean, .references: []
        }
    }

    fileprivate func summary(of field: KnownField, in language: Int) -> [SearchText.Part] {
        if case .boolean(true) = self { return [.interface(field.key)] }
        return searchable(in: language).map { .text($0) }
    }

    /// A line for each entry, or for each figure.
    fileprivate func lines(in library: Library, language: Int) -> [[SearchText.Part]] {
        switch self {
        case .entries(let entries): entries.map { $0.parts(in: language) }
        case .references(let references):
            references.compactMap { library.index.observations[$0.id].map { [.figure($0)] } }
        default: [searchable(in: language).map { .text($0) }]
        }
    }
}

extension FieldEntryValues {
    fileprivate func parts(in language: Int) -> [SearchText.Part] {
        zip(fields, values).flatMap { field, value -> [SearchText.Part] in
            guard field.search == .part else { return [] }
            return value.searchable(in: language).map { field.key == "name" ? .name($0) : .text($0) }
        }
    }

    fileprivate func searchable(in language: Int) -> [String] {
        zip(fields, values).flatMap { $0.search == .part ? $1.searchable(in: language) : [] }
    }
}

extension MarkdownDocument {
    /// A text of the document without the bare locators that its page shows as numbers of notes.
    package func withoutLocators(_ text: String) -> String { BareLocators(of: self).removed(from: text) }
}

/// The locators that stand alone in a document, for all of its texts.
private struct BareLocators {
    private let names: [String]

    init(of document: MarkdownDocument) {
        let names = document.links.compactMap { link in
            link.destination.hasPrefix("src:") && Locator(link.text, source: "") != nil ? link.text : nil
        }
        // The longest first, so that P3 leaves nothing of P33.
        self.names = names.sorted { $0.utf8.count > $1.utf8.count }
    }

    func removed(from text: String) -> String {
        guard !names.isEmpty else { return text }
        var text = text
        return text.withUTF8 { bytes in
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count)
            var rest = bytes[...]
            while let start = rest.firstIndex(of: UInt8(ascii: "P")) {
                output += rest[..<start]
                rest = rest[start...]
                if let name = names.first(where: { rest.starts(with: $0.utf8) }) {
                    rest = rest.dropFirst(name.utf8.count)
                } else {
                    output.append(rest.removeFirst())
                }
            }
            return String(decoding: output + rest, as: UTF8.self)
        }
    }
}

extension SearchText {
    /// The keys of the interface texts that head sections, or stand for a field that is true.
    package static let interfaceKeys: Set<String> = {
        let fields =
            RecordKind.allCases.flatMap { KnownField.fields(of: $0) } + Metric.knownFields + Source.knownFields
            + GlossaryTerm.knownFields
        return Set(
            fields.compactMap { field in
                switch field.search {
                case .section(_, let heading) where !heading.isEmpty: heading
                case .summary where field.shape == .boolean: field.key
                default: nil
                }
            })
    }()
}
