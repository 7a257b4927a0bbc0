import Content
import Diagnostics
import Text

/// The file that an import reads, as somebody sent it: it becomes a source, so that what is imported says where it stands
/// and who reported it.
package struct Submission: Sendable {
    /// The last part of the file's path.
    package var name: String
    package var bytes: [UInt8]
    /// The id of its source record, if somebody chose it.
    package var id: String?
    /// Who reported what no column says of.
    package var speaker: String?

    package init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }

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

    var sha256: String { OriginalText.sha256(bytes) }

    /// Without its ending, so that a table gives the same records however it was saved.
    var stem: String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}

/// The source record that an import cites: a new one, or one of the library that records the very file.
struct CitedSource {
    let id: String
    /// The record, if the library has it.
    let known: Source?

    /// A record of another file is never taken: the next number is.
    ///
    /// - Parameter names: of the paragraphs that will be cited; nil for those that only have numbers.
    init(_ submission: Submission, in library: LibraryNames, names: Set<String>) {
        let base = submission.id ?? slug(of: submission.stem)
        let name = base.isEmpty ? "import" : base
        var number = 1
        while true {
            let id = number == 1 ? name : "\(name)-\(number)"
            let known = library.sources.first { $0.id == id }
            let isSame = known?.sha256 == submission.sha256
            let isFree = known == nil && !library.hasFile(RecordForm(.source, id: id, library: library).path)
            let hasAll = isSame && names.isSubset(of: known?.paragraphs.compactMap(\.name) ?? [])
            if isFree || hasAll || submission.id != nil {
                (self.id, self.known) = (id, known)
                return
            }
            number += 1
        }
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
        lines = Authoring.lines(of: text).map { OriginalText.sentences(of: $0) }
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
