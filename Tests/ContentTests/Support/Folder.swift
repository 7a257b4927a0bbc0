import Diagnostics
import Text

@testable import Content

/// One file of a library in memory.
struct File {
    var path: String
    var bytes: [UInt8]

    init(_ path: String, _ text: String) {
        self.init(path, bytes: Array(text.utf8))
    }

    init(_ path: String, bytes: [UInt8]) {
        (self.path, self.bytes) = (path, bytes)
    }
}

/// A library in memory. A file given twice counts with its last text, so that a test can take a sound
/// library and break one file of it.
///
///     let outcome = await Folder {
///         Fixtures.panjin
///         File("content/topics/lifts.md", "…")
///     }.build()
struct Folder {
    var files: [File]

    init(@FolderBuilder _ files: () -> [File]) {
        self.files = files()
        if !self.files.contains(where: { $0.path == Configuration.fileName }) {
            self.files.append(File(Configuration.fileName, "title: 经验库\nlanguages: [zh-Hans]\n"))
        }
    }

    /// Runs the stages up to `check`.
    func build(includesDrafts: Bool = false, jobs: Int = 1) async -> Outcome {
        let byPath = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { _, last in last })
        let tree = SourceTree(files: byPath.map { SourceTree.File(path: $0, bytes: $1) })
        var diagnostics: [Diagnostic] = []
        let raw = await read(tree, includesDrafts: includesDrafts, jobs: jobs, diagnostics: &diagnostics)
        let library = await check(raw, diagnostics: &diagnostics)
        return Outcome(library: library, diagnostics: diagnostics.sorted(), files: byPath)
    }
}

@resultBuilder
enum FolderBuilder {
    static func buildExpression(_ file: File) -> [File] { [file] }
    static func buildExpression(_ files: [File]) -> [File] { files }
    static func buildBlock(_ parts: [File]...) -> [File] { parts.flatMap(\.self) }
    static func buildOptional(_ part: [File]?) -> [File] { part ?? [] }
}

/// What became of a library, with its problems as text.
struct Outcome {
    var library: Library
    var diagnostics: [Diagnostic]
    var files: [String: [UInt8]]

    /// Each problem as `path:line:column code message`, in reading order.
    var problems: [String] {
        diagnostics.map { "\(place($0.span)) \($0.code.rawValue) \($0.message)" }
    }

    /// Each problem as `message → hint`.
    var advice: [String] {
        diagnostics.map { diagnostic in "\(diagnostic.message)" + (diagnostic.hint.map { " → \($0)" } ?? "") }
    }

    /// The notes of all problems as `path:line:column message`.
    var notes: [String] {
        diagnostics.flatMap(\.notes).map { "\(place($0.span)) \($0.message)" }
    }

    /// The text under the caret of each problem.
    var marked: [String] {
        diagnostics.map { String(decoding: (files[$0.span.path] ?? [])[$0.span.range], as: UTF8.self) }
    }

    private func place(_ span: SourceSpan) -> String {
        let position = SourceText(files[span.path] ?? []).position(of: span.range.lowerBound)
        return "\(span.path):\(position.line):\(position.column)"
    }
}
