import Diagnostics
import Text

/// What follows from another id of one thing: the ids, files and addresses that change with it.
struct Renaming {
    /// The new id by the old one.
    var ids: [ReferenceKind: [String: String]] = [:]
    /// The new path of a file by the old one.
    var paths: [String: String] = [:]

    /// - Parameter new: an id of the kind.
    init(_ name: RecordName, to new: String, in library: Library, _ tree: SourceTree) {
        ids[name.kind] = [name.id: new]
        switch name.kind {
        case .place:
            move(name.id, to: new, of: .place, in: tree, library.languages)
            // What lies in the folders of the place has its id in its own.
            for kind in RecordKind.allCases where kind.isGroupedByPlace {
                let (old, prefix) = ("\(kind.contentFolder)\(name.id)/", "\(kind.contentFolder)\(new)/")
                for file in tree.files where file.path.hasPrefix(old) {
                    paths[file.path] = prefix + file.path.dropFirst(old.count)
                }
                for id in (library.index.ids[ReferenceKind(kind)] ?? [:]).keys where id.hasPrefix(name.id + "/") {
                    ids[ReferenceKind(kind), default: [:]][id] = new + id.dropFirst(name.id.count)
                }
            }
        case .source:
            let old = LibraryPath.seeds + name.id + "/"
            for file in tree.files where file.path.hasPrefix(old) {
                paths[file.path] = LibraryPath.seeds + new + "/" + file.path.dropFirst(old.count)
            }
        default:
            if let kind = name.recordKind { move(name.id, to: new, of: kind, in: tree, library.languages) }
        }
    }

    private mutating func move(
        _ id: String, to new: String, of kind: RecordKind, in tree: SourceTree, _ languages: [String]
    ) {
        for ending in [".md"] + languages.map({ ".\($0).md" }) {
            let old = kind.contentFolder + id + ending
            if tree[old] != nil { paths[old] = kind.contentFolder + new + ending }
        }
    }
}

extension Library {
    /// The files of the library after one thing has got another id: its own, and all that name it.
    ///
    /// - Parameters:
    ///   - name: of something that there is.
    ///   - new: an id that nothing of its kind has.
    package func renaming(_ name: RecordName, to new: String, in tree: SourceTree) -> LibraryEdit {
        let renaming = Renaming(name, to: new, in: self, tree)
        var edit = LibraryEdit()
        for file in tree.files where !file.path.hasPrefix(LibraryPath.templates) {
            var references = ReferenceEdits(file, renaming, languages: languages)
            references.read()
            var changed = file.edited(by: references.edits)
            if let path = renaming.paths[file.path] {
                var moved = changed ?? file
                moved.path = path
                changed = moved.comingFrom(file.path, languages: languages)
                edit.removed.append(file.path)
                edit.moves[path] = file.path
            }
            if let changed { edit.written.append(changed) }
        }
        return edit
    }
}

extension SourceTree.File {
    /// A record that has come here from another path: its place is that of its folder, and what it was called leads here.
    fileprivate func comingFrom(_ old: String, languages: [String]) -> SourceTree.File {
        guard translation(at: path, in: languages) == nil, let before = RecordName(path: old),
            let now = RecordName(path: path), let kind = now.recordKind
        else { return self }
        var file = self
        let place = String(now.id.prefix { $0 != "/" })
        if kind.isGroupedByPlace, !before.id.hasPrefix(place + "/") {
            file = file.setting("place") { _ in [place] } ?? file
        }
        let (then, today) = ("\(kind.folder)/\(before.id)", "\(kind.folder)/\(now.id)")
        return file.setting("aliases") { $0.filter { ![then, today].contains($0) } + [then] } ?? file
    }
}
