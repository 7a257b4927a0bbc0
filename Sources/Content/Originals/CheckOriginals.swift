import Crypto
import Diagnostics
import Text

/// What a comparison with the originals confirmed.
package struct OriginalsReport: Sendable, Equatable {
    package var paragraphs = 0
    package var figures = 0
    /// Sources whose file has the recorded SHA-256.
    package var identicalFiles = 0
}

/// Compares the library with the documents it was made from: the fingerprint of every paragraph, and that
/// each figure stands, as printed, in the sentence that its row names.
///
/// An original is found by its SHA-256, else by its name; a copy in other widths or with other quotation
/// marks is as good, since paragraphs are compared normalised.
///
/// - Parameter files: the files of the folder given, by their paths.
package func checkOriginals(
    _ library: Library, files: [SourceTree.File], diagnostics: inout [Diagnostic]
) -> OriginalsReport {
    var report = OriginalsReport()
    for (index, source) in library.sources.enumerated() {
        let identical = files.first { hexadecimal(SHA256.hash(data: $0.bytes)) == source.sha256 }
        guard let file = identical ?? files.first(where: { $0.path.lastPathPart == source.file }) else {
            diagnostics.append(
                Diagnostic(
                    .missingOriginal(source: source.id, name: source.file ?? ""),
                    at: SourceSpan(path: source.path, range: 0..<0)))
            continue
        }
        if identical != nil { report.identicalFiles += 1 }
        let original = Original(file)
        var checker = OriginalChecker(library: library, source: source, sourceIndex: index, original: original)
        checker.checkParagraphs()
        checker.checkFigures()
        diagnostics += checker.diagnostics
        report.paragraphs += checker.confirmedParagraphs
        report.figures += checker.confirmedFigures
    }
    return report
}

/// A document as its lines, which are its paragraphs.
struct Original {
    let path: String
    let text: SourceText
    let lines: [String]

    init(_ file: SourceTree.File) {
        path = file.path
        let text = SourceText(file.bytes)
        self.text = text
        lines = (1...text.lineStarts.count).map { text.line($0) }
    }

    /// The sentences of a paragraph end at 。 and keep it.
    static func sentences(of paragraph: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        for character in paragraph {
            current.append(character)
            if character == "。" {
                sentences.append(current)
                current = ""
            }
        }
        if !current.isEmpty { sentences.append(current) }
        return sentences
    }

    func span(ofLine number: Int) -> SourceSpan {
        let start = text.offset(line: number, column: 1)
        return SourceSpan(path: path, range: start..<start + text.line(number).utf8.count)
    }
}

private struct OriginalChecker {
    let library: Library
    let source: Source
    let sourceIndex: Int
    let original: Original
    var diagnostics: [Diagnostic] = []
    var confirmedParagraphs = 0
    var confirmedFigures = 0

    mutating func checkParagraphs() {
        for paragraph in source.paragraphs {
            let number = paragraph.number
            guard original.lines.indices.contains(number - 1) else {
                report(.noParagraphInOriginal(number), at: paragraph.span, note: nil)
                continue
            }
            let line = original.lines[number - 1]
            let actual = NormalizedText(line).fingerprint
            let sentences = Original.sentences(of: line).count
            if actual != paragraph.fingerprint {
                report(
                    .otherFingerprint(paragraph: number, recorded: paragraph.fingerprint, actual: actual),
                    at: paragraph.span, note: number)
            } else if sentences != paragraph.sentences {
                report(
                    .otherSentenceCount(paragraph: number, recorded: paragraph.sentences, actual: sentences),
                    at: paragraph.span, note: number)
            } else if let text = paragraph.text, NormalizedText(text) != NormalizedText(line) {
                report(.otherText(number), at: paragraph.span, note: number)
            } else {
                confirmedParagraphs += 1
            }
        }
    }

    mutating func checkFigures() {
        for observation in library.observations where observation.source?.id == source.id {
            guard let printed = observation.printed, let place = observation.locator,
                let locator = Locator(place.id, source: source.id)
            else { continue }
            guard original.lines.indices.contains(locator.paragraph - 1) else { continue }
            let line = original.lines[locator.paragraph - 1]
            let sentences = Original.sentences(of: line)
            let text =
                locator.sentence.map { sentences.indices.contains($0 - 1) ? sentences[$0 - 1] : "" } ?? line
            if Self.stands(NormalizedText(printed), in: NormalizedText(text)) {
                confirmedFigures += 1
            } else {
                report(
                    .figureNotInSource(printed: printed, place: locator.place), at: observation.printedSpan,
                    note: locator.paragraph)
            }
        }
    }

    /// A figure stands in a text where it is not part of a longer number: 3家 is not in 33家.
    private static func stands(_ figure: NormalizedText, in text: NormalizedText) -> Bool {
        let needle = Array(figure.text.unicodeScalars)
        let hay = Array(text.text.unicodeScalars)
        guard let first = needle.first, hay.count >= needle.count else { return false }
        func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil || scalar == "." }
        for start in 0...(hay.count - needle.count) where hay[start] == first {
            guard hay[start..<start + needle.count].elementsEqual(needle) else { continue }
            if start > 0, isDigit(hay[start - 1]), isDigit(first) { continue }
            return true
        }
        return false
    }

    private mutating func report(_ message: Diagnostic.Message, at span: SourceSpan, note line: Int?) {
        let notes = line.map { [Diagnostic.Note.originalSays(at: original.span(ofLine: $0))] } ?? []
        diagnostics.append(Diagnostic(message, at: span, notes: notes))
    }
}
