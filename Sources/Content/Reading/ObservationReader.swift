import Diagnostics
import Parallel
import Text

enum ObservationColumn: Int, CSVColumn {
    case id, metric, place, period, printed, value, qualifier, lower, upper, role, baseline, target, source, locator
    case speaker, flags, note

    static let required: Set<Self> = [.id, .metric, .place, .role]
    // A figure may be given as people of another language print it.
    static let localized: Set<Self> = [.printed, .note]
    static let prose: Set<Self> = [.note]
    static let figures: Set<Self> = [.printed, .value, .lower, .upper, .baseline, .target]
}

/// The texts that repeat from row to row.
struct ObservationTexts: Sendable {
    var metrics = KnownTexts<String>()
    var places = KnownTexts<String>()
    var periods = KnownTexts<Period>()
    var prints = KnownTexts<String>()
    var sources = KnownTexts<String>()
    var locators = KnownTexts<String>()
    var speakers = KnownTexts<String>()
    var roles = KnownTexts<ObservationRole>()
    var qualifiers = KnownTexts<Qualifier>()
    var flags = KnownTexts<[Caution]>()
    private(set) var citations = KnownTexts<Citation>()

    mutating func number(of citation: Citation) -> Int32 {
        // Its three numbers, one behind the other, are the text by which it is known.
        let numbers = (citation.source ?? -1, citation.locator ?? -1, citation.speaker ?? -1)
        return withUnsafeBytes(of: numbers) { bytes in
            bytes.withMemoryRebound(to: UInt8.self) { citations.insert(citation, for: $0.span) }
        }
    }
}

/// Reads observation files in parts, several at a time.
///
/// A file is cut where a row seems to begin. Whether one does is known when the part before has been read: if
/// that one ends elsewhere – a line break between quotation marks looked like the end of a row – the part is
/// read again from its true beginning. So neither the parts nor the number of jobs ever show in what is read.
///
/// - Parameter partSize: about how many bytes are read at a time.
func readObservations(
    _ files: [SourceTree.File], jobs: Int, context: ReadingContext, partSize: Int = 4 << 20, seen: inout SeenIDs,
    diagnostics: inout [Diagnostic]
) async -> Observations {
    let tables = files.map { CSVTable<ObservationColumn>(bytes: $0.bytes, path: $0.path, context: context) }
    let work = tables.indices.flatMap { file in
        let table = tables[file]
        return CSVScanner.parts(of: table.bytes, from: table.body, width: table.writtenWidth, size: partSize)
            .map { (file: file, range: $0) }
    }
    let parts = await work.parallelMap(jobs: jobs, chunkSize: 1) { part in
        ObservationPart(part.range, of: tables[part.file], file: part.file, checksEncoding: true)
    }
    var (rows, texts, rest): ([ObservationRow], ObservationTexts, ArraySlice) = ([], ObservationTexts(), parts[...])
    rows.reserveCapacity(parts.reduce(0) { $0 + $1.rows.count })
    for (file, table) in tables.enumerated() {
        let own = rest.prefix { $0.file == file }
        rest = rest.dropFirst(own.count)
        guard own.allSatisfy(\.isUTF8), !seemsUTF16(table.bytes) else {
            _ = checkEncoding(table.bytes, path: table.path, diagnostics: &diagnostics)
            seen.markUnreadable(.observation)
            continue
        }
        diagnostics += table.diagnostics
        if table.isUnreadable { seen.markUnreadable(.observation) }
        diagnostics += own.flatMap(\.unwanted).map {
            .unwanted($0.scalar, $0.kind, at: SourceSpan(path: table.path, range: $0.range))
        }
        var position = table.body
        for part in own {
            let part =
                part.range.lowerBound == position
                ? part : ObservationPart(position..<max(position, part.range.upperBound), of: table, file: file)
            position = part.end
            diagnostics += part.diagnostics
            for name in part.rejectedNames { seen.insert(name, as: .observation) }
            texts.merge(part, into: &rows)
        }
    }
    let prints = await texts.prints.values.parallelMap(jobs: jobs) {
        let read = PrintedFigure.reading($0)
        return ObservationTable.Print(text: $0, figure: read?.figure, isUnitKnown: read?.isUnitKnown ?? true)
    }
    return Observations(rows: rows, table: ObservationTable(files: tables, texts: texts, prints: prints))
}

/// The rows that begin in a part of a file, with the texts that their numbers stand for.
private struct ObservationPart: Sendable {
    let file: Int
    let range: Range<Int>
    /// Where the first row behind the part begins.
    let end: Int
    let isUTF8: Bool
    /// What no text has, if that was asked for; in the first part of a file, its header as well.
    let unwanted: [UnwantedCharacter]
    private(set) var rows: [ObservationRow] = []
    private(set) var texts = ObservationTexts()
    let diagnostics: [Diagnostic]
    let rejectedNames: [String]

