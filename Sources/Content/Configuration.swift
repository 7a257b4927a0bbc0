import Diagnostics
import Foundation
import Markdown
import Text
import Yams

/// The settings of a library, from `exemplar.yaml`.
package struct Configuration: FieldHolder, Equatable {
    package static let fileName = SourceTree.settingsName

    /// What marks folders as published by this library, on every machine and under every title.
    package var id: String?
    package var title: Localized<String>
    package var description: Localized<String>
    /// BCP 47 tags; the first is the default, whose pages stand at the root of the site.
    package var languages: [String]
    /// Where the site will be published, without a slash at its end; needed only by feeds, the sitemap
    /// and canonical links.
    package var baseURL: String?
    /// Who answers for the site.
    package var publisher: Localized<String>?
    /// What the foot of every page says of them; nil where nothing is given.
    package var imprint: Imprint?
    /// Nil for the menu of the program.
    package var menu: MenuSettings?
    /// Whether the pages become a section of a larger site, which has a head and a foot of its own.
    package var isEmbedded: Bool
    package var allowsRawHTML: Bool
    /// Numbers with a unit that are names or dates, not figures: 12345, 1+4+N.
    package var allowedNumbers: [String]
    /// Where each language is named.
    package private(set) var languageSpans: [String: SourceSpan] = [:]
    /// The numbers and addresses that the library publishes knowingly.
    package var publishedContacts: [String] = []
    /// Numbers and addresses that every file of the library may publish: those of the list, and what the imprint gives.
    package private(set) var contacts = PublishedContacts(path: Configuration.fileName)
    /// How names are read whose characters have several readings: "六合": "lu he".
    package var spellings: [String: String]
    /// The output folder, relative to the library's.
    package var output: String
    /// Whether the file could be read, if there is one.
    package private(set) var isReadable = true
    /// The language in which the program speaks to its editors; nil leaves it to the system.
    package var interface: DiagnosticLanguage?

    /// The settings of a library.
    package init(
        of tree: SourceTree, terminology: TerminologySource = .none, diagnostics: inout [Diagnostic]
    ) {
        self.init(file: tree[Configuration.fileName], terminology: terminology, diagnostics: &diagnostics)
    }

    /// Reads the settings; problems are reported, and sensible values take the place of broken ones.
    package init(
        file: SourceTree.File?, terminology: TerminologySource = .none, diagnostics: inout [Diagnostic]
    ) {
        self.init()
        guard let file else { return }
        isReadable = false
        guard checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) else { return }
        let start = byteOrderMarkLength(file.bytes)
        let source = YAMLSource(path: file.path, bytes: Array(file.bytes[start...]), offset: start)
        guard let root = source.compose(diagnostics: &diagnostics) else { return }
        isReadable = true
        let layer = FieldReader.Layer(source: source, node: root)
        // The languages first: the texts are read by them.
        var settings = FieldReader(
            base: layer, context: ReadingContext(languages: [], markdown: MarkdownOptions()))
        var tags = settings.texts("languages")
        if tags.count > Limits.languages {
            settings.report(
                .overLimit(Phrase.tooManyLanguages(Limits.languages)), at: tags[Limits.languages].span, hint: .seeLimits
            )
            tags.removeLast(tags.count - Limits.languages)
        }
        if tags.isEmpty { settings.reportMissing("languages") }
        for (tag, span) in tags where !LanguageTag.isTag(tag) {
            let meant = LanguageTag.meant(by: tag)
            settings.report(
                .notALanguageTag(tag), at: span,
                hint: .fullWidthMark(in: tag, of: ["，", "、"]) ?? (meant == tag ? nil : .didYouMean(meant)))
        }
        for (index, tag) in tags.enumerated() where tags[..<index].contains(where: { $0.value == tag.value }) {
            settings.report(.duplicateLanguage(tag.value), at: tag.span)
        }
        diagnostics += settings.diagnostics
        // The language that is meant takes the place of what is no tag: its texts would bring nothing but further
        // problems, and so would those of a language listed twice.
        languages = []
        for (tag, span) in tags {
            let tag = LanguageTag.isTag(tag) ? tag : LanguageTag.meant(by: tag)
            guard LanguageTag.isTag(tag), languageSpans[tag] == nil else { continue }
            languages.append(tag)
            languageSpans[tag] = span
        }
        if languages.isEmpty { languages = ["en"] }

        contacts = Self.contacts(in: layer)
        var context = ReadingContext(languages: languages, markdown: MarkdownOptions(), contacts: contacts)
        context.terminology = terminology
        var reader = FieldReader(base: layer, context: context)
        reader.read(Self.fields, into: &self)
        diagnostics += reader.diagnostics.filter { $0.code != .wrongType || !settings.diagnostics.contains($0) }
    }

    /// The contact of an imprint is there to be published.
    private static func contacts(in layer: FieldReader.Layer) -> PublishedContacts {
        let context = ReadingContext(
            languages: [], markdown: MarkdownOptions(), contacts: PublishedContacts(path: fileName))
        var contacts = context.publishing(contactsOf: layer).contacts ?? PublishedContacts(path: fileName)
        let contact = layer["imprint"]?.mapping?["contact"]
        contacts.add((contact?.mapping.map { $0.map(\.value) } ?? contact.map { [$0] } ?? []).compactMap(\.string))
        return contacts
    }

    package static let fields: [Field<Configuration>] = [
        .scalar(
            KnownField(key: "id"), \.id,
            parse: { text in
                isValidID(text.value)
                    ? .value(text.value)
                    : .problem(Diagnostic(.invalidID(text.value), at: text.span, hint: .charactersOfIDs))
            }, value: { .text($0) }),
        .localized("title", \.title, required: true),
        .localized("description", \.description),
        .list("languages", \.languages, add: { _, _ in nil }),
        .scalar(
            KnownField(key: "base-url"), \.baseURL,
            parse: { text in
                normalizedBaseURL(text.value).map { .value($0) }
                    ?? .problem(Diagnostic(.notHTTPS(text.value), at: text.span))
            }, value: { .text($0) }),
        .localized("publisher", \.publisher),
        .entry("imprint", \.imprint),
        .entry("menu", \.menu),
        .boolean("embed", \.isEmbedded),
        .boolean("raw-html", \.allowsRawHTML),
        .list(
            "allowed-numbers", \.allowedNumbers,
            add: { settings, text in
                settings.allowedNumbers.append(text.value)
                return nil
            }),
        .publishedContacts(\.publishedContacts),
        .list(
            "spellings", \.writtenSpellings,
            add: { settings, text in
                let parts = text.value.split(separator: " ", maxSplits: 1).map(String.init)
                guard parts.count == 2, parts[1].split(separator: " ").count == parts[0].utf16.count else {
                    return Diagnostic(.notASpelling(text.value), at: text.span)
                }
                settings.spellings[parts[0]] = parts[1]
                return nil
            }),
        .scalar(
            KnownField(key: "output"), \.output,
            parse: { text in
                // What a shell or Windows makes a place of would be a name here.
                let isName =
                    !text.value.contains("\\") && text.value.first != "~" && text.value.dropFirst().first != ":"
                guard isName else { return .problem(Diagnostic(.notAPathOfFolder(text.value), at: text.span)) }
                return isFolderOfLibrary(text.value)
                    ? .problem(Diagnostic(.folderOfLibrary(text.value), at: text.span)) : .value(text.value)
            }, value: { .text($0) }),
        .word("interface", \.interface),
    ]

    /// Whether a path from the library's folder is that folder or one that it is read from, or lies in one.
    private static func isFolderOfLibrary(_ path: String) -> Bool {
        var names: [Substring] = []
        for name in path.split(separator: "/") where name != "." {
            if name == "..", let last = names.last, last != ".." { names.removeLast() } else { names.append(name) }
        }
        guard let first = names.first else { return !path.hasPrefix("/") }
        return !path.hasPrefix("/") && SourceTree.folders.contains(String(first))
    }

    /// In a stable order, as the file has them.
    fileprivate var writtenSpellings: [String] { spellings.map { "\($0) \($1)" }.sorted() }

    init() {
        title = Localized("", languages: 1)
        description = Localized("", languages: 1)
        languages = ["en"]
        isEmbedded = false
        allowsRawHTML = false
        allowedNumbers = []
        spellings = [:]
        output = "public"
    }

    /// The id that stands for a library which gives none: of its titles and languages, never of where it lies, so that a
    /// clone on another machine has the same.
    package var derivedID: String {
        let titles = languages.indices.map { title.exact($0) ?? "" }
        return "library-" + sha256((languages + titles).joined(separator: "\n").utf8).prefix(16)
    }

    /// An address in ASCII (RFC 3986) without the slash at its end, or nil if it is not one of the web.
    package static func normalizedBaseURL(_ text: String) -> String? {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: \.isWhitespace) else {
            return nil
        }
        var url = text
        while url.hasSuffix("/") { url.removeLast() }
        let host = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).dropFirst(2).first ?? ""
        guard !host.isEmpty, host.utf8.allSatisfy({ $0 < 0x80 }), !url.contains(where: { "?#\"<>\\".contains($0) })
        else { return nil }
        return url.percentEncoded(keeping: ":/%@!$&'()*+,;=[]")
    }
}

extension Field<Configuration> {
    /// Texts that are added one by one, each of which may be refused.
    fileprivate static func list(
        _ key: String, _ texts: any KeyPath<Configuration, [String]> & Sendable,
        add: @escaping @Sendable (inout Configuration, FieldText) -> Diagnostic?
    ) -> Field<Configuration> {
        Field(
            KnownField(key: key, shape: .texts, isRequired: key == "languages"),
            .node { reader, field, settings in
                // Languages have been read, and reported, before.
                for text in field.isRequired ? [] : reader.texts(field.key) {
                    if let problem = add(&settings, text) { reader.diagnostics.append(problem) }
                }
                return true
            }, value: { .texts($0[keyPath: texts]) })
    }
}

extension DiagnosticLanguage: Vocabulary {
    package static let labels = "interface"
}
