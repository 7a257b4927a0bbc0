import Diagnostics
import Text
import Yams

/// A YAML text cut out of a file, able to say where in the file each node stands.
package struct YAMLSource: Sendable {
    let path: String
    /// Where the text begins in the file, in bytes.
    let offset: Int
    let text: SourceText

    package init(path: String, bytes: [UInt8], offset: Int) {
        self.path = path
        self.offset = offset
        // libyaml ends lines at the Unicode separators too, and counts them in its marks.
        self.text = SourceText(bytes, breaksAtUnicodeSeparators: true)
    }

    /// The root of the document, or nil after telling what is wrong. An empty text is an empty mapping.
    package func compose(diagnostics: inout [Diagnostic]) -> Node? {
        if let place = placeNestedTooDeeply() {
            diagnostics.append(
                Diagnostic(
                    .nestedTooDeeply(Limits.yamlLevels), at: span(place..<place + 1), hint: .levelsOfRecords))
            return nil
        }
        if let place = placeOfManyAliases() {
            diagnostics.append(anchorDiagnostic(at: span(place..<place + 1)))
            return nil
        }
        do {
            // Values are read as their fields ask for them, so no tag needs resolving; the default resolver would try
            // regular expressions on every key.
            let parser = try Parser(
                yaml: String(decoding: text.bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
            let node = try parser.singleRoot() ?? Node([(Node, Node)]())
            // Nodes hold their anchors weakly; only the parser keeps them.
            if let anchored = withExtendedLifetime(parser, { Self.firstAnchor(in: node) }) {
                diagnostics.append(anchorDiagnostic(at: span(of: anchored)))
                return nil
            }
            return node
        } catch let error as YamlError {
            // The gate has named each character that no text has, and they are what the parser stumbles over.
            if !unwantedCharacters(text.bytes, limit: 1).isEmpty { return nil }
            diagnostics.append(diagnostic(for: error))
        } catch {
            diagnostics.append(Diagnostic(.invalidYAML("\(error)"), at: span(0..<0)))
        }
        return nil
    }

    /// The bytes of a node: the whole of a scalar with its quotation marks, the first line of a
    /// collection.
    package func span(of node: Node) -> SourceSpan {
        guard let mark = node.mark else { return span(0..<0) }
        let start = text.offset(line: mark.line, column: mark.column)
        // Looked for only where it is needed: thousands of nodes may stand on one line.
        func lineEnd() -> Int { endOfLine(mark.line, from: start) }
        guard case .scalar(let scalar) = node, start < text.bytes.count else { return span(start..<lineEnd()) }
        switch text.bytes[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return span(start..<endOfQuoted(from: start))
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return span(start..<lineEnd())
        default:
            let length = scalar.string.utf8.count
            let isVerbatim = text.bytes[start...].starts(with: scalar.string.utf8)
            return span(start..<(isVerbatim ? start + length : lineEnd()))
        }
    }

    /// Where in the file the text of a scalar begins, if it stands there letter by letter; nil if it was
    /// folded or escaped, so that places in the text are not places in the file.
    func verbatimOffset(of value: String, in span: SourceSpan) -> Int? {
        var start = span.range.lowerBound - offset
        guard start < text.bytes.count else { return nil }
        if text.bytes[start] == UInt8(ascii: "\"") || text.bytes[start] == UInt8(ascii: "'") { start += 1 }
        return text.bytes[start...].starts(with: value.utf8) ? start + offset : nil
    }

    /// What stands behind a text on its line and reads as a part of it, `一站式 #便民`, but is a comment to YAML. Comments that are
    /// meant as such have a space behind the sign.
    func comment(behind span: SourceSpan) -> SourceSpan? {
        let end = span.range.upperBound - offset
        guard end < text.bytes.count, text.bytes[end] == UInt8(ascii: " ") else { return nil }
        let rest = text.bytes[end..<endOfLine(from: end)].drop { $0 == UInt8(ascii: " ") }
        guard rest.first == UInt8(ascii: "#"), let second = rest.dropFirst().first, second >= 0x80 else { return nil }
        return self.span(rest.startIndex..<rest.endIndex)
    }

    /// The place where a missing key would be added: the start of the mapping.
    func startSpan(of node: Node) -> SourceSpan {
        let start = span(of: node).range.lowerBound
        return SourceSpan(path: path, range: start..<start)
    }

    private func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(path: path, range: range.lowerBound + offset..<range.upperBound + offset)
    }

    /// The end of a line that is known by its number, without the spaces before it.
    private func endOfLine(_ line: Int, from start: Int) -> Int {
        var end = max(start, text.lineEnd(line))
        while end > start, text.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return end
    }

    private func endOfLine(from start: Int) -> Int {
        var end = start
        while end < text.bytes.count, text.bytes[end] != UInt8(ascii: "\n"), text.bytes[end] != UInt8(ascii: "\r") {
            end += 1
        }
        while end > start, text.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return end
    }

    private func endOfQuoted(from start: Int) -> Int {
        let quote = text.bytes[start]
        var index = start + 1
        while index < text.bytes.count {
            if text.bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 2
                continue
            }
            if text.bytes[index] == quote {
                // A doubled single quote stands for one and does not end the text.
                guard quote == UInt8(ascii: "'"), index + 1 < text.bytes.count, text.bytes[index + 1] == quote else {
                    return index + 1
                }
                index += 1
            }
            index += 1
        }
        return text.bytes.count
    }

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
                    $0 < 0x80 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "#")
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
        case UInt8(ascii: "["), UInt8(ascii: "{"): return false
        default: return value.firstRange(of: ": ".utf8) != nil
        }
    }

    private func diagnostic(for error: YamlError) -> Diagnostic {
        func report(_ problem: String, _ mark: Mark?) -> Diagnostic {
            if let found = keyWithoutColon() ?? textWithoutQuotes() { return found }
            let start = mark.map { text.offset(line: $0.line, column: $0.column) } ?? 0
            return Diagnostic(
                .invalidYAML(Foreign(problem)), at: span(start..<min(start + 1, max(start, text.bytes.count))))
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return report(problem, mark)
        case .reader(let problem, let offset, _, _):
            let start = min(offset ?? 0, text.bytes.count)
            return Diagnostic(.invalidYAML(Foreign(problem)), at: span(start..<min(start + 1, text.bytes.count)))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.sorted().first ?? ""
            let range = secondOccurrence(ofKey: key, after: context.mark)
            return Diagnostic(.duplicateKey(key), at: span(range), hint: .removeOrRenameOne)
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

    /// An upper bound of the nesting, found without building anything: brackets that are open, and
    /// columns of indentation. libyaml and Yams recurse once a level.
    private func placeNestedTooDeeply() -> Int? {
        var brackets = 0
        var indentation = 0
        var isIndenting = true
        var startsToken = true
        var index = 0
        let bytes = text.bytes
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\n"):
                indentation = 0
                isIndenting = true
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"):
                if isIndenting { indentation += 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                // Brackets in quoted texts open nothing.
                if startsToken { index = max(index, endOfQuoted(from: index) - 1) }
                isIndenting = false
            case UInt8(ascii: "#") where startsToken: index = max(index, endOfLine(from: index) - 1)
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets += 1
                isIndenting = false
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                brackets = max(0, brackets - 1)
                isIndenting = false
            default: isIndenting = false
            }
            if brackets > Limits.yamlLevels || (isIndenting && indentation > 4 * Limits.yamlLevels) { return index }
            startsToken = Self.opensToken(byte)
            index += 1
        }
        return nil
    }

    private static func opensToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "["), UInt8(ascii: "{"),
            UInt8(ascii: ","):
            true
        default: false
        }
    }

    /// The first anchor of a text with very many aliases. Such a text is refused before it is composed,
    /// because Yams hashes keys, and a key that is an alias bomb would take for ever to hash.
    private func placeOfManyAliases() -> Int? {
        var anchor: Int?
        var aliases = 0
        // The last byte that is not white space says whether a token can begin; a line may begin with one.
        var last = UInt8(ascii: "\n")
        var isSpaced = true
        for (index, byte) in text.bytes.enumerated() {
            let startsToken = isSpaced ? Self.tokenStarters.contains(last) : Self.brackets.contains(last)
            if startsToken, byte == UInt8(ascii: "&"), anchor == nil { anchor = index }
            if startsToken, byte == UInt8(ascii: "*"), anchor != nil { aliases += 1 }
            isSpaced = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
            if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { last = byte }
        }
        return aliases > Limits.yamlAliases ? anchor : nil
    }

    private static let brackets = Array("[{,".utf8)
    private static let tokenStarters = Array("[{,:-?\n".utf8)

    private func anchorDiagnostic(at span: SourceSpan) -> Diagnostic {
        Diagnostic(.yamlAnchor, at: span, hint: .writeValueOut)
    }

    /// The first anchored node in document order. An alias can only follow its anchor, so the walk ends
    /// before it meets the first one, however often they multiply.
    private static func firstAnchor(in node: Node) -> Node? {
        switch node {
        case .scalar(let scalar): return scalar.anchor == nil ? nil : node
        case .alias: return node
        case .sequence(let sequence):
            if sequence.anchor != nil { return node }
            for child in sequence { if let found = firstAnchor(in: child) { return found } }
        case .mapping(let mapping):
            if mapping.anchor != nil { return node }
            for (key, value) in mapping {
                if let found = firstAnchor(in: key) ?? firstAnchor(in: value) { return found }
            }
        }
        return nil
    }
}
