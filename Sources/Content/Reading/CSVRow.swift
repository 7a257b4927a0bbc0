import Diagnostics
import Text

/// The row of a table at which reading stands, read by columns. An empty field counts as not given.
struct CSVRow<Column: CSVColumn> {
    let table: CSVTable<Column>
    private var scanner: CSVScanner
    private(set) var fields: [CSVScanner.Field] = []
    /// What was wrong with the cells read so far, of all rows.
    var diagnostics: [Diagnostic] = []
    private var suggestions = Suggestions()
    /// The first fields of the rows that were passed over for their number of fields.
    private(set) var rejectedNames: [String] = []

    /// Stands before the first row until ``advance(before:)`` is called.
    ///
    /// - Parameter start: where a row begins.
    init(of table: CSVTable<Column>, from start: Int) {
        self.table = table
        scanner = CSVScanner(table.bytes, from: start)
        fields.reserveCapacity(table.width)
    }

    /// What was wrong with the cells and with the way in which the rows are written.
    var problems: [Diagnostic] { scanner.problems(in: table.path) + diagnostics }

    /// Where the row begins.
    var start: Int { fields[0].range.lowerBound }

    /// Where the next row begins; the end of the file after the last.
    mutating func nextStart() -> Int { scanner.nextRow() }

    /// Goes to the next row that has as many fields as the header and begins before `limit`; false if there
    /// is none.
    mutating func advance(before limit: Int = .max) -> Bool {
        while scanner.nextRow() < limit, scanner.readRow(into: &fields) {
            guard fields[fields.count - 1].range.upperBound - start <= Limits.rowBytes else {
                diagnostics.append(
                    Diagnostic(
                        .overLimit(Phrase.rowTooLong(megabytes(Limits.rowBytes))),
                        at: SourceSpan(path: table.path, range: start..<start), hint: .seeLimits))
                continue
            }
            if let problem = cutNumber() {
                rejectedNames.append(scanner.string(fields[0]))
                diagnostics.append(problem)
                continue
            }
            // Spreadsheets write empty cells behind and below a table.
            if fields.count > table.width, fields[table.width...].allSatisfy(\.content.isEmpty) {
                fields.removeSubrange(table.width...)
            }
            if isBlank(fields[0]), fields.allSatisfy(isBlank) { continue }
            if fields.count == table.width { return true }
            // The caret goes under the first field too many, or under the end of a row cut short.
            let isLong = fields.count > table.width
            rejectedNames.append(scanner.string(fields[0]))
            diagnostics.append(
                Diagnostic(
                    .fieldCount(fields: fields.count, columns: table.width),
                    at: isLong ? span(fields[table.width]) : span, hint: isLong ? .quoteCommas : hintForShortRow))
        }
        return false
    }

    /// Whether nothing or only spaces stand in a cell; the ideographic space begins with E3, that without a break with C2.
    private func isBlank(_ field: CSVScanner.Field) -> Bool {
        guard let first = table.bytes[field.content].first else { return true }
        return [0x20, 0x09, 0xC2, 0xE3].contains(first) && trimmed(scanner.string(field)).isEmpty
    }

    private var hintForShortRow: Diagnostic.Hint {
        let semicolons = table.bytes[span.range].count { $0 == UInt8(ascii: ";") }
        // No first column holds a list; elsewhere there are as many semicolons as commas are missing.
        if table.bytes[fields[0].range].contains(UInt8(ascii: ";")) || fields.count + semicolons == table.width {
            return .commasForSemicolons
        }
        return fields.lazy.compactMap { [scanner] in .fullWidthMark(in: scanner.string($0), of: ["，"]) }.first
            ?? .addCommas
    }

    /// Tells what no cell may hold. Once a row, since one is read again for each of the cells that are asked for seldom.
    mutating func checkCells() {
        checkPersonalData()
        checkWording()
    }

