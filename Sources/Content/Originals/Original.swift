import Diagnostics
import Text

/// A document that a source describes, as the paragraphs of the source.
package struct Original: Sendable {
    /// Why a file cannot be read.
    package struct Unreadable: Error {
        package var reason: Phrase

        package init(_ reason: Phrase) { self.reason = reason }
    }

    /// A text in UTF-8, in which problems are shown.
    package private(set) var file: SourceTree.File
    /// By number, where it stands in the text.
    private var paragraphs: [Int: Range<Int>] = [:]

    /// A text, whose lines are its paragraphs.
    package init(_ file: SourceTree.File) {
        self.file = file
        let text = SourceText(file.bytes)
        for number in 1...text.lineStarts.count {
            let start = text.offset(line: number, column: 1)
            paragraphs[number] = start..<start + text.line(number).utf8.count
        }
    }

    /// A document of another kind, of which somebody else found the paragraphs.
    ///
    /// - Parameter paragraphs: their names are what problems call their places.
    package init(path: String, paragraphs: [(number: Int, name: String, text: String)]) {
        file = SourceTree.File(path: path, bytes: [])
        for (number, name, text) in paragraphs {
            let start = file.bytes.count
            file.bytes += text.utf8
            self.paragraphs[number] = start..<file.bytes.count
            file.bytes.append(UInt8(ascii: "\n"))
            file.lineNames += Array(repeating: name, count: 1 + text.utf8.count { $0 == UInt8(ascii: "\n") })
        }
    }

    /// Nil if there is no such paragraph.
    func text(of paragraph: Int) -> String? {
        paragraphs[paragraph].map { String(decoding: file.bytes[$0], as: UTF8.self) }
    }

    func span(of paragraph: Int) -> SourceSpan? {
        paragraphs[paragraph].map { SourceSpan(path: file.path, range: $0) }
    }

    /// The sentences of a paragraph end at 。 and keep it, and at the ends of the lines that a cell has.
    package static func sentences(of paragraph: String) -> [String] {
        let lines = paragraph.split(whereSeparator: \.isNewline)
        guard lines.count > 1 else { return sentences(ofLine: lines.first ?? "") }
        return lines.filter { !$0.allSatisfy(\.isWhitespace) }.flatMap(sentences(ofLine:))
    }

    private static func sentences(ofLine line: Substring) -> [String] {
        var sentences: [String] = []
        var current = ""
        for character in line {
            current.append(character)
            if character == "。" {
                sentences.append(current)
                current = ""
            }
        }
        if !current.isEmpty { sentences.append(current) }
        return sentences
    }

    /// The words that a record may know a paragraph by: all of them, or without what people can be reached by, under a
    /// usual heading or one of telephones.
    static func readings(of text: String) -> some Sequence<String> {
        [nil, false, true].lazy.map { isContact in
            isContact.map { PersonalDataRemoval().removed(from: text, isContact: $0).text } ?? text
        }
    }
}
