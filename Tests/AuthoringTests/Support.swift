import Content
import Diagnostics
import Text

@testable import Authoring

/// A library made of new files, read and checked.
struct Reading {
    var library: Library
    var tree: SourceTree
    /// Each problem as `path:line:column code message`.
    var problems: [String]

    init(_ files: [NewFile], includesDrafts: Bool = false) async {
        tree = SourceTree(files: files.map { .init(path: $0.path, bytes: $0.bytes) })
        var diagnostics: [Diagnostic] = []
        let raw = await read(tree, includesDrafts: includesDrafts, jobs: 1, diagnostics: &diagnostics)
        library = await check(raw, diagnostics: &diagnostics)
        let tree = tree
        problems = diagnostics.sorted().map { diagnostic in
            let position = SourceText(tree[diagnostic.span.path]?.bytes ?? [])
                .position(of: diagnostic.span.range.lowerBound)
            return
                "\(diagnostic.span.path):\(position.line):\(position.column) \(diagnostic.code.rawValue) \(diagnostic.message)"
        }
    }

    var names: LibraryNames { LibraryNames(library, tree: tree) }
}

extension NewFile {
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
