import Content
import Diagnostics
import Foundation

/// What a spreadsheet can be turned into.
package enum ImportKind: String, CaseIterable, Sendable {
    case practice, `case`, observation

    var authored: AuthoredKind {
        switch self {
        case .practice: .record(.practice)
        case .case: .record(.case)
        case .observation: .observation
        }
    }
}

extension AuthoredKind {
    /// What a column can say of a record beside its fields: its id and place, where every statement of the row is
    /// taken from, and the text under the fields.
    var columns: [KnownField] {
        // The unit of a figure is printed with it, or that of its metric.
        if self == .observation { return [.init(key: "unit")] }
        guard ImportKind.allCases.contains(where: { $0.authored == self }) else { return [] }
        let columns: [KnownField] = [
            .init(key: "id", shape: .text), .init(key: "place", shape: .reference, reference: .place),
            .init(key: "from", shape: .locators), .init(key: "body", shape: .body),
        ]
        return columns.filter { column in !fields.contains { $0.key == column.key } }
    }
}

/// Something that a column of a spreadsheet can fill.
struct ImportField: Sendable {
    enum Filling: Sendable {
        /// What the record is: its id, title and place.
        case identity
        /// Where every statement of the row is taken from.
        case locators
        /// Text under the fields; several columns may fill it.
        case body
        /// A time, of which several columns may each say a part: the year, the month.
        case time
        case value(KnownField)
    }

    var key: String
    var filling: Filling
    /// Headers that mean this field, folded as ``folded(_:)`` does; the key is the first.
    var headers: [String]
    /// Words that the field may hold, with what else people write for them in any language.
    var words: [(word: String, names: [String])]
    /// The words as the library's authors are told of them.
    var knownWords: [Phrase]

    /// Everything that columns can fill in records of a kind, with the headers of all languages. Imported records
    /// are drafts, so nothing fills their state; and nothing is said to be public by a column.
    static func fields(of kind: ImportKind, _ library: LibraryNames) -> [ImportField] {
        fields(of: kind.authored, library)
    }

    static func fields(of kind: AuthoredKind, _ library: LibraryNames) -> [ImportField] {
        let guide = library.guide
        let columns = kind.columns.map(\.key)
        let told = AuthorLanguage.allCases.map { guide.fields(of: kind, adding: kind.columns, in: $0) }
        let fields = (told.first ?? []).filter { !["status", PublishedContacts.key].contains($0.key) }
        func filling(_ field: KnownField) -> Filling {
            switch field.key {
            case "id", "title", "place": .identity
            case "from" where columns.contains(field.key): .locators
            case "body" where columns.contains(field.key): .body
            case "period" where kind == .observation: .time
            default: .value(field)
            }
        }
        return fields.map { field in
            let texts = told.compactMap { fields in fields.first { $0.key == field.key } }
            let words = field.words.map(\.word).enumerated().map { index, word in
                let also = texts.flatMap(\.words[index].text.also)
                return (word: word, meanings: texts.map { listedNames($0.words[index].text.meaning) }, also: also)
            }
            let language = AuthorLanguage.allCases.firstIndex(of: library.language) ?? 0
            return ImportField(
                key: field.key, filling: filling(field.field),
                headers: [field.key] + texts.flatMap { $0.text.headers ?? [] }.map(folded),
                words: words.map { ($0.word, $0.meanings.joined() + $0.also) },
                knownWords: words.map { word, meanings, also in
                    var names = meanings[language].filter { $0 != word }
                    names += also.filter { !names.contains($0) }
                    return names.isEmpty
                        ? .wordAlone(word) : .wordWithMeaning(word: word, meaning: names.joined(separator: "、"))
                })
        }
    }

    /// Whether several columns may fill it, one after the other.
    var takesSeveral: Bool {
        switch filling {
        case .identity: false
        case .locators, .body, .time: true
        case .value(let field): [.statements, .texts, .locators, .references, .entries].contains(field.shape)
        }
    }

    /// A header without what offices add to it: spaces, case, stars, remarks in brackets; traditional characters
    /// become simplified ones.
    static func folded(_ header: String) -> String {
        var result = ""
        var depth = 0
        let isHan = header.utf8.contains { $0 >= 0x80 }
        let header = isHan ? header.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? header : header
        for character in header.lowercased() {
            if "（([【".contains(character) {
                depth += 1
            } else if "）)]】".contains(character) {
                depth = max(0, depth - 1)
            } else if depth == 0, !character.isWhitespace, !"*＊:：\u{FEFF}".contains(character) {
                result.append(character)
            }
        }
        return result
    }
}
