import Foundation

/// What is wrong with a file of the catalogue, in the form in which compilers tell it.
struct CatalogueError: Error, Equatable, CustomStringConvertible {
    var path: String
    var line: Int
    var message: String

    var description: String { "\(path):\(line): error: \(message)" }
}

extension Catalogue.Room {
    /// Parses a file of the catalogue, which is Markdown of one fixed shape:
    ///
    ///     # Fields
    ///
    ///     ## unknown-key
    ///
    ///     *error* – A key is not part of this kind of record.
    ///
    ///     A misspelt key would be dropped in silence …
    ///
    ///     Correct the spelling, or remove the key.
    ///
    ///     - message `unknownKey`: unknown key ‘{key}’
    ///     - hint `knownKeys`: known keys are {keys}
    ///
    /// and then examples: files, each in a fence named by its path, and a fence named by a command (`exemplar check`)
    /// with what that prints of this diagnostic. Sentences before the first `##` are shared. A sentence of several
    /// lines has the others indented by two spaces.
    init(parsing text: String, path: String) throws(CatalogueError) {
        var parser = RoomParser(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        self = try parser.room()
    }
}

private struct RoomParser {
    let path: String
    let lines: [Substring]
    var index = 0

    var line: Substring? { index < lines.count ? lines[index] : nil }

    func failure(_ message: String, line: Int? = nil) -> CatalogueError {
        CatalogueError(path: path, line: line ?? index + 1, message: message)
    }

    mutating func room() throws(CatalogueError) -> Catalogue.Room {
        guard let title = line, title.hasPrefix("# ") else { throw failure("the file does not begin with its title") }
        var room = Catalogue.Room(path: path, title: String(title.dropFirst(2)))
        index += 1
        while let line {
            if line.hasPrefix("## ") {
                room.diagnostics.append(try diagnostic(id: String(line.dropFirst(3))))
            } else if line.hasPrefix("- ") {
                room.sentences.append(try sentence())
            } else {
                index += 1
            }
        }
        return room
    }

    private mutating func diagnostic(id: String) throws(CatalogueError) -> Catalogue.Diagnostic {
        let start = index + 1
        index += 1
        let head = try paragraph(of: id)
        let (reason, remedy) = (try paragraph(of: id), try paragraph(of: id))
        let parts = head.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, ["*error*", "*warning*"].contains(parts[0]), parts[1] == "–",
            [".", "。"].contains(parts[2].last)
        else { throw failure("‘\(id)’ begins with ‘*error* – ’ or ‘*warning* – ’ and its title", line: start) }
        var diagnostic = Catalogue.Diagnostic(
            id: id, severity: String(parts[0].dropFirst().dropLast()), title: String(parts[2].dropLast()),
            reason: reason, remedy: remedy, line: start)
        var files: [Catalogue.Example.File] = []
        while let line, !line.hasPrefix("## ") {
            if line.hasPrefix("- ") {
                diagnostic.sentences.append(try sentence())
            } else if line.hasPrefix("```") {
                let (name, content) = try fence()
                if name.hasPrefix("exemplar ") {
                    let arguments = name.split(separator: " ").dropFirst().map(String.init)
                    diagnostic.examples.append(.init(files: files, arguments: arguments, report: content))
                    files = []
                } else {
                    files.append(try file(named: name, content))
                }
            } else if line.isEmpty {
                index += 1
            } else {
                throw failure("‘\(id)’ has three paragraphs: title, reason and remedy")
            }
        }
        return diagnostic
    }

    /// Lines up to the next empty one, joined: with a space, except where Chinese stands at the break.
    private mutating func paragraph(of id: String) throws(CatalogueError) -> String {
        while let line, line.isEmpty { index += 1 }
        var text: [Substring] = []
        while let line, !line.isEmpty, !line.hasPrefix("- "), !line.hasPrefix("#"), !line.hasPrefix("```") {
            text.append(line)
            index += 1
        }
        guard !text.isEmpty else { throw failure("‘\(id)’ has three paragraphs: title, reason and remedy") }
        return text.dropFirst().reduce(into: String(text[0])) { joined, line in
            let isChinese = [joined.last, line.first].contains { ($0?.unicodeScalars.first?.value ?? 0) >= 0x2E80 }
            joined += (isChinese ? "" : " ") + line
        }
    }

    private mutating func sentence() throws(CatalogueError) -> Catalogue.Sentence {
        let line = (line ?? "").dropFirst(2)
        let parts = line.split(separator: "`", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let role = Catalogue.Sentence.Role(rawValue: parts[0].trimmingCharacters(in: [" "])),
            !parts[1].isEmpty, parts[1].allSatisfy({ $0.isASCII && $0.isLetter || $0.isNumber }),
            parts[2].hasPrefix(": "), parts[2].count > 2
        else {
            throw failure("a sentence is written ‘- message `name`: the sentence’, or hint, note, phrase or foreign")
        }
        index += 1
        let start = index
        return .init(
            role: role, name: String(parts[1]), template: parts[2].dropFirst(2) + continuation(), line: start)
    }

    /// The further lines of a sentence, which are indented; an empty one may stand between them.
    private mutating func continuation() -> String {
        var text = ""
        while let line,
            line.hasPrefix("  ") || line.isEmpty && index + 1 < lines.count && lines[index + 1].hasPrefix("  ")
        {
            text += "\n" + line.dropFirst(2)
            index += 1
        }
        return text
    }

    private mutating func fence() throws(CatalogueError) -> (name: String, content: String) {
        let start = index
        let mark = lines[index].prefix { $0 == "`" }
        index += 1
        while let line, line != mark { index += 1 }
        guard line != nil else { throw failure("the fence is not closed", line: start + 1) }
        let content = lines[start + 1..<index].map { $0 + "\n" }.joined()
        index += 1
        return (String(lines[start].dropFirst(mark.count)), content)
    }

    /// A fence named `path hex` holds bytes in hexadecimal digits.
    private func file(named name: String, _ content: String) throws(CatalogueError) -> Catalogue.Example.File {
        guard name.hasSuffix(" hex") else { return .init(path: name, bytes: Array(content.utf8)) }
        let digits = content.split(whereSeparator: \.isWhitespace)
        let bytes = digits.compactMap { UInt8($0, radix: 16) }
        guard bytes.count == digits.count else { throw failure("bytes are pairs of hexadecimal digits") }
        return .init(path: String(name.dropLast(4)), bytes: bytes)
    }
}
