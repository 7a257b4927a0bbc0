import Diagnostics
import Markdown
import Yams

/// The settings of a library, from `exemplar.yaml`.
package struct Configuration: Sendable, Equatable {
    package static let fileName = "exemplar.yaml"

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
    /// Whether the pages become a section of a larger site, which has a head and a foot of its own.
    package var isEmbedded: Bool
    package var allowsRawHTML: Bool
    /// Numbers with a unit that are names or dates, not figures: 12345, 1+4+N.
    package var allowedNumbers: [String]
    /// How names are read whose characters have several readings: "重庆": "chong qing".
    package var spellings: [String: String]
    /// The output folder, relative to the library's.
    package var output: String

    /// Reads the settings; problems are reported, and sensible values take the place of broken ones.
    package init(file: SourceTree.File?, diagnostics: inout [Diagnostic]) {
        self.init()
        guard let file, checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) else { return }
        let start = byteOrderMarkLength(file.bytes)
        let source = YAMLSource(path: file.path, bytes: Array(file.bytes[start...]), offset: start)
        guard let root = source.compose(diagnostics: &diagnostics) else { return }
        let layer = RecordFields.Layer(source: source, node: root)
        var settings = RecordFields(
            base: layer, translations: [], context: ReadingContext(languages: [], markdown: MarkdownOptions()))
        let tags = settings.texts("languages")
        if tags.isEmpty { settings.reportMissing("languages") }
        for (tag, span) in tags where !Self.isLanguageTag(tag) {
            settings.report(.unknownLanguage, "‘\(tag)’ is not a BCP 47 language tag", at: span)
        }
        for (index, tag) in tags.enumerated() where tags[..<index].contains(where: { $0.value == tag.value }) {
            settings.report(.duplicateKey, "the language ‘\(tag.value)’ is listed twice", at: tag.span)
        }
        diagnostics += settings.diagnostics
        languages = tags.isEmpty ? ["en"] : tags.map(\.value)

        let context = ReadingContext(languages: languages, markdown: MarkdownOptions())
        var fields = RecordFields(base: layer, translations: [], context: context)
        fields.note("languages", isTranslatable: false)
        title = fields.localized("title", required: true) ?? title
        description = fields.localized("description") ?? description
        baseURL = Self.baseURL(fields.text("base-url"), fields: &fields)
        publisher = fields.localized("publisher")
        imprint = fields.imprint("imprint")
        isEmbedded = fields.bool("embed") ?? false
        allowsRawHTML = fields.bool("raw-html") ?? false
        allowedNumbers = fields.texts("allowed-numbers").map(\.value)
        for (text, span) in fields.texts("spellings") {
            let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2, parts[1].split(separator: " ").count == parts[0].utf16.count else {
                fields.report(.invalidValue, "‘\(text)’ is not a name with a syllable for each character", at: span)
                continue
            }
            spellings[parts[0]] = parts[1]
        }
        output = fields.text("output")?.value ?? output
        fields.finish()
        diagnostics += fields.diagnostics
    }

    private init() {
        title = Localized("", languages: 1)
        description = Localized("", languages: 1)
        languages = ["en"]
        isEmbedded = false
        allowsRawHTML = false
        allowedNumbers = []
        spellings = [:]
        output = "public"
    }

    /// An address without the slash at its end, or nil if it is not one of the web.
    package static func normalizedBaseURL(_ text: String) -> String? {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: \.isWhitespace) else {
            return nil
        }
        var url = text
        while url.hasSuffix("/") { url.removeLast() }
        let host = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).dropFirst(2).first ?? ""
        guard !host.isEmpty, !url.contains(where: { "?#\"<>\\".contains($0) }) else { return nil }
        return url
    }

    private static func baseURL(_ text: (value: String, span: SourceSpan)?, fields: inout RecordFields) -> String? {
        guard let text else { return nil }
        if let url = normalizedBaseURL(text.value) { return url }
        fields.report(.invalidValue, "‘\(text.value)’ is not an https: address", at: text.span)
        return nil
    }

    private static func isLanguageTag(_ tag: String) -> Bool {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        return parts.allSatisfy {
            (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
            && (2...3).contains(parts[0].count)
    }
}
