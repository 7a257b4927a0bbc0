import Text

/// The ways a list of diagnostics can be written.
package enum DiagnosticFormat: String, CaseIterable, Sendable {
    /// For people: the source line with a caret under the exact span.
    case text
    /// For scripts: an array of objects.
    case json
    /// For GitHub Actions: workflow commands that annotate the lines of a pull request.
    case github
    /// For code-scanning tools: SARIF 2.1.0.
    case sarif
    /// For GitLab: a report of code quality.
    case codeQuality = "code-quality"
}

/// Writes diagnostics with their lines, columns and excerpts.
package struct DiagnosticWriter: Sendable {
    /// Gives the text of a file by its path, so that lines can be counted and shown.
    package typealias Sources = @Sendable (String) -> SourceText?

    let sources: Sources
    /// Whether to use colour (ANSI SGR) in the text format.
    let usesColor: Bool
    let language: DiagnosticLanguage

    package init(usesColor: Bool = false, language: DiagnosticLanguage, sources: @escaping Sources) {
        self.usesColor = usesColor
        self.language = language
        self.sources = sources
    }

    package func write(_ diagnostics: [Diagnostic], as format: DiagnosticFormat) -> String {
        switch format {
        case .text: text(diagnostics)
        case .json: json(resolve(diagnostics))
        case .github: github(resolve(diagnostics))
        case .sarif: sarif(resolve(diagnostics))
        case .codeQuality: codeQuality(resolve(diagnostics))
        }
    }

    /// A diagnostic with the words and places that people and tools expect.
    package struct Resolved: Sendable {
        package var code: DiagnosticCode
        package var severity: Severity
        package var severityName: String
        package var message: String
        package var hint: String?
        package var place: Place
        package var notes: [(message: String, place: Place)]
    }

    package struct Place: Sendable {
        package var path: String
        /// What the line is called if it has no number: `表1!C7`.
        package var name: String?
        package var start: SourceText.Position
        package var end: SourceText.Position
        /// The line the span starts in, or the part of a very long one around the span.
        package var excerpt: String
        /// How many scalars of the line stand before the excerpt.
        package var excerptOffset: Int
    }

    /// Builds the line table of each file once, however many problems it has.
    package func resolve(_ diagnostics: [Diagnostic]) -> [Resolved] {
        var texts: [String: SourceText] = [:]
        var last: (path: String, offset: Int, position: SourceText.Position)?
        func place(_ span: SourceSpan) -> Place {
            let text = texts[span.path] ?? sources(span.path) ?? SourceText([])
            texts[span.path] = text
            // Diagnostics come in order, so each place is counted on from the one before it.
            let known = last.flatMap { $0.path == span.path ? ($0.offset, $0.position) : nil }
            let start =
                known.map { text.position(of: span.range.lowerBound, after: $0) }
                ?? text.position(of: span.range.lowerBound)
            let end = text.position(of: span.range.upperBound, after: (span.range.lowerBound, start))
            last = (span.path, span.range.lowerBound, start)
            let (excerpt, offset) = text.excerpt(around: span.range)
            let name = start.line <= text.lineNames.count ? text.lineNames[start.line - 1] : nil
            return Place(
                path: span.path, name: name, start: start, end: end, excerpt: excerpt, excerptOffset: offset)
        }
        return diagnostics.map { diagnostic in
            Resolved(
                code: diagnostic.code, severity: diagnostic.severity,
                severityName: diagnostic.severity.name.text(in: language),
                message: diagnostic.message.text(in: language),
                hint: diagnostic.hint?.text(in: language), place: place(diagnostic.span),
                notes: diagnostic.notes.map { ($0.message.text(in: language), place($0.span)) })
        }
    }
}
