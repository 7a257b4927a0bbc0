import Content
import Diagnostics

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
        let raw = await read(tree, jobs: 1, diagnostics: &diagnostics)
        library = check(raw, includesDrafts: includesDrafts, diagnostics: &diagnostics)
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

/// Texts that are different each time but the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A text of the characters that YAML and Markdown care about, and some that they do not.
    mutating func text(of characters: [Character], upTo length: Int) -> String {
        String(
            (0..<Int.random(in: 1...length, using: &self)).map { _ in characters.randomElement(using: &self) ?? "x" })
    }
}
