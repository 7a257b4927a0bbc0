import Diagnostics
import Text
import Yams

/// What is wrong with a text that is no YAML, told by its cause where that can be seen.
extension YAMLSource {
    /// A line such as `status：draft` or `status:draft`, which YAML takes for a text that goes on, so that it
    /// complains about some line further down.
    private func keyWithoutColon() -> Diagnostic? {
        let fullWidth = Array("：".utf8)
        var start = 0
        while start < text.bytes.count {
            let end = text.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.bytes.count
            defer { start = end + 1 }
            let keyStart =
                text.bytes[start..<end].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") } ?? end
            let keyEnd =
                text.bytes[keyStart..<end].firstIndex { byte in
                    !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) && byte != UInt8(ascii: "-")
                } ?? end
            guard keyEnd > keyStart, keyEnd < end else { continue }
            let key = String(decoding: text.bytes[keyStart..<keyEnd], as: UTF8.self)
            if text.bytes[keyEnd..<end].starts(with: fullWidth) {
                return Diagnostic(
                    .fullWidthColon(key), at: span(keyEnd..<keyEnd + fullWidth.count),
                    hint: .writeHalfWidthColon(key))
            }
            let sign = text.bytes[keyEnd..<end].drop { $0 == UInt8(ascii: " ") }
            if keyEnd - keyStart > 1, sign.first == UInt8(ascii: "=") || sign.starts(with: "＝".utf8) {
                return Diagnostic(
                    .equalsSign(key), at: span(sign.startIndex..<sign.startIndex + (sign.first == 0xEF ? 3 : 1)),
                    hint: .writeHalfWidthColon(key))
            }
            if text.bytes[keyEnd] == UInt8(ascii: ":"), keyEnd + 1 < end,
                ![UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "/")].contains(text.bytes[keyEnd + 1])
            {
                return Diagnostic(
                    .noSpaceAfterColon(key), at: span(keyEnd..<keyEnd + 1), hint: .writeSpaceAfterColon(key))
            }
        }
        return nil
    }

    /// A line such as `title: 做法: 三格` or `title: @三格`, whose text has to stand between quotation marks.
    private func textWithoutQuotes() -> Diagnostic? {
        for (number, start) in text.lineStarts.enumerated() {
            let line = start..<text.lineEnd(number + 1)
            guard let colon = text.bytes[line].firstIndex(of: UInt8(ascii: ":")), colon + 2 < line.upperBound,
                text.bytes[colon + 1] == UInt8(ascii: " "),
                text.bytes[line.lowerBound..<colon].allSatisfy({
                    // In braces a colon ends the key of an entry, and the rest of the line is none of its text.
                    $0 < 0x80 && !"\"#{[".utf8.contains($0)
                })
            else { continue }
            let value = text.bytes[(colon + 1)..<line.upperBound].drop { $0 == UInt8(ascii: " ") }
            guard Self.needsQuotes(value) else { continue }
            return Diagnostic(.textNeedsQuotes, at: span(value.startIndex..<value.endIndex), hint: .quoteText)
        }
        return nil
    }

    /// Whether YAML takes a text of one line for something else.
    private static func needsQuotes(_ value: ArraySlice<UInt8>) -> Bool {
        guard let first = value.first else { return false }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard let end = value.dropFirst().firstIndex(of: first) else { return false }
            let rest = value[(end + 1)...].drop { $0 == UInt8(ascii: " ") }
            return rest.first.map { $0 != UInt8(ascii: "#") && $0 != first && $0 != UInt8(ascii: ":") } ?? false
        case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"): return true
        case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"):
            return value.dropFirst().contains { $0 >= 0x80 }
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            // `[转载]甲`; a list may be followed by a comment.
            guard let end = value.lastIndex(of: first + 2) else { return false }
            let rest = value[(end + 1)...].drop { $0 == UInt8(ascii: " ") }
            return rest.first.map { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: ",") } ?? false
        default: return value.holds(": ")
        }
    }

    /// A tab before the first sign of a line.
    private func tab(inLine number: Int) -> Diagnostic? {
        guard text.lineStarts.indices.contains(number - 1) else { return nil }
        let line = text.bytes[text.lineStarts[number - 1]..<text.lineEnd(number)]
        let space = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard let tab = space.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
        return Diagnostic(.tabBeforeText, at: span(tab..<tab + 1), hint: .writeSpaces)
    }

    /// `#便民` in the middle of a text.
    private func comment(inLine number: Int) -> SourceSpan? {
        guard text.lineStarts.indices.contains(number - 1) else { return nil }
        let start = text.lineStarts[number - 1]
        guard let space = text.bytes.position(of: " #", from: start), space < text.lineEnd(number) else { return nil }
        return comment(behind: span(start..<space))
    }

    /// A line that stands neither under its neighbours nor as a part of one: ` kind: problem` under `title: 甲`, ` - 丙` under
    /// `  - 乙`.
    private func indentation(ofLine number: Int) -> Diagnostic? {
        guard text.lineStarts.indices.contains(number - 1) else { return nil }
        var levels: [Int] = []
        var holdsText = false
        for line in 1...number {
            let (start, end) = (text.lineStarts[line - 1], text.lineEnd(line))
            let rest = text.bytes[start..<max(start, end)].drop { $0 == UInt8(ascii: " ") }
            guard let first = rest.first, first != UInt8(ascii: "#") else { continue }
            let indent = rest.startIndex - start
            let isItem = rest.starts(with: "- ".utf8)
            let key = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-") }
            let isKey = !isItem && !key.isEmpty && rest[key.endIndex...].first == UInt8(ascii: ":")
            if line == number, isItem || isKey, !levels.contains(indent),
                indent < levels.last ?? 0 || holdsText && isKey
            {
                return Diagnostic(
                    .unevenIndentation, at: span(start..<max(rest.startIndex, start + 1)), hint: .alignWithNeighbours)
            }
            levels.removeAll { $0 > indent }
            if levels.last != indent { levels.append(indent) }
            if isItem { levels.append(indent + 2) }
            holdsText = isKey && rest[key.endIndex...].dropFirst().contains { $0 > UInt8(ascii: " ") }
        }
        return nil
    }

    func diagnostic(for error: YamlError) -> Diagnostic {
        func report(_ problem: String, _ mark: Mark?) -> Diagnostic {
            if let found = mark.flatMap({ tab(inLine: $0.line) }) ?? keyWithoutColon() ?? textWithoutQuotes()
                ?? mark.flatMap({ indentation(ofLine: $0.line) })
            {
                return found
            }
            let start = mark.map { text.offset(line: $0.line, column: $0.column) } ?? 0
            // A line of Chinese has no key: it goes on with the text before, unless a comment has ended that.
            let goesOn = text.bytes[start...].first ?? 0 >= 0xE3
            if goesOn, let line = mark?.line, let comment = comment(inLine: line - 1) {
                return Diagnostic(.textNeedsQuotes, at: comment, hint: .quoteText)
            }
            return Diagnostic(
                .invalidYAML(Foreign(problem)), at: span(start..<min(start + 1, max(start, text.bytes.count))),
                hint: goesOn && problem.hasPrefix("could not find expected ':'") ? .indentText : nil)
        }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // A key without a colon and a quotation that is not closed are noticed further down than they begin.
            let begun = context.flatMap {
                ["simple key", "quoted scalar"].contains(where: $0.text.contains) ? $0.mark : nil
            }
            return report(problem, begun ?? mark)
        case .reader(let problem, let offset, _, _):
            let start = min(offset ?? 0, text.bytes.count)
            return Diagnostic(.invalidYAML(Foreign(problem)), at: span(start..<min(start + 1, text.bytes.count)))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.sorted().first ?? ""
            let range = secondOccurrence(ofKey: key, after: context.mark)
            let first = text.offset(line: context.mark.line, column: context.mark.column)
            return Diagnostic(
                .duplicateKey(key), at: span(range), hint: .removeOrRenameOne,
                notes: range.lowerBound == first ? [] : [.firstIsHere(at: span(first..<first + key.utf8.count))])
        default: return report("\(error)", nil)
        }
    }

    /// Yams names a duplicate key and the place of the first; the second is the next line of the same
    /// mapping that begins with it. In a mapping between braces the first has to do.
    private func secondOccurrence(ofKey key: String, after mark: Mark) -> Range<Int> {
        let first = text.offset(line: mark.line, column: mark.column)
        for line in (mark.line + 1)..<(max(mark.line, text.lineStarts.count) + 1) {
            let content = text.line(line)
            let indent = content.utf8.prefix { $0 == UInt8(ascii: " ") }.count
            guard indent < content.utf8.count else { continue }
            if indent < mark.column - 1 { break }
            let rest = content.utf8.dropFirst(indent)
            guard indent == mark.column - 1 else { continue }
            for form in [key, "\"\(key)\"", "'\(key)'"] where rest.starts(with: (form + ":").utf8) {
                let start = text.lineStarts[line - 1] + indent
                return start..<start + form.utf8.count
            }
        }
        return first..<first + key.utf8.count
    }
}
