import CCmark
import Diagnostics
import Text

/// Finds what was meant as Markdown and is printed as it stands: `##标题`, `-项`, `｜甲｜`, `[附件]（a.pdf）`, asterisks that bind
/// nothing, cells that a table drops or that a bar in code cuts, addresses that end at Chinese.
enum MarkdownLint {
    static func problems(
        in parsed: borrowing ParsedText, source: SourceLines, isField: Bool
    ) -> [Diagnostic] {
        var problems = parsed.layout.lostCells.map { lost in
            Diagnostic(
                .lostCells(cells: lost.cells, columns: lost.columns), at: source.span(lost.range), hint: .escapePipes)
        }
        problems += parsed.layout.cutCells.map { Diagnostic(.cutCell, at: source.span($0), hint: .escapeBar) }
        problems += indentedTexts(in: parsed.tree.root, source, leadingLines: parsed.layout.leadingLines)
        let leadingLines = parsed.layout.leadingLines
        parsed.forEachLeaf(in: source) { node, range in
            problems += unboundMarks(in: node, range, source) + cutAddresses(in: range, source)
            guard node.type == CMARK_NODE_PARAGRAPH else { return }
            let isBlockQuoted = node.isInQuotation
            var isQuoted = isBlockQuoted
            var start = source.content(node.startLine - leadingLines).lowerBound + max(node.startColumn - 1, 0)
            while start < range.upperBound {
                let end = source.bytes[start..<range.upperBound].firstIndex(where: \.isLineEnd) ?? range.upperBound
                let line = AlmostMarkup(source: source, line: source.trimmed(start..<end), paragraph: range)
                // What somebody else wrote is told and left to the editor.
                problems += line.problems(isField: isField).map { isQuoted ? $0.withoutFix : $0 }
                if !isBlockQuoted, let isOpen = source.bytes[line.line].leavesQuotationOpen { isQuoted = isOpen }
                start = source.bytes[end..<range.upperBound].firstIndex { !$0.isLineEnd } ?? range.upperBound
            }
        }
        return problems
    }

    /// Paragraphs in Chinese that are code because of four spaces before them.
    private static func indentedTexts(
        in root: CMarkNode, _ source: SourceLines, leadingLines: Int
    ) -> [Diagnostic] {
        guard source.bytes.holds("    ") || source.bytes.contains(0x09) else { return [] }
        var problems: [Diagnostic] = []
        var walk = CMarkWalk(root)
        while let (node, entering) = walk.next() {
            guard entering, node.type == CMARK_NODE_CODE_BLOCK else { continue }
            let line = source.trimmed(node.startLine - leadingLines)
            let text = source.bytes[line].drop { $0 == UInt8(ascii: ">") || $0.isSpaceOrTab }
            guard let first = text.first, (0xE3...0xE9).contains(first) || first == 0xEF else { continue }
            problems.append(Diagnostic(.indentedText, at: source.span(line), hint: .removeIndentation))
        }
        return problems
    }

    /// Runs of two and more asterisks that libcmark left as text: a single one may be a sign of multiplication. And two
    /// underscores beside Chinese, which bind to spaces alone.
    private static func unboundMarks(
        in leaf: CMarkNode, _ range: Range<Int>, _ source: SourceLines
    ) -> [Diagnostic] {
        guard source.bytes[range].holds("**") || source.bytes[range].holds("__") else { return [] }
        var walk = CMarkWalk(leaf)
        var literal: Set<Run> = []
        while let (node, entering) = walk.next() {
            guard entering, node.type == CMARK_NODE_TEXT else { continue }
            literal.formUnion(Run.all(in: node.literal))
        }
        guard !literal.isEmpty else { return [] }
        return runs(in: range, source).filter { place in
            let before = source.bytes[..<place.lowerBound].lastScalar
            let after = source.bytes[place.upperBound...].firstScalar
            // At the end of a text of the tree something else stands, whatever it is.
            return [(before, after), (nil, after), (before, nil), (nil, nil)].contains {
                literal.contains(Run(before: $0, marks: source.bytes[place], after: $1))
            }
        }.map { place in
            source.bytes[place].first == UInt8(ascii: "*")
                ? Diagnostic(.asterisksAreText, at: source.span(place), hint: .moveAsterisks)
                : Diagnostic(.underscoresAreText, at: source.span(place), hint: .useAsterisks)
        }
    }

    /// Marks of emphasis that the tree has as text, with the characters beside them.
    private struct Run: Hashable {
        var before: Unicode.Scalar?
        var marks: ArraySlice<UInt8>
        var after: Unicode.Scalar?

        /// Whether the text was meant to stand out.
        private var isTold: Bool {
            marks.first == UInt8(ascii: "*")
                ? marks.count > 1 : marks.count == 2 && (before?.isWide == true || after?.isWide == true)
        }

        static func all(in text: UnsafeBufferPointer<UInt8>) -> [Run] {
            guard text.contains(where: isMark) else { return [] }
            let bytes = Array(text)
            var runs: [Run] = []
            var start = 0
            while let first = bytes[start...].firstIndex(where: isMark) {
                start = bytes[first...].firstIndex { $0 != bytes[first] } ?? bytes.count
                let run = Run(
                    before: bytes[..<first].lastScalar, marks: bytes[first..<start], after: bytes[start...].firstScalar)
                if run.isTold { runs.append(run) }
            }
            return runs
        }
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") }

    private static func runs(in range: Range<Int>, _ source: SourceLines) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var scanner = InlineScanner(source.bytes, range)
        while let token = scanner.next() {
            guard case .character(let index) = token, isMark(source.bytes[index]) else { continue }
            if let last = runs.last, last.upperBound == index, source.bytes[last.lowerBound] == source.bytes[index] {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs.filter { $0.count > 1 }
    }
}

extension CMarkNode {
    fileprivate var isInQuotation: Bool {
        sequence(first: self, next: \.parent).contains { $0.type == CMARK_NODE_BLOCK_QUOTE }
    }
}

extension ArraySlice<UInt8> {
    /// Whether what somebody said goes on in the next line; nil if none begins or ends here.
    fileprivate var leavesQuotationOpen: Bool? {
        guard holds("“") || holds("”") else { return nil }
        return String(decoding: self, as: UTF8.self).last { $0 == "“" || $0 == "”" } == "“"
    }
}
