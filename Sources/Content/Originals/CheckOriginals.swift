import Diagnostics
import Text

/// What a comparison with the originals confirmed.
package struct OriginalsReport: Sendable, Equatable {
    package var paragraphs = 0
    package var figures = 0
    /// Sources whose file has the recorded SHA-256.
    package var identicalFiles = 0
    /// The files of other bytes that were compared all the same, by their names.
    package var otherFiles: [String] = []
}

/// Compares the library with the documents it was made from: the fingerprint of every paragraph, and that
/// each figure stands, as printed, in the sentence that its row names.
///
/// An original is found by its SHA-256, else by its name; a copy in other widths or with other quotation
/// marks is as good, since paragraphs are compared normalised.
///
/// - Parameters:
///   - files: the files of the folder given, by their paths.
///   - open: finds the paragraphs of a source in its file, or says why the file cannot be read.
package func checkOriginals(
    _ library: Library, files: [SourceTree.File], diagnostics: inout [Diagnostic],
    open: (SourceTree.File, Source) -> Result<Original, Original.Unreadable> = { file, _ in .success(Original(file)) }
) -> OriginalsReport {
    var report = OriginalsReport()
    let byHash = Dictionary(files.map { (sha256($0.bytes), $0) }) { first, _ in first }
    let byName = Dictionary(files.map { ($0.path.lastPathPart, $0) }) { first, _ in first }
    let observations = Dictionary(grouping: library.observations.indices) { library.observations[$0].source?.id }
    for source in library.sources {
        let identical = byHash[source.sha256]
        guard let file = identical ?? source.file.flatMap({ byName[$0] }) else {
            diagnostics.append(
                Diagnostic(
                    .missingOriginal(source: source.id, name: source.file ?? ""),
                    at: SourceSpan(path: source.path, range: 0..<0)))
            continue
        }
        if identical != nil {
            report.identicalFiles += 1
        } else {
            report.otherFiles.append(file.path.lastPathPart)
        }
        let original: Original
        switch open(file, source) {
        case .success(let opened): original = opened
        case .failure(let unreadable):
            diagnostics.append(
                Diagnostic(
                    .unreadableOriginal(unreadable.reason), at: SourceSpan(path: source.path, range: 0..<0)))
            continue
        }
        var checker = OriginalChecker(library: library, source: source, original: original)
        checker.checkParagraphs()
        checker.checkFigures(observations[source.id] ?? [])
        diagnostics += checker.diagnostics
        report.paragraphs += checker.confirmedParagraphs
        report.figures += checker.confirmedFigures
    }
    return report
}

private struct OriginalChecker {
    let library: Library
    let source: Source
    let original: Original
    var diagnostics: [Diagnostic] = []
    var confirmedParagraphs = 0
    var confirmedFigures = 0

    mutating func checkParagraphs() {
        for paragraph in source.paragraphs {
            let number = paragraph.number
            guard let printed = original.text(of: number) else {
                report(.noParagraphInOriginal(number), at: paragraph.span, note: nil)
                continue
            }
            // Where the record leaves out what people can be reached by, it knows the rest alone.
            let text = Original.readings(of: printed).first {
                NormalizedText($0).fingerprint == paragraph.fingerprint
            }
            let sentences = Original.sentences(of: text ?? printed).count
            guard let text else {
                report(
                    .otherFingerprint(
                        paragraph: number, recorded: paragraph.fingerprint, actual: NormalizedText(printed).fingerprint),
                    at: paragraph.span, note: number)
                continue
            }
            if sentences != paragraph.sentences {
                report(
                    .otherSentenceCount(paragraph: number, recorded: paragraph.sentences, actual: sentences),
                    at: paragraph.span, note: number)
            } else if let shown = paragraph.text, NormalizedText(shown) != NormalizedText(text) {
                report(.otherText(number), at: paragraph.span, note: number)
            } else {
                confirmedParagraphs += 1
            }
        }
    }

    /// - Parameter observations: those that name the source, by their indices.
    mutating func checkFigures(_ observations: [Int]) {
        for index in observations {
            let observation = library.observations[index]
            guard let printed = observation.printed, let place = observation.locator,
                let locator = Locator(place.id, source: source.id), let line = original.text(of: locator.paragraph)
            else { continue }
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

    private mutating func report(_ message: Diagnostic.Message, at span: SourceSpan, note paragraph: Int?) {
        let notes = paragraph.flatMap(original.span).map { [Diagnostic.Note.originalSays(at: $0)] } ?? []
        diagnostics.append(Diagnostic(message, at: span, notes: notes))
    }
}
