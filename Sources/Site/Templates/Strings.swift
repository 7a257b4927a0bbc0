import Content

/// The interface texts of one language, from `templates/strings/<language>.yaml`.
package struct Strings: Sendable {
    package let language: String
    package let texts: [String: String]
    /// The names of months that stand in dates; empty where months are numbers.
    private let months: [String]

    package init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts
        let names = texts[Phrase.months.rawValue]?.split(separator: ",").map(String.init) ?? []
        months = names.count == 12 ? names : []
    }

    private func month(_ number: Int) -> String? { months.indices.contains(number - 1) ? months[number - 1] : nil }

    /// The text of a key; the key itself if it is missing, which ``TemplateSet`` reports beforehand.
    package func text(_ key: String) -> String { texts[key] ?? key }

    subscript(phrase: Phrase) -> String { text(phrase.rawValue) }

    subscript(family: PhraseFamily, word: String) -> String { text(family.key(word)) }

    subscript<Word: RawRepresentable<String>>(family: PhraseFamily, word: Word) -> String {
        text(family.key(word.rawValue))
    }

    subscript<Word: RawRepresentable<String>>(explained family: PhraseFamily, word: Word) -> String {
        text(family.explanationKey(word.rawValue))
    }

    /// The text with each `{name}` replaced. Where there is a key `…-one` it is used for a count of 1.
    func format(_ phrase: Phrase, _ arguments: KeyValuePairs<String, String>) -> String {
        var text = self[phrase]
        if arguments.contains(where: { $0.value == "1" }), let singular = texts[phrase.rawValue + "-one"] {
            text = singular
        }
        return Self.fill(text, arguments)
    }

    /// The text of a word with `{title}` replaced.
    func format(_ family: PhraseFamily, _ word: String, title: String) -> String {
        Self.fill(self[family, word], ["title": title])
    }

    /// One pass over the bytes; a name in braces that is not among the arguments stays as it is.
    static func fill(_ text: String, _ arguments: KeyValuePairs<String, String>) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var output: [UInt8] = []
            output.reserveCapacity(bytes.count + 64)
            // What is written up to here, and from where a brace is looked for.
            var (written, from) = (0, 0)
            while let open = bytes[from...].firstIndex(of: UInt8(ascii: "{")) {
                from = open + 1
                guard let end = bytes[from...].firstIndex(of: UInt8(ascii: "}")),
                    let argument = arguments.first(where: { $0.key.utf8.elementsEqual(bytes[from..<end]) })
                else { continue }
                output += bytes[written..<open]
                output += argument.value.utf8
                (written, from) = (end + 1, end + 1)
            }
            output += bytes[written...]
            return String(decoding: output, as: UTF8.self)
        }
    }

    /// The names in braces that ``fill(_:_:)`` would replace, with their braces.
    static func holes(in text: String) -> [String] {
        text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).compactMap { part in
            guard let end = part.firstIndex(of: "}") else { return nil }
            let isName = part[..<end].utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0) }
            return isName ? "{\(part[..<end])}" : nil
        }
    }

    func format(_ phrase: Phrase, count: Int) -> String {
        format(phrase, ["count": String(count)])
    }

    /// A date as people of the language write it.
    package func date(_ date: CalendarDate) -> String {
        let month = month(date.month) ?? String(date.month)
        return format(.date, ["year": String(date.year), "month": month, "day": String(date.day)])
    }

    /// Paragraph and sentence in words.
    func place(of locator: Locator, in source: Source?) -> String {
        place(of: locator, paragraph: source?.paragraph(locator.paragraph)?.name)
    }

    /// - Parameter name: that of the paragraph in its document.
    func place(of locator: Locator, paragraph name: String?) -> String {
        let paragraph = label(ofParagraph: locator.paragraph, name)
        guard let sentence = locator.sentence else { return paragraph }
        return paragraph + format(.sentence, ["number": String(sentence)])
    }

    /// A paragraph by its number, or by the name that it has in its document.
    func label(ofParagraph number: Int, _ name: String?) -> String {
        name ?? format(.paragraph, ["number": String(number)])
    }

    /// A period in words: a year, a month, a day, or a stretch with its ends.
    package func period(_ period: Period) -> String {
        let parts = period.text.split(separator: "/").map { part($0) }
        guard parts.count == 2 else { return parts.first ?? period.text }
        if period.end == nil { return format(.periodFrom, ["start": parts[0]]) }
        if period.start == nil { return format(.periodUntil, ["end": parts[1]]) }
        return format(.periodBetween, ["start": parts[0], "end": parts[1]])
    }

    private func part(_ text: Substring) -> String {
        if let day = CalendarDate(String(text)) { return date(day) }
        let pieces = text.split(separator: "-").map(String.init)
        guard let year = pieces.first, year.count == 4 else { return String(text) }
        guard pieces.count == 2 else { return format(.periodYear, ["year": year]) }
        if pieces[1].hasPrefix("Q") {
            return format(.periodQuarter, ["year": year, "quarter": String(pieces[1].dropFirst())])
        }
        let name = Int(pieces[1]).flatMap { month($0) } ?? pieces[1]
        return format(.periodMonth, ["year": year, "month": name])
    }
}
