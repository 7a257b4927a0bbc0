/// What authors are told of one field in one language, as `templates/authoring/` has it.
struct FieldText: Sendable, Equatable {
    /// What a word of a fixed list means, and what else people write for it in tables.
    struct Word: Sendable, Equatable {
        var meaning: String
        var also: [String] = []
    }

    var explanation: String?
    /// What follows the mark of a placeholder in a new record.
    var placeholder: String?
    /// Lines of YAML that show a longer value.
    var example: String?
    var words: [String: Word] = [:]
    /// What a column may be called that fills the field.
    var headers: [String]?
    /// The fields of each entry.
    var entries = FieldTexts()

    /// This text, and the other's where this says nothing.
    func over(_ other: FieldText?) -> FieldText {
        guard let other else { return self }
        return FieldText(
            explanation: explanation ?? other.explanation, placeholder: placeholder ?? other.placeholder,
            example: example ?? other.example, words: words.merging(other.words) { own, _ in own },
            headers: headers ?? other.headers, entries: entries.over(other.entries))
    }
}

/// The texts of several fields, in the order of the file.
struct FieldTexts: Sendable, Equatable {
    private(set) var keys: [String] = []
    private var texts: [String: FieldText] = [:]

    subscript(key: String) -> FieldText? { texts[key] }

    mutating func set(_ text: FieldText, for key: String) {
        if texts.updateValue(text, forKey: key) == nil { keys.append(key) }
    }

    /// These texts over others, in the order of the others.
    func over(_ others: FieldTexts) -> FieldTexts {
        var result = others
        for key in keys { if let text = texts[key] { result.set(text.over(others[key]), for: key) } }
        return result
    }
}

/// Everything that one language has for authors.
struct GuideTexts: Sendable, Equatable {
    /// The section whose fields explain those of every kind that says nothing itself.
    static let common = "common"

    var phrases: [GuidePhrase: String] = [:]
    /// Words that several fields share.
    var words: [String: FieldText.Word] = [:]
    /// What fields are called, by the keys from the outermost to theirs: `who.level`.
    var labels: [String: String] = [:]
    /// By kind, and under ``common``.
    var kinds: [String: FieldTexts] = [:]

    func over(_ others: GuideTexts) -> GuideTexts {
        GuideTexts(
            phrases: phrases.merging(others.phrases) { own, _ in own },
            words: words.merging(others.words) { own, _ in own },
            labels: labels.merging(others.labels) { own, _ in own },
            kinds: kinds.merging(others.kinds) { own, other in own.over(other) })
    }
}

/// Phrases that the program puts together with what it knows; it fills in what stands between braces.
enum GuidePhrase: String, CaseIterable, Sendable {
    case required, word, entry, head
    case oneOf = "one-of"
    case wordSeparator = "word-separator"
    case thereAre = "there-are"
    case eachEntry = "each-entry"
    case entrySeparator = "entry-separator"
    case statementHead = "statement-head"
    case importedFrom = "imported-from"
    case wholeText = "whole-text"
    case importedParagraph = "imported-paragraph"
    case paragraphsNumbered = "paragraphs-numbered"
    case inRow = "in-row"
    case cellsNumbered = "cells-numbered"
    case personalLeftOut = "personal-left-out"
    case columnsLeftOut = "columns-left-out"
}

/// A text in which `{name}` is replaced by the value of that name; braces around anything else stay.
func filled(_ text: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
        result += rest[..<open]
        rest = rest[open...]
        if let close = rest.firstIndex(of: "}"), let value = values[String(rest[rest.index(after: open)..<close])] {
            result += value
            rest = rest[rest.index(after: close)...]
        } else {
            result.append(rest.removeFirst())
        }
    }
    return result + rest
}
