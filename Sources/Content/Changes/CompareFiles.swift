import Diagnostics
import Text
import Yams

/// What became of a file that no record is read from: a picture, a template, the words of the interface.
package struct FileChange: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable {
        case added, removed, changed
    }

    package var path: String
    package var change: Kind
}

/// The files that are published as they are, or that change how pages look and what they are called, where they are not
/// the same in both libraries. Line ends, byte order marks and the way YAML is written do not count. By path.
package func fileChanges(from old: SourceTree, to new: SourceTree) -> [FileChange] {
    func files(_ tree: SourceTree) -> [String: SourceTree.File] {
        let files =
            tree.files(in: SourceTree.templatesFolder)
            + tree.files(in: SourceTree.contentFolder).filter { !holdsRecords($0.path) }
        return Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }
    let (before, after) = (files(old), files(new))
    return Set(before.keys).union(after.keys).sorted().compactMap { path in
        switch (before[path], after[path]) {
        case (nil, _): FileChange(path: path, change: .added)
        case (_, nil): FileChange(path: path, change: .removed)
        case (let one?, let other?): one.saysTheSame(as: other) ? nil : FileChange(path: path, change: .changed)
        }
    }
}

private func holdsRecords(_ path: String) -> Bool { ["md", "yaml", "csv"].contains(fileExtension(path)) }

extension SourceTree.File {
    fileprivate func saysTheSame(as other: SourceTree.File) -> Bool {
        if bytes == other.bytes { return true }
        switch fileExtension(path) {
        case "yaml":
            guard let one = plainYAML, let other = other.plainYAML else { return plainText == other.plainText }
            return one == other
        case "mustache", "css", "js", "svg", "html", "txt": return plainText == other.plainText
        default: return false
        }
    }

    /// Without a byte order mark, with simple line ends.
    private var plainText: String {
        String(decoding: bytes[byteOrderMarkLength(bytes)...], as: UTF8.self).replacing("\r\n", with: "\n")
    }

    private var plainYAML: String? {
        var problems: [Diagnostic] = []
        let source = YAMLSource(path: path, bytes: Array(plainText.utf8), offset: 0)
        return source.compose(diagnostics: &problems).map(plain)
    }

    /// A node with its keys in order and every text in the same spelling.
    private func plain(_ node: Node) -> String {
        switch node {
        case .mapping(let mapping):
            "{" + mapping.map { "\(plain($0.key)):\(plain($0.value))" }.sorted().joined(separator: ",") + "}"
        case .sequence(let sequence): "[" + sequence.map(plain).joined(separator: ",") + "]"
        case .scalar(let scalar): JSON.string(scalar.string).text()
        case .alias: ""
        }
    }
}
