import Diagnostics
import Markdown
import Text

/// A figure in the text of a record that leads to no row, with what its sentence says of it.
package struct UnlinkedFigure: Sendable, Equatable {
    package var record: RecordName
    package var path: String
    /// Where it stands in its file.
    package var range: Range<Int>
    /// The number of its line, from 1.
    package var line: Int
    package var printed: String
    /// Without links to figures and sources, so that it stays the same while its figures are linked one by one.
    package var sentence: String
    /// The field that it stands in; nil in the text under the fields.
    package var field: String?
    /// The source that says it, as far as the record tells, and the place in it.
    package var source: String?
    package var locator: String?
    /// The plain scalar that it begins, or that a bracket would end: with a link it needs quotation marks.
    let unquoted: Range<Int>?
}

extension SourceTree {
    /// The figures that a check of this library found to lead to no row, in the order of files, and what it says of
    /// those in texts that are folded or escaped, where no link can be put in place.
    package func unlinkedFigures(_ problems: [Diagnostic]) -> (figures: [UnlinkedFigure], others: [Diagnostic]) {
        var (figures, others): ([UnlinkedFigure], [Diagnostic]) = ([], [])
        let loose = Dictionary(grouping: problems.filter { $0.code == .looseFigure }, by: \.span.path)
        for (path, problems) in loose.sorted(by: { $0.key < $1.key }) {
            guard let text = self[path].flatMap(FigureSurroundings.init) else {
                others += problems.sorted()
                continue
            }
            for problem in problems.sorted() {
                let figure: UnlinkedFigure
                do throws(FigureReach.Fault) {
                    guard let found = try text.figure(problem) else {
                        others.append(problem)
                        continue
                    }
                    figure = found
                } catch {
                    let figure = text.string(problem.span.range)
                    others.append(Diagnostic(.looseFigure(figure), at: problem.span, hint: error.hint))
                    continue
                }
                // Of 由80%提高到95% the second is the whole of it.
                if figures.last.map({ $0.path == path && $0.range.overlaps(figure.range) }) == true {
                    figures.removeLast()
                }
                figures.append(figure)
            }
        }
        return (figures, others)
    }

    /// The edits with which each figure becomes a link to its row.
    package func linking(_ figures: [(figure: UnlinkedFigure, id: String)]) -> [TextEdit] {
        let quotes = Dictionary(grouping: figures.map(\.figure), by: \.path).flatMap { path, figures in
            Set(figures.compactMap(\.unquoted)).flatMap { quoting($0, in: path) }
        }
        return quotes
            + figures.map { figure, id in
                TextEdit(path: figure.path, range: figure.range, text: "[\(figure.printed)](obs:\(id))")
            }
    }

    private func quoting(_ range: Range<Int>, in path: String) -> [TextEdit] {
        func edit(_ place: Int, _ text: String) -> TextEdit { TextEdit(path: path, range: place..<place, text: text) }
        let bytes = self[path]?.bytes ?? []
        let escaped = range.filter { [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains(bytes[$0]) }
        // An escaped text holds its other figures no longer letter by letter.
        if !escaped.isEmpty, !bytes[range].contains(UInt8(ascii: "'")) {
            return [edit(range.lowerBound, "'"), edit(range.upperBound, "'")]
        }
        return [edit(range.lowerBound, "\"")] + escaped.map { edit($0, "\\") } + [edit(range.upperBound, "\"")]
    }

    /// The settings with further numbers that are no figures; nil where they cannot be added in place.
    package func allowing(_ numbers: [String]) -> [TextEdit]? {
        guard let file = self[SourceTree.settingsName], let layer = YAMLLayer(whole: file),
            let field = Configuration.knownFields.first(where: { $0.key == "allowed-numbers" })
        else { return nil }
        let settings = YAMLRecord(id: file.path, layers: [0: layer], languages: [""])
        let old = settings.text(of: field, language: 0).split(separator: "\n").map(String.init)
        return settings.edits(of: field, language: 0, to: old + numbers)
    }
}

/// What stands around the figures of a record's file.
private struct FigureSurroundings {
    private let file: SourceTree.File
    private let record: RecordName
    private let text: SourceText
    private let front: FrontMatter
    private let scalars: [YAMLText]
    /// The source of the whole record, if it cites one alone.
    private let source: String?

    init?(_ file: SourceTree.File) {
        var problems: [Diagnostic] = []
        guard let record = RecordName(path: file.path),
            let front = FrontMatter(file.bytes, path: file.path, diagnostics: &problems),
            let layer = YAMLLayer(frontMatterOf: file)
        else { return nil }
        (self.file, self.record, self.front, text) = (file, record, front, SourceText(file.bytes))
        scalars = layer.texts
        let sources = Set(scalars.flatMap(\.locators).map(\.source))
        source = sources.count == 1 ? sources.first : nil
    }

