import Content
import Diagnostics
import Text

/// The file that an import reads, as somebody sent it: it becomes a source, so that what is imported says where it stands
/// and who reported it.
package struct Submission: Sendable {
    /// The last part of the file's path.
    let name: String
    let bytes: [UInt8]
    /// The id of its source record, if somebody chose it.
    package var id: String?
    /// Who reported what no column says of.
    package var speaker: String?

    let sha256: String

    package init(name: String, bytes: [UInt8]) {
        (self.name, self.bytes, sha256) = (name, bytes, Content.sha256(bytes))
    }

    /// Why the id that somebody chose cannot be taken; nil if it can.
    func mistake(in library: LibraryNames) -> Phrase? {
        guard let id else { return nil }
        if !isValidID(id) { return Phrase.notAnID(id) }
        let path = RecordForm(.source, id: id, library: library).path
        guard library.hasFile(path), !library.sources.contains(where: { $0.id == id && $0.sha256 == sha256 }) else {
            return nil
        }
        return Phrase.sourceOfOtherFile(path: path, file: name).suggesting(.citeAsAnother)
    }

    var stem: String { Authoring.stem(of: name) }
}

/// The name of a file without its ending, so that a table gives the same records however it was saved.
func stem(of path: String) -> String {
    let name = path.lastPathPart
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
}

/// The source record that an import cites: a new one, or one of the library that records the very file.
struct CitedSource {
    let id: String
    /// The record, if the library has it.
    let known: Source?
    private let submission: Submission
    private let library: LibraryNames

    /// A record of another file is never taken: the next number is.
    ///
    /// - Parameter names: of the paragraphs that will be cited; nil for those that only have numbers.
    init(_ submission: Submission, in library: LibraryNames, names: Set<String>) {
        let base = submission.id ?? slug(of: submission.stem, readings: library.readings)
        func known(_ id: String) -> Source? { library.sources.first { $0.id == id } }
        let id = freeName(base.isEmpty ? "import" : base) { id in
            guard submission.id == nil else { return true }
            guard let known = known(id) else {
                return !library.hasFile(RecordForm(.source, id: id, library: library).path)
            }
            return known.sha256 == submission.sha256 && names.isSubset(of: known.paragraphs.compactMap(\.name))
        }
        (self.id, self.known, self.submission, self.library) = (id, known(id), submission, library)
    }

    var path: String { RecordForm(.source, id: id, library: library).path }

    /// The record of the submission, in the words of the library; nil where it has one.
    ///
    /// - Parameters:
    ///   - title: as it is printed; nil where none is.
    ///   - numbering: how the paragraphs count.
    ///   - leftOut: where personal data was left out.
    ///   - columns: those of which nothing was taken.
    func file(
        of document: SourceDocument, title: String?, outlet: String?, numbering: GuidePhrase, leftOut: [String],
        columns: [String] = []
    ) -> NewFile? {
        guard known == nil else { return nil }
        func say(_ phrase: GuidePhrase, _ values: [String: String] = [:]) -> String {
            library.guide.phrase(phrase, values, in: library.language)
        }
        let separator = say(.entrySeparator)
        var notes = [say(numbering)]
        if !leftOut.isEmpty {
            let cells = leftOut.joined(separator: separator)
            notes.append(say(.personalLeftOut, ["cells": cells, "count": "\(leftOut.count)"]))
        }
        if !columns.isEmpty { notes.append(say(.columnsLeftOut, ["columns": columns.joined(separator: separator)])) }
        let space = library.language == .chinese ? "" : " "
        var values = ["numbering": YAMLValue.text(notes.joined(separator: space))]
        values["outlet"] = outlet.map { .text($0) }
        if title == nil { values["title-printed"] = .text("false") }
        return RecordForm(.source, id: id, title: title ?? submission.stem, library: library)
            .sourceFile(of: document, values: values, showsText: false)
    }
}

/// Where the text of a cell or of a paragraph stands in a source.
struct CitedText: Sendable {
    /// Without the sentence: `cases#P12`.
    var place: String
    /// How many sentences each of its lines has.
    var lines: [Int]

    init(source: String, paragraph: Int, text: String) {
        place = "\(source)#P\(paragraph)"
        lines = Authoring.lines(of: text).map { Original.sentences(of: $0).count }
    }

    /// The whole of it, or one of its lines.
    ///
    /// - Parameter count: how many lines the text has; with another number of them they are not those of the source.
    func locators(line: Int? = nil, of count: Int = 1) -> [String] {
        guard let line, count > 1, count == lines.count else { return [place] }
        let first = lines[..<line].reduce(1, +)
        return (first..<first + lines[line]).map { "\(place).S\($0)" }
    }
}
