import Foundation

/// Finds paths that are one on a system that ignores case and forms of Unicode: `A/x.html` and `a/y.html` meet in a folder.
package struct PathTwins {
    private var paths: [String: (path: String, isFolder: Bool)] = [:]

    package init() {}

    /// The path that stands in the way of this one, or of a folder on its way; nil if none does.
    package mutating func insert(_ path: String, isFolder: Bool = false) -> String? {
        var folder = path[...]
        var isFirst = true
        while true {
            let key = folder.lowercased().precomposedStringWithCanonicalMapping
            if let known = paths[key] {
                // A folder is named by all that lies in it.
                let isSameFolder =
                    known.isFolder && (!isFirst || isFolder) && known.path.utf8.elementsEqual(folder.utf8)
                return isSameFolder ? nil : known.path
            }
            paths[key] = (String(folder), !isFirst || isFolder)
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = folder[..<slash]
            isFirst = false
        }
    }
}
