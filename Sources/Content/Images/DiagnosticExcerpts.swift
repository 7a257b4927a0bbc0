import Diagnostics
import Text

extension DiagnosticWriter {
    /// A writer that shows lines of the files that were scanned. Embedded templates and bitmaps have none to show.
    package init(_ tree: SourceTree, usesColor: Bool = false) {
        self.init(usesColor: usesColor) { path in
            let format = ImageFormat(path: path)
            return format == nil || format == .svg ? tree[path].map { SourceText($0.bytes) } : nil
        }
    }
}
