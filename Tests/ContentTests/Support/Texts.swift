import Diagnostics
import Markdown
import Text

@testable import Content

extension MarkdownDocument {
    var html: String { String(decoding: plainHTML(), as: UTF8.self) }
}

extension Localized {
    /// What is written in each language of two.
    var pair: [Value?] { [exact(0), exact(1)] }
}

extension ReadingContext {
    static let chinese = ReadingContext(languages: ["zh-Hans"], markdown: MarkdownOptions())
    static let bilingual = ReadingContext(languages: ["zh-Hans", "en"], markdown: MarkdownOptions())
}

/// Diagnostics of one text as `line:column code message`, for parsers that are tried alone.
func lines(_ diagnostics: [Diagnostic], in bytes: [UInt8]) -> [String] {
    let text = SourceText(bytes)
    return diagnostics.sorted().map { diagnostic in
        let position = text.position(of: diagnostic.span.range.lowerBound)
        return "\(position.line):\(position.column) \(diagnostic.code.rawValue) \(diagnostic.message)"
    }
}
