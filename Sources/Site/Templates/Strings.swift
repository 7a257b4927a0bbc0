import Content
import Diagnostics
import Yams

/// The interface texts of one language, from `templates/strings/<language>.yaml`.
package struct Strings: Sendable {
    package let language: String
    package let texts: [String: String]
    /// The same for templates, made once for all pages.
    let context: Context

    package init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts
        context = Context(table: texts.mapValues { .text($0) })
    }

    /// The text of a key; the key itself if it is missing, which ``TemplateSet`` reports beforehand.
    package subscript(key: String) -> String {
        texts[key] ?? key
    }

    /// The text with each `{name}` replaced. Where there is a key `…-one` it is used for a count of 1.
    package func format(_ key: String, _ arguments: KeyValuePairs<String, String>) -> String {
        var text = self[key]
        if arguments.contains(where: { $0.value == "1" }), let singular = texts[key + "-one"] { text = singular }
        return Self.fill(text, arguments)
    }

    /// One pass over the bytes; a name in braces that is not among the arguments stays as it is.
    private static func fill(_ text: String, _ arguments: KeyValuePairs<String, String>) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "{"), let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")),
                let argument = arguments.first(where: { $0.key.utf8.elementsEqual(bytes[index + 1..<end]) })
            {
                output += argument.value.utf8
                index = end + 1
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    package func format(_ key: String, count: Int) -> String {
        format(key, ["count": String(count)])
    }

    /// A date as people of the language write it.
    package func date(_ date: CalendarDate) -> String {
        let months = self["months"].split(separator: ",").map(String.init)
        let month = months.count == 12 ? months[date.month - 1] : String(date.month)
        return format(
            "date", ["year": String(date.year), "month": month, "day": String(date.day)])
    }

    /// Paragraph and sentence in words.
    package func place(of locator: Locator) -> String {
        let paragraph = format("paragraph", ["number": String(locator.paragraph)])
        guard let sentence = locator.sentence else { return paragraph }
        return paragraph + format("sentence", ["number": String(sentence)])
    }

    /// A period in words: a year, a month, a day, or a stretch with its ends.
    package func period(_ period: Period) -> String {
        let parts = period.text.split(separator: "/").map { part($0) }
        guard parts.count == 2 else { return parts.first ?? period.text }
        if period.end == nil { return format("period-from", ["start": parts[0]]) }
        if period.start == nil { return format("period-until", ["end": parts[1]]) }
        return format("period-between", ["start": parts[0], "end": parts[1]])
    }

    private func part(_ text: Substring) -> String {
        if let day = CalendarDate(String(text)) { return date(day) }
        let pieces = text.split(separator: "-").map(String.init)
        guard let year = pieces.first, year.count == 4 else { return String(text) }
        guard pieces.count == 2 else { return format("period-year", ["year": year]) }
        if pieces[1].hasPrefix("Q") {
            return format("period-quarter", ["year": year, "quarter": String(pieces[1].dropFirst())])
        }
        let months = self["months"].split(separator: ",").map(String.init)
        let month = Int(pieces[1]) ?? 0
        let name = months.indices.contains(month - 1) ? months[month - 1] : pieces[1]
        return format("period-month", ["year": year, "month": name])
    }

    /// The keys that the program itself asks for, besides those of the templates.
    static let requiredKeys: [String] = {
        var keys = [
            "language-name", "date", "months", "home", "not-found-title", "redirect-title", "editor-statement",
            "paragraph", "sentence", "count-practices", "count-cases", "count-figures", "skip-link", "period-unstated",
            "description-places", "description-practices", "description-cases", "description-mechanisms",
            "description-topics", "list-separator", "enumeration-separator", "period-year", "period-quarter",
            "period-month", "period-from",
            "period-until", "period-between", "date-not-printed", "review-overdue", "description-sources",
            "description-glossary", "description-corrections", "description-evidence", "used-paragraphs",
            "count-sentences", "separator-reason", "evidence-missing", "report-problems",
        ]
        keys += ["kind", "place", "topic", "mechanism", "modality", "evidence"].map { "search-facet-\($0)" }
        keys += ["practice", "case", "place", "mechanism", "topic", "metric", "glossary", "source", "page"].map {
            "search-kind-\($0)"
        }
        keys += [
            "all", "also", "and", "clear", "close", "count", "count-least", "failed", "highlights", "keys", "language",
            "loading", "mended", "missing", "more", "near-pages", "near-words", "next", "none", "others", "previous",
            "relaxed", "widened",
        ].map { "search-\($0)" }
        keys += PageKind.secondary.map { "description-\($0.page.rawValue)" }
        keys += PageKind.indexes.map { "\($0.page.rawValue)-title" }
        keys += PageKind.overviews.map { "\($0.page.rawValue)-title" }
        keys += PageKind.overviews.map { "description-\($0.page.rawValue)" }
        keys += PageKind.secondary.map { "\($0.page.rawValue)-title" }
        keys += EvidenceLevel.allCases.flatMap { ["evidence-\($0.name)", "evidence-meaning-\($0.name)"] }
        keys += EvidenceGap.allCases.map { "gap-\($0.rawValue)" }
        keys += Caution.allCases.map { "caution-\($0.rawValue)" }
        keys += Rights.allCases.map { "rights-\($0.rawValue)" }
        keys += ["statement", "passage", "figure", "term", "task"].map { "use-\($0)" }
        keys += Level.allCases.map { "level-\($0.rawValue)" }
        keys += Modality.allCases.map { "modality-\($0.rawValue)" }
        keys += MechanismKind.allCases.map { "mechanism-kind-\($0.rawValue)" }
        keys += TopicKind.allCases.map { "topic-kind-\($0.rawValue)" }
        keys += PracticeItem.allCases.flatMap { ["item-\($0.rawValue)", "ask-\($0.rawValue)"] }
        keys += ItemState.allCases.map { "state-\($0.rawValue)" }
        keys += Qualifier.allCases.map { "qualifier-\($0.rawValue)" }
        keys += ObservationRole.allCases.map { "role-\($0.rawValue)" }
        keys += DataTable.Name.allCases.flatMap { ["table-\($0.rawValue)", "table-about-\($0.rawValue)"] }
        keys += DataMeaning.allCases.map(\.text)
        keys += DataField.Kind.allCases.map { "data-type-\($0.rawValue)" }
        keys += ["data-list", "data-required", "data-unique", "count-rows", "description-data"]
        keys += Status.allCases.map { "record-status-\($0.rawValue)" }
        keys += MetricKind.allCases.map { "metric-kind-\($0.rawValue)" }
        keys += MetricDirection.allCases.map { "direction-\($0.rawValue)" }
        keys += TaskOperator.allCases.map { "op-\($0.rawValue)" }
        keys += CheckpointStatus.allCases.map { "status-\($0.rawValue)" }
        keys += KitFile.allCases.map { "kit-file-\($0.rawValue)" }
        keys += ["level", "community", "asset"].flatMap { ["question-\($0)", "facet-title-\($0)"] }
        keys += ["kit", "comparison", "facet", "compare"].map { "description-\($0)" }
        keys += [
            "kit-title", "fit-levels", "fit-communities", "comparison-title", "compare-title", "compare-more",
            "adoptions-diagram", "adoptions-diagram-explained", "adoption-with-result", "adoption-without-result",
            "kit-prerequisites", "kit-questions", "problem", "actors", "steps", "proposal", "colon", "figures",
            "parenthesis-open", "parenthesis-close", "step-by", "step-needs", "step-gives", "step-takes", "cases-title",
        ]
        keys += CommunityType.allCases.map { "community-\($0.rawValue)" }
        keys += Asset.allCases.map { "asset-\($0.rawValue)" }
        keys += ["note", "tip", "important", "warning", "caution"].map { "callout-\($0)" }
        keys += ObservationRole.allCases.flatMap { ["figures-\($0.rawValue)", "figures-\($0.rawValue)-explained"] }
        keys += Incomparability.allCases.map { "apart-\($0.rawValue)" }
        keys += ["between", "from", "to", "none"].map { "bounds-\($0)" }
        keys += MatrixState.allCases.flatMap { ["matrix-\($0.rawValue)", "matrix-\($0.rawValue)-explained"] }
        keys += TaskVerdict.allCases.flatMap { ["verdict-\($0.rawValue)", "verdict-\($0.rawValue)-explained"] }
        keys += [
            "not-reported", "more-figures", "no-figures", "spoken", "period-unknown", "chart-title", "chart-over-time",
        ]
        keys += ["target", "at-least", "at-most", "between", "approximate"].map { "chart-\($0)" }
        return keys
    }()
}
