import Text

/// A folder named like a script, such as `assets/search.js/`, is that script: its files, joined in the order of
/// their names. So a long script can be kept in parts, and a library replaces one part or, with a file of the
/// folder's name, all of them.
func joinScripts(in files: inout [String: SourceTree.File]) {
    var scripts: [String: SourceTree.File] = [:]
    for name in files.keys.sorted() {
        guard name.hasPrefix("assets/"), let end = name.firstRange(of: ".js/")?.upperBound,
            let part = files.removeValue(forKey: name)
        else { continue }
        let script = String(name[..<end].dropLast())
        scripts[script, default: .init(path: "templates/" + script, bytes: [])].bytes += part.bytes
    }
    files.merge(scripts) { whole, _ in whole }
}
