import Diagnostics
import Text

extension DiagnosticWriter {
    /// A writer that shows lines of the files that were scanned. Embedded templates and bitmaps have none to show.
    package init(_ tree: SourceTree, usesColor: Bool = false, language: DiagnosticLanguage) {
        self.init(usesColor: usesColor, language: language) { path in
            let format = ImageFormat(path: path)
            return format == nil || format == .svg ? tree[path].map { SourceText($0) } : nil
        }
    }
}
