import Diagnostics
import Site
import Text

/// The ways in which changes can be written.
package enum ChangesFormat: String, CaseIterable, Sendable {
    /// For a terminal.
    case text
    /// For a request to merge.
    case markdown
    /// For tools.
    case json
    /// A page that stands alone, for whoever signs.
    case html
}

extension LibraryChanges {
    package func write(as format: ChangesFormat, in language: DiagnosticLanguage) -> [UInt8] {
        switch format {
        case .text: Array(page(in: language).text.utf8)
        case .markdown: Array(page(in: language).markdown.utf8)
        case .json: Array((json.text(indented: true) + "\n").utf8)
        case .html: new.site.write(page(in: language))
        }
    }
}