    init(_ range: Range<Int>, of table: CSVTable<ObservationColumn>, file: Int, checksEncoding: Bool = false) {
        (self.file, self.range) = (file, range)
        let bytes = range.lowerBound == table.body ? 0..<range.upperBound : range
        isUTF8 = !checksEncoding || firstInvalidByte(table.bytes, in: bytes) == nil
        unwanted = checksEncoding && isUTF8 ? unwantedCharacters(table.bytes, in: bytes) : []
        var row = CSVRow(of: table, from: range.lowerBound)
        while row.advance(before: range.upperBound) {
            row.checkCells()
            if let kept = row.observation(file: file, texts: &texts) { rows.append(kept) }
        }
        end = row.nextStart()
        diagnostics = row.problems
        rejectedNames = row.rejectedNames
    }
}

extension CSVRow<ObservationColumn> {
    /// What is kept of the row; nil without an id. What is wrong with its cells is reported, and they are left
    /// out, so that the rest of the row is checked in the same run.
    fileprivate mutating func observation(file: Int, texts: inout ObservationTexts) -> ObservationRow? {
        let id = field(.id)?.content ?? start..<start
        if let (text, span) = text(.id), !isValidID(text) {
            diagnostics.append(Diagnostic(.invalidID(text), at: span, hint: .charactersOfIDs))
        }
        let citation = Citation(
            source: number(.source, among: &texts.sources) { $0.text(.source)?.value },
            locator: number(.locator, among: &texts.locators) { $0.text(.locator)?.value },
            speaker: number(.speaker, among: &texts.speakers) { $0.text(.speaker)?.value })
        let qualifier = number(.qualifier, among: &texts.qualifiers) { $0.word(.qualifier, as: Qualifier.self) }
        let role = number(.role, among: &texts.roles) { $0.word(.role, as: ObservationRole.self) }
        let flags = number(.flags, among: &texts.flags) { row in
            let before = row.diagnostics.count
            let flags = row.words(.flags, as: Caution.self)
            return row.diagnostics.count == before ? flags : nil
        }
        let cautions = flags.map { texts.flags.values[Int($0)] } ?? []
        checkPresence(cautions)
        let row = ObservationRow(
            start: start, file: Int32(file),
            idHash: UInt32(truncatingIfNeeded: textHash(table.bytes.span.extracting(id))),
            idOffset: Int32(clamping: id.lowerBound - start), idLength: Int32(clamping: id.count),
            metric: number(.metric, among: &texts.metrics) { $0.text(.metric)?.value },
            place: number(.place, among: &texts.places) { $0.text(.place)?.value },
            citation: texts.number(of: citation),
            period: number(.period, among: &texts.periods) { $0.period(.period) },
            printed: number(.printed, among: &texts.prints) { $0.text(.printed)?.value },
            value: decimal(.value), lower: decimal(.lower), upper: decimal(.upper), baseline: decimal(.baseline),
            target: decimal(.target), qualifier: qualifier.map { texts.qualifiers.values[Int($0)] },
            role: role.map { texts.roles.values[Int($0)] } ?? .action,
            isSuperseded: cautions.contains(.superseded),
            isKeptApart: cautions.keepApart)
        return id.isEmpty ? nil : row
    }

    /// A row has a figure, or says why it has none.
    private mutating func checkPresence(_ flags: [Caution]) {
        let figure = field(.printed) ?? field(.value)
        let reason = flags.first(where: \.isWithoutFigure)
        if figure == nil, reason == nil {
            diagnostics.append(Diagnostic(.rowWithoutFigure, at: span, hint: .writePrinted))
        } else if figure != nil, let reason {
            let flags = text(.flags)?.span ?? span
            diagnostics.append(Diagnostic(.figureFlaggedAsMissing(reason.rawValue), at: flags, hint: .removeFlag))
        }
    }
}

extension ObservationTexts {
    /// Takes over the texts of a part, and adds its rows with the numbers that the texts have here.
    fileprivate mutating func merge(_ part: ObservationPart, into rows: inout [ObservationRow]) {
        let metrics = self.metrics.merge(part.texts.metrics)
        let places = self.places.merge(part.texts.places)
        let periods = self.periods.merge(part.texts.periods)
        let prints = self.prints.merge(part.texts.prints)
        let sources = self.sources.merge(part.texts.sources)
        let locators = self.locators.merge(part.texts.locators)
        let speakers = self.speakers.merge(part.texts.speakers)
        let citations = part.texts.citations.values.map { citation in
            number(
                of: Citation(
                    source: citation.source.map { sources[Int($0)] },
                    locator: citation.locator.map { locators[Int($0)] },
                    speaker: citation.speaker.map { speakers[Int($0)] }))
        }
        for var row in part.rows {
            row.metric = row.metric.map { metrics[Int($0)] }
            row.place = row.place.map { places[Int($0)] }
            row.period = row.period.map { periods[Int($0)] }
            row.printed = row.printed.map { prints[Int($0)] }
            row.citation = citations[Int(row.citation)]
            rows.append(row)
        }
    }
}