    /// Every cell, whatever its column: what a table holds is handed out as open data.
    private mutating func checkPersonalData() {
        // One glance at the row, which nearly all rows do not pass, instead of one at each cell.
        let row = start..<fields[fields.count - 1].range.upperBound
        guard table.context.contacts != nil, PersonalData.mayStand(in: table.bytes[row]) else { return }
        for (place, field) in fields.enumerated() where field.content.count >= 5 && !table.holdsFigure[place] {
            guard field.hasEscapes else {
                table.context.checkPersonalData(
                    table.bytes[field.content], offset: field.content.lowerBound, fallback: span(field),
                    diagnostics: &diagnostics)
                continue
            }
            table.context.checkPersonalData(
                scanner.string(field).utf8, offset: nil, fallback: span(field), diagnostics: &diagnostics)
        }
    }

    private mutating func checkWording() {
        guard let house = table.context.house else { return }
        for field in table.prosePlaces.map({ fields[$0] }) where !field.content.isEmpty {
            let text = field.hasEscapes ? Array(scanner.string(field).utf8) : Array(table.bytes[field.content])
            diagnostics += house.problems(
                in: text, offset: field.hasEscapes ? nil : field.content.lowerBound, fallback: span(field))
        }
    }

    /// The whole row, for problems that no single field has.
    var span: SourceSpan {
        SourceSpan(path: table.path, range: start..<fields[fields.count - 1].range.upperBound)
    }

    private func span(_ field: CSVScanner.Field) -> SourceSpan { SourceSpan(path: table.path, range: field.range) }

    /// A cell as it stands in the file; nil where it is empty or there is no such column.
    func field(_ column: Column, language: Int = 0) -> CSVScanner.Field? {
        guard let place = table.place(of: column, language: language), !fields[place].content.isEmpty else {
            return nil
        }
        return fields[place]
    }

    mutating func text(_ column: Column, language: Int = 0) -> (value: String, span: SourceSpan)? {
        if let field = field(column, language: language) { return (scanner.string(field), span(field)) }
        reportEmpty(column, language: language)
        return nil
    }

    private mutating func reportEmpty(_ column: Column, language: Int) {
        guard language == 0, table.isRequired(column), let place = table.place(of: column, language: 0) else { return }
        diagnostics.append(Diagnostic(.emptyCell(column.name), at: span(fields[place])))
    }

    /// The number of a cell's text among the texts known, which `read` turns into a value when it is new.
    /// Nil where `read` finds no value; what it reports is reported for every such cell.
    mutating func number<Value>(
        _ column: Column, among known: inout KnownTexts<Value>, read: (inout Self) -> Value?
    ) -> Int32? {
        guard let field = field(column), !field.hasEscapes else {
            guard let value = read(&self), let text = text(column)?.value else { return nil }
            return known.insert(value, for: Array(text.utf8).span)
        }
        if let number = known.number(of: table.bytes.span.extracting(field.content)) { return number }
        return read(&self).map { known.insert($0, for: table.bytes.span.extracting(field.content)) }
    }

    mutating func reference(_ column: Column) -> Reference? {
        text(column).map { Reference(id: $0.value, span: $0.span) }
    }

    mutating func localized(_ column: Column) -> Localized<String>? {
        let values = table.context.languages.indices.map { text(column, language: $0)?.value }
        return values.contains { $0 != nil } ? Localized(values) : nil
    }

    mutating func word<Word: Vocabulary>(_ column: Column, as type: Word.Type) -> Word? {
        guard let (text, span) = text(column) else { return nil }
        if let word = Word(rawValue: text) { return word }
        diagnostics.append(notAWord(text, column, Word.self, at: span))
        return nil
    }

