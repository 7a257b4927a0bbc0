import Authoring
import Diagnostics
import Markdown
import Site
import Text

/// What reads bytes that somebody else wrote. `script/fuzz` looks for inputs that stop it, and what it found is kept in
/// `Tests/FuzzTests/Corpus` and goes through the same entry in `swift test`.
package enum FuzzTarget: String, CaseIterable, Sendable {
    case markdown, records, tables, figures, templates, settings, sources, imports, pictures, search

    /// Reads the bytes as the program would.
    ///
    /// - Returns: what was written that never should be: markup that does not close, something that acts.
    package func run(_ bytes: [UInt8]) async -> [String] {
        switch self {
        case .markdown: readMarkdown(bytes)
        case .figures: readFigures(bytes)
        case .search: await searchText(bytes)
        case .imports: await importTable(bytes)
        case .records, .tables, .templates, .settings, .sources, .pictures:
            await FuzzLibrary.build(with: bytes, at: paths)
        }
    }

    /// The files that an input may take the place of: its first byte says which.
    private var paths: [String] {
        switch self {
        case .records:
            [
                "content/practices/yibin/stairwell.md", "content/practices/yibin/stairwell.en.md",
                "content/cases/yibin/number-six.md", "content/places/yibin.md", "content/mechanisms/talk.md",
                "content/topics/lifts.md", "content/pages/about.md", "content/index.md",
            ]
        case .tables:
            [
                "content/metrics/talk.csv", "content/plans/tasks.csv", "content/plans/checkpoints.csv",
                "content/corrections.csv",
            ]
        case .templates:
            [
                "templates/practice.mustache", "templates/partials/figure.mustache", "templates/layout.mustache",
                "templates/block-chart.mustache",
            ]
        case .settings:
            [
                "exemplar.yaml", "templates/strings/en.yaml", "content/metrics/metrics.yaml", "content/glossary.yaml",
            ]
        case .sources: ["seeds/talk/source.yaml"]
        case .pictures: ["png", "jpg", "webp", "gif", "svg"].map { "content/pages/picture." + $0 }
        case .markdown, .figures, .imports, .search: []
        }
    }
}

/// Every way in which problems are told.
func tell(_ diagnostics: [Diagnostic], in files: [SourceTree.File]) {
    let texts = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    let sorted = diagnostics.sorted()
    for language in [DiagnosticLanguage.en, .zh] {
        let writer = DiagnosticWriter(usesColor: language == .zh, language: language) {
            texts[$0].map { SourceText($0) }
        }
        let resolved = writer.resolve(sorted)
        for format in DiagnosticFormat.allCases { _ = writer.write(resolved, as: format) }
    }
}

private func readMarkdown(_ bytes: [UInt8]) -> [String] {
    let choice = bytes.first ?? 0
    let text = Array(bytes.dropFirst())
    var diagnostics: [Diagnostic] = []
    let options = MarkdownOptions(allowsRawHTML: choice & 1 != 0, extensions: choice & 2 == 0)
    let document =
        choice & 4 != 0
        ? MarkdownDocument(parsingInline: text, options: options, path: "a.md", offset: 3, diagnostics: &diagnostics)
        : MarkdownDocument(parsing: text, options: options, path: "a.md", diagnostics: &diagnostics)
    tell(diagnostics, in: [SourceTree.File(path: "a.md", bytes: text)])
    _ = document.plainText
    let embedded = document.embedded(levels: 2, prefix: "a-")
    guard !options.allowsRawHTML else { return [] }
    return MarkupFaults.problems(in: document.plainHTML()) + MarkupFaults.problems(in: embedded.plainHTML())
}
