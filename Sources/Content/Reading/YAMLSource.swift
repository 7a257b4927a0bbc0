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
        if let place = placeOfEntry(after: Limits.yamlEntries) {
            diagnostics.append(
                Diagnostic(
                    .overLimit(Phrase.tooManyEntries(Limits.yamlEntries)), at: span(place..<place + 1), hint: .seeLimits
                ))
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
    ///
    /// - Parameter text: what stands there, if it may go on in further lines.
    func comment(behind span: SourceSpan, of value: String? = nil) -> SourceSpan? {
        let end = value.flatMap { endOfFolded($0, from: span) } ?? span.range.upperBound - offset
        guard end < text.bytes.count, text.bytes[end] == UInt8(ascii: " ") else { return nil }
        let rest = text.bytes[end..<endOfLine(from: end)].drop { $0 == UInt8(ascii: " ") }
        guard rest.first == UInt8(ascii: "#"), let second = rest.dropFirst().first, second > UInt8(ascii: " ") else {
            return nil
        }
        return self.span(rest.startIndex..<rest.endIndex)
    }

    func beginsWithBracket(_ span: SourceSpan) -> Bool {
        let first = text.bytes[(span.range.lowerBound - offset)...].first
        return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
    }

    /// Where a plain text of several lines ends; nil if it has one.
    private func endOfFolded(_ value: String, from span: SourceSpan) -> Int? {
        guard verbatimOffset(of: value, in: span) == nil else { return nil }
        var place = span.range.lowerBound - offset
        for byte in value.utf8 where byte > UInt8(ascii: " ") {
            place = text.bytes[place...].firstIndex { $0 > UInt8(ascii: " ") } ?? text.bytes.count
            guard place < text.bytes.count, text.bytes[place] == byte else { return nil }
            place += 1
        }
        return place
    }

    /// Whether a text is `-项` on a line of its own, which was meant as an item of a list.
    func isItemWithoutSpace(_ span: SourceSpan) -> Bool {
        let start = span.range.lowerBound - offset
        let rest = text.bytes[start...]
        guard rest.first == UInt8(ascii: "-"), let next = rest.dropFirst().first, (0xE3...0xE9).contains(next) else {
            return false
        }
        let before = text.bytes[..<start].last { $0 != UInt8(ascii: " ") }
        return before == UInt8(ascii: "\n") || before == UInt8(ascii: "\r")
    }

    /// The place where a missing key would be added: the start of the mapping.
    func startSpan(of node: Node) -> SourceSpan {
        let start = span(of: node).range.lowerBound
        return SourceSpan(path: path, range: start..<start)
    }

    func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(path: path, range: range.lowerBound + offset..<range.upperBound + offset)
    }

    /// The end of a line that is known by its number, without the spaces before it.
    private func endOfLine(_ line: Int, from start: Int) -> Int {
        var end = max(start, text.lineEnd(line))
        while end > start, text.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return end
    }

    func endOfLine(from start: Int) -> Int {
        var end = start
        while end < text.bytes.count, text.bytes[end] != UInt8(ascii: "\n"), text.bytes[end] != UInt8(ascii: "\r") {
            end += 1
        }
        while end > start, text.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return end
    }

    func endOfQuoted(from start: Int) -> Int {
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