    /// Words with semicolons between them.
    mutating func words<Word: Vocabulary>(_ column: Column, as type: Word.Type) -> [Word] {
        guard let (text, span) = text(column) else { return [] }
        var offset = span.range.lowerBound + (table.bytes[span.range.lowerBound] == UInt8(ascii: "\"") ? 1 : 0)
        var words: [Word] = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            if let word = Word(rawValue: String(part)) {
                words.append(word)
            } else {
                let place = SourceSpan(path: span.path, range: offset..<offset + part.utf8.count)
                diagnostics.append(notAWord(String(part), column, Word.self, at: place))
            }
            offset += part.utf8.count + 1
        }
        return words
    }

    /// Thousands of rows may have the same wrong word, or as many different ones: see ``Suggestions``.
    private mutating func notAWord<Word: Vocabulary>(
        _ text: String, _ column: Column, _ type: Word.Type, at span: SourceSpan
    ) -> Diagnostic {
        let hint = suggestions.hint(for: text, in: column.name) { [context = table.context] _ in
            context.terminology().hint(forWord: text, among: type.allCases.map(\.rawValue), of: column.name)
        }
        return Diagnostic(.notAWord(text: text, field: column.name), at: span, hint: hint)
    }

    mutating func integer(_ column: Column) -> Int? {
        guard let (text, span) = text(column) else { return nil }
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) { return number }
        diagnostics.append(Diagnostic(.notAWholeNumber(text), at: span))
        return nil
    }

    mutating func decimal(_ column: Column) -> Double? {
        guard let field = field(column) else {
            reportEmpty(column, language: 0)
            return nil
        }
        if let number = plainNumber(table.bytes.span.extracting(field.content)) { return number }
        diagnostics.append(.notAPlainNumber(scanner.string(field), at: span(field)))
        return nil
    }

    mutating func date(_ column: Column) -> CalendarDate? {
        guard let (text, span) = text(column) else { return nil }
        if let date = CalendarDate(text) { return date }
        let hint = suggestions.hint(for: text, in: column.name) { _ in .dateMeant(by: text) }
        diagnostics.append(Diagnostic(.invalidDate(text), at: span, hint: hint ?? .writeDate))
        return nil
    }

    mutating func period(_ column: Column) -> Period? {
        guard let (text, span) = text(column) else { return nil }
        if let period = Period(text) { return period }
        let hint = suggestions.hint(for: text, in: column.name) { _ in .periodMeant(by: text) }
        diagnostics.append(Diagnostic(.invalidPeriod(text), at: span, hint: hint ?? .writePeriodOrLeaveEmpty))
        return nil
    }
}

/// A number in digits, with one point and one minus sign at most: 327000, -2.5. Nil for anything else, and for what a
/// `Double` would round: what is published is what stands here.
func plainNumber(_ text: Span<UInt8>) -> Double? {
    var (digits, decimals, length) = (0, -1, 0)
    for index in text.indices {
        switch text[index] {
        case let byte where byte >= 0x30 && byte <= 0x39:
            length += 1
            if length <= 15 { digits = digits * 10 + Int(byte - 0x30) }
            if decimals >= 0 { decimals += 1 }
        case UInt8(ascii: ".") where decimals < 0: decimals = 0
        case UInt8(ascii: "-") where index == 0: break
        default: return nil
        }
    }
    guard length > 0 else { return nil }
    // Up to fifteen digits and their power of ten are whole doubles, so one division gives the nearest.
    guard length <= 15 else { return longNumber(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }) }
    let number = Double(digits) / Double(Amount.power(max(decimals, 0)))
    return text[0] == UInt8(ascii: "-") ? -number : number
}

/// A number of more than fifteen digits, if as many come out again and every whole number of its size is a `Double`.
private func longNumber(_ text: String) -> Double? {
    guard let number = Double(text), number.magnitude <= 0x1p53 else { return nil }
    var digits = text.drop { $0 == "-" || $0 == "0" }
    if digits.contains(".") {
        while digits.last == "0" { digits.removeLast() }
        if digits.last == "." { digits.removeLast() }
    }
    return number.magnitude.plainDigits.drop { $0 == "0" } == digits ? number : nil
}

extension Diagnostic {
    /// Tells what is no number from a number that is too long to be kept.
    static func notAPlainNumber(_ text: String, at span: SourceSpan) -> Diagnostic {
        let isLong =
            text.utf8.count > 15 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || "-.".utf8.contains($0) }
        return isLong
            ? Diagnostic(.tooManyDigits(text), at: span, hint: .writeFewerDigits)
            : Diagnostic(.notAPlainNumber(text), at: span, hint: .writeDigits)
    }
}
