import Content
import Text

extension TemplateFiles {
    /// A folder named like a script or a style sheet, such as `assets/search.js/`, is that file: its parts, joined in the order
    /// of their names. So a long one can be kept in parts, and a library replaces one part or, with a file of the folder's name,
    /// all of them.
    mutating func joinParts() {
        var joined: [String: SourceTree.File] = [:]
        for name in all.keys.sorted() {
            // What else lies in such a folder, a licence or a font, is no part.
            guard name.hasPrefix(Self.assets),
                let end = [".js", ".css"].lazy.filter(name.hasSuffix)
                    .compactMap({ name.firstRange(of: $0 + "/") }).first?.upperBound,
                let part = all.removeValue(forKey: name)
            else { continue }
            let whole = String(name[..<end].dropLast())
            joined[whole, default: .init(path: LibraryPath.templates + whole, bytes: [])].bytes += part.bytes
        }
        all.merge(joined) { whole, _ in whole }
    }
}
