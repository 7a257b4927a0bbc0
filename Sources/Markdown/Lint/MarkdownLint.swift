import CCmark
import Diagnostics
import Text

/// Finds what was meant as Markdown and is printed as it stands: `##标题`, `-项`, `｜甲｜`, `[附件]（a.pdf）`, asterisks that bind
/// nothing, cells that a table drops, addresses that end at Chinese.
enum MarkdownLint {
    static func problems(
        in parsed: borrowing ParsedText, source: SourceLines, isField: Bool
    ) -> [Diagnostic] {
        var problems = parsed.layout.lostCells.map { lost in
            Diagnostic(
                .lostCells(cells: lost.cells, columns: lost.columns), at: source.span(lost.range), hint: .escapePipes)
        }
        problems += indentedTexts(in: parsed.tree.root, source, leadingLines: parsed.layout.leadingLines)
        let leadingLines = parsed.layout.leadingLines
        parsed.forEachLeaf(in: source) { node, range in
            problems += unboundAsterisks(in: node, range, source) + cutAddresses(in: range, source)
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

    /// Runs of two and more asterisks that libcmark left as text. A single one may be a sign of multiplication.
    private static func unboundAsterisks(
        in leaf: CMarkNode, _ range: Range<Int>, _ source: SourceLines
    ) -> [Diagnostic] {
        guard source.bytes[range].holds("**") else { return [] }
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
                literal.contains(Run(before: $0, count: place.count, after: $1))
            }
        }.map { Diagnostic(.asterisksAreText, at: source.span($0), hint: .moveAsterisks) }
    }

    /// Asterisks that the tree has as text, with the characters beside them.
    private struct Run: Hashable {
        var before: Unicode.Scalar?
        var count: Int
        var after: Unicode.Scalar?

        static func all(in text: UnsafeBufferPointer<UInt8>) -> [Run] {
            guard text.contains(UInt8(ascii: "*")) else { return [] }
            var runs: [Run] = []
            var (before, count) = (Unicode.Scalar?.none, 0)
            func add(_ after: Unicode.Scalar?) {
                if count > 1 { runs.append(Run(before: before, count: count, after: after)) }
            }
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                guard scalar != "*" else {
                    count += 1
                    continue
                }
                add(scalar)
                (before, count) = (scalar, 0)
            }
            add(nil)
            return runs
        }
    }

    private static func runs(in range: Range<Int>, _ source: SourceLines) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var scanner = InlineScanner(source.bytes, range)
        while let token = scanner.next() {
            guard case .character(let index) = token, source.bytes[index] == UInt8(ascii: "*") else { continue }
            if let last = runs.last, last.upperBound == index {
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
