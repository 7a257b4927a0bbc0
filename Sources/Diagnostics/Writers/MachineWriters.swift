import Text

extension DiagnosticWriter {
    /// One object a problem: `code`, `severity`, `message`, `path`, `line`, `column`, `endLine`,
    /// `endColumn`, `excerpt`, and `hint` and `notes` where there are any.
    func json(_ diagnostics: [Resolved]) -> String { Self.values(of: diagnostics).text(indented: true) + "\n" }

    /// The same as a value.
    package static func values(of diagnostics: [Resolved]) -> JSON {
        let values = diagnostics.map { item -> JSON in
            let notes = item.notes.map { note -> JSON in
                .object([
                    "message": .string(note.message), "path": .string(note.place.path),
                    "line": .integer(note.place.start.line), "column": .integer(note.place.start.column),
                ])
            }
            return .object([
                "code": .string(item.code.rawValue),
                "severity": .string(item.severity.rawValue),
                "message": .string(item.message),
                "path": .string(item.place.path),
                "line": .integer(item.place.start.line),
                "column": .integer(item.place.start.column),
                "endLine": .integer(item.place.end.line),
                "endColumn": .integer(item.place.end.column),
                "excerpt": .string(item.place.excerpt),
                "hint": item.hint.map { .string($0) },
                "notes": notes.isEmpty ? nil : .array(notes),
            ])
        }
        return .array(values)
    }

    /// GitHub's workflow commands, `::error file=…,line=…,col=…,title=…::message`.
    func github(_ diagnostics: [Resolved]) -> String {
        diagnostics.map { item in
            let message = [item.message, item.hint].compactMap(\.self).joined(separator: "\n")
            let place = "file=\(property(item.place.path)),line=\(item.place.start.line),col=\(item.place.start.column)"
            return "::\(item.severity.rawValue) \(place),title=\(item.code.rawValue)::\(data(message))\n"
        }
        .joined()
    }

    /// By scalars, because CR and LF together are one character, and what follows a sign may be one with it.
    private func data(_ text: String, escaping others: [Unicode.Scalar: String] = [:]) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default:
                if let escaped = others[scalar] {
                    result += escaped
                } else {
                    // A log is shown in a terminal, to which a file may not speak.
                    result.unicodeScalars.append(scalar.printable)
                }
            }
        }
    }

    private func property(_ text: String) -> String { data(text, escaping: [":": "%3A", ",": "%2C"]) }

    /// The report of code quality that GitLab reads, a subset of Code Climate's. A fingerprint has no line in it, so a
    /// problem that only moved is the same problem.
    func codeQuality(_ diagnostics: [Resolved]) -> String {
        var counts: [String: Int] = [:]
        let items = diagnostics.map { item -> JSON in
            let problem = [item.code.rawValue, item.place.path, item.message].joined(separator: "\n")
            counts[problem, default: 0] += 1
            let hash = "\(problem)\n\(counts[problem, default: 0])".utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
                // FNV-1a.
                ($0 ^ UInt64($1)) &* 0x100_0000_01b3
            }
            return .object([
                "check_name": .string(item.code.rawValue),
                "description": .string([item.message, item.hint].compactMap(\.self).joined(separator: "\n")),
                "severity": item.severity == .error ? "major" : "minor",
                "fingerprint": .string(String(hash, radix: 16)),
                "location": .object([
                    "path": .string(item.place.path),
                    "lines": .object(["begin": .integer(item.place.start.line)]),
                ]),
            ])
        }
        return JSON.array(items).text(indented: true) + "\n"
    }

    /// SARIF 2.1.0 (OASIS), with the rules that occur and columns in Unicode scalars.
    func sarif(_ diagnostics: [Resolved]) -> String {
        let used = Set(diagnostics.map(\.code))
        let rules = DiagnosticCode.allCases.filter(used.contains)
        // English goes by the name that SARIF has for its default.
        let tag: JSON = .string(language == .en ? "en-US" : language.rawValue)
        let driver: JSON = .object([
            "name": "exemplar",
            "language": tag,
            "rules": .array(
                rules.map { code in
                    let explanation = code.explanation(in: language)
                    return .object([
                        "id": .string(code.rawValue),
                        "shortDescription": .object(["text": .string(explanation.title)]),
                        "fullDescription": .object(["text": .string(explanation.reason)]),
                        "help": .object(["text": .string(explanation.remedy)]),
                    ])
                }),
        ])
        let run: JSON = .object([
            "tool": .object(["driver": driver]),
            "language": tag,
            "columnKind": "unicodeCodePoints",
            "results": .array(diagnostics.map(sarifResult)),
        ])
        let log: JSON = .object([
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": .array([run]),
        ])
        return log.text(indented: true) + "\n"
    }

    private func sarifResult(_ item: Resolved) -> JSON {
        let message = [item.message, item.hint].compactMap(\.self).joined(separator: "\n")
        return .object([
            "ruleId": .string(item.code.rawValue),
            "level": .string(item.severity.rawValue),
            "message": .object(["text": .string(message)]),
            "locations": .array([sarifLocation(item.place, message: nil)]),
            "relatedLocations": item.notes.isEmpty
                ? nil : .array(item.notes.map { sarifLocation($0.place, message: $0.message) }),
        ])
    }

    private func sarifLocation(_ place: Place, message: String?) -> JSON {
        let region: JSON = .object([
            "startLine": .integer(place.start.line), "startColumn": .integer(place.start.column),
            "endLine": .integer(place.end.line), "endColumn": .integer(place.end.column),
        ])
        return .object([
            "physicalLocation": .object([
                "artifactLocation": .object(["uri": .string(place.path.percentEncoded(keeping: "/"))]),
                "region": region,
            ]),
            "message": message.map { .object(["text": .string($0)]) },
        ])
    }
}
