import Text

extension DiagnosticWriter {
    /// The layout that compilers use:
    ///
    ///     content/topics/lifts.md:3:7: error: unknown kind ‘problems’ [invalid-value]
    ///       3 | kind: problems
    ///         |       ^~~~~~~~
    ///         = did you mean ‘problem’?
    ///
    /// Nobody reads a hundred thousand of one kind in one file: what is over the limit is counted.
    func text(_ diagnostics: [Diagnostic]) -> String {
        var counts: [Kind: Int] = [:]
        let shown = diagnostics.filter { diagnostic in
            counts[Kind(diagnostic), default: 0] += 1
            return counts[Kind(diagnostic), default: 0] <= Limits.shownProblems
        }
        var output = text(resolve(shown))
        let cut = counts.filter { $0.value > Limits.shownProblems }.sorted { $0.key < $1.key }
        for (kind, count) in cut {
            let rest = Phrase.moreProblems(path: kind.path.printable, count: count - Limits.shownProblems)
            output += "\(rest.text(in: language)) [\(kind.code.rawValue)]\n"
        }
        return output
    }

    /// All of them, however many.
    package func text(_ diagnostics: [Resolved]) -> String {
        var output = ""
        for item in diagnostics {
            let severity = paint(item.severityName, item.severity == .error ? "31;1" : "33;1")
            let location = paint(item.place.location, "1")
            output += "\(location): \(told(severity, item.message.printable)) [\(item.code.rawValue)]\n"
            output += excerpt(item.place)
            let gutter = String(repeating: " ", count: item.place.lineNumber.count + 3)
            if let hint = item.hint { output += "\(gutter)= \(hint.printable)\n" }
            for note in item.notes {
                output += "\(note.place.location): \(told(Phrase.note, note.message.printable))\n"
                output += excerpt(note.place)
            }
        }
        return output
    }

    /// Problems of one id in one file.
    private struct Kind: Hashable, Comparable {
        let path: String
        let code: DiagnosticCode

        init(_ diagnostic: Diagnostic) { (path, code) = (diagnostic.span.path, diagnostic.code) }

        static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.path, lhs.code.rawValue) < (rhs.path, rhs.code.rawValue)
        }
    }

    private func told(_ severity: some SentenceArgument, _ message: String) -> String {
        // Both are fit for a terminal by now, colours and all.
        Phrase.told(severity: severity, message: message).sentence.text(in: language)
    }

    private func excerpt(_ place: Place) -> String {
        let number = place.lineNumber
        let gutter = String(repeating: " ", count: number.count)
        guard !place.excerpt.isEmpty else { return "" }
        let excerpt = place.markedExcerpt
        let caret = paint("^" + String(repeating: "~", count: max(1, excerpt.marked.columns) - 1), "32;1")
        let padding = String(repeating: " ", count: excerpt.before.columns)
        let line = excerpt.before + excerpt.marked + excerpt.after
        return "  \(number) | \(line)\n  \(gutter) | \(padding)\(caret)\n"
    }

    private func paint(_ text: String, _ code: String) -> String {
        usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension DiagnosticWriter.Place {
    /// `cases.csv:3:7`, or `cases.xlsx:表1!C7`.
    fileprivate var location: String { "\(path):".printable + (name?.printable ?? "\(start.line):\(start.column)") }

    /// What stands before the line of an excerpt: its number, or its cell.
    fileprivate var lineNumber: String {
        name.map { String($0.split(separator: "!").last ?? "") } ?? "\(start.line)"
    }

    /// The line of a problem, cut around it: what stands before it, the thing itself, and the rest.
    package struct Excerpt: Sendable, Equatable {
        package var before: String
        package var marked: String
        package var after: String
    }

    package var markedExcerpt: Excerpt {
        let scalars = Array(excerpt.unicodeScalars)
        let start = min(max(0, self.start.column - 1 - excerptOffset), scalars.count)
        let end =
            self.end.line == self.start.line
            ? min(max(0, self.end.column - 1 - excerptOffset), scalars.count) : scalars.count
        let window = Self.window(around: start..<max(start, end), in: scalars)
        let markedEnd = min(max(start, end), window.upperBound)
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])).printable }
        let head = window.lowerBound > 0 || excerptOffset > 0 ? "…" : ""
        let tail = window.upperBound < scalars.count ? "…" : ""
        return Excerpt(
            before: head + text(window.lowerBound..<start), marked: text(start..<markedEnd),
            after: text(markedEnd..<window.upperBound) + tail)
    }

    /// At most about a hundred characters of a long line, with the span in view.
    private static func window(around span: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
        guard scalars.count > 120 else { return 0..<scalars.count }
        let lower = max(0, span.lowerBound - 40)
        return lower..<min(scalars.count, max(span.upperBound, lower + 100), span.lowerBound + 100)
    }
}

extension String {
    /// With pictures of control characters, since the name of a file could begin a line of its own, which a log would obey;
    /// and with the numbers of those that nobody sees.
    package var printable: String {
        guard !utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) else { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.isInvisible, !scalar.isJoiner {
                text += "<\(scalar.codePoint)>"
            } else {
                text.unicodeScalars.append(scalar.printable)
            }
        }
    }
}

extension StringProtocol {
    /// How many columns a terminal gives this text.
    package var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }
}

extension Unicode.Scalar {
    /// Part of emoji and of several scripts.
    fileprivate var isJoiner: Bool { value == 0x200C || value == 0x200D }

    /// The character as an excerpt shows it: control characters as their pictures, so that a file cannot
    /// speak to the terminal.
    var printable: Unicode.Scalar {
        switch value {
        case 0x09: " "
        case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
        case 0x7F...0x9F: "\u{FFFD}"
        default: self
        }
    }

    /// How many columns a terminal gives this character: 2 for East Asian wide and full-width ones
    /// (Unicode Standard Annex 11), 0 for combining marks and format characters.
    fileprivate var columns: Int {
        switch value {
        case 0..<0xAD: 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            2
        default:
            switch properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: 0
            default: 1
            }
        }
    }
}