    /// Nil where the figure does not stand in the file letter by letter, or where no link can stand: in code, in blocks and in
    /// other links.
    func figure(_ problem: Diagnostic) throws(FigureReach.Fault) -> UnlinkedFigure? {
        let bare = problem.span.range
        guard Diagnostic(.looseFigure(string(bare)), at: problem.span).message == problem.message else { return nil }
        let scalar = front.yaml.contains(bare.lowerBound) ? scalars.first { $0.range.covers(bare) } : nil
        guard scalar != nil || front.body.contains(bare.lowerBound) else { return nil }
        let line = line(around: bare)
        let whole = scalar.map { $0.range.clamped(to: line) } ?? line
        let part = scalar?.range ?? front.body
        let (before, after) = (whole.lowerBound..<bare.lowerBound, bare.upperBound..<whole.upperBound)
        let reach = FigureReach(string(bare), behind: Self.plain(string(before)), before: string(after)[...])
        if let fault = reach.fault { throw fault }
        let reached = bare.lowerBound - reach.lead.utf8.count..<bare.upperBound + reach.tail.utf8.count
        guard
            let range = [reached, bare].first(where: {
                isLinkable($0, in: part, isInline: scalar != nil)
            })
        else { return nil }
        let locator = scalar.map { $0.locators.first } ?? locator(behind: range.upperBound..<line.upperBound)
        let begins = scalar?.range.lowerBound == range.lowerBound
        return UnlinkedFigure(
            record: record, path: file.path, range: range, line: text.position(of: range.lowerBound).line,
            printed: string(range), sentence: sentence(around: range, in: whole), field: scalar?.field,
            source: locator?.source ?? source, locator: locator?.place,
            unquoted: scalar.flatMap { $0.isPlain && ($0.isInFlow || begins) ? $0.range : nil })
    }

    /// Whether the page would be what it is, but for the link.
    private func isLinkable(_ range: Range<Int>, in part: Range<Int>, isInline: Bool) -> Bool {
        func document(_ bytes: [UInt8]) -> MarkdownDocument {
            var problems: [Diagnostic] = []
            return isInline
                ? MarkdownDocument(parsingInline: bytes, path: "", diagnostics: &problems)
                : MarkdownDocument(parsing: bytes, path: "", diagnostics: &problems)
        }
        // No id has a dot.
        let address = "obs:."
        let before = Array(file.bytes[part.lowerBound..<range.lowerBound])
        let (words, after) = (Array(file.bytes[range]), Array(file.bytes[range.upperBound..<part.upperBound]))
        return document(before + "[".utf8 + words + "](\(address))".utf8 + after)
            .isSame(as: document(before + words + after), butForLinkTo: address)
    }

    private func line(around range: Range<Int>) -> Range<Int> {
        func ends(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
        let start = file.bytes[..<range.lowerBound].lastIndex(where: ends).map { $0 + 1 } ?? 0
        return start..<(file.bytes[range.upperBound...].firstIndex(where: ends) ?? file.bytes.count)
    }

    func string(_ range: Range<Int>) -> String { String(decoding: file.bytes[range], as: UTF8.self) }

    private func sentence(around range: Range<Int>, in whole: Range<Int>) -> String {
        let end = #/[。！？；]|[.!?;] /#
        let before = string(whole.lowerBound..<range.lowerBound)
        let after = string(range.upperBound..<whole.upperBound)
        let start = before.matches(of: end).last?.range.upperBound ?? before.startIndex
        let rest = after.firstMatch(of: end)?.range.upperBound ?? after.endIndex
        let sentence = before[start...] + string(range) + after[..<rest]
        let plain = Self.plain(String(sentence)).replacing(#/\[[^\[\]]*\]\(src:[^)]*\)/#, with: "")
        return String(plain.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// A text with the words of links to figures in place of the links.
    private static func plain(_ text: String) -> Substring {
        text.replacing(#/\[([^\[\]]*)\]\(obs:[^)]*\)/#) { $0.output.1 }[...]
    }

    /// The source that is cited next.
    private func locator(behind rest: Range<Int>) -> Locator? {
        string(rest).firstMatch(of: #/\]\(src:([^)]*)\)/#).flatMap { Locator(String($0.output.1)) }
    }
}

extension FigureReach.Fault {
    /// How the sentence may be written so that a row can hold the figure.
    var hint: Diagnostic.Hint {
        switch self {
        case .hedgedRange: .writeOneBound
        case .sharedFall: .repeatDirection
        case .partOfNumber: .writeOneNumber
        }
    }
}
