/// Addresses inside the site. Every one names a file, and every link between two of them is relative, so
/// that the site works from a server, a sub-folder and a USB stick alike.
package enum SitePath {
    /// Assets keep their place beside the records: `content/places/map.svg` becomes `places/map.svg`.
    static func ofAsset(_ path: String) -> String {
        String(path.dropFirst("content/".count))
    }

    /// A path as it may stand in an address: characters that would end it or mean something are encoded.
    package static func encoded(_ path: String) -> String {
        guard path.contains(where: { "%?#".contains($0) }) else { return path }
        return path.reduce(into: "") { result, character in
            switch character {
            case "%": result += "%25"
            case "?": result += "%3F"
            case "#": result += "%23"
            default: result.append(character)
            }
        }
    }

    /// The address that leads from one file of the site to another.
    ///
    ///     relative(from: "practices/panjin/three-grids.html", to: "places/panjin.html")
    ///     // "../../places/panjin.html"
    package static func relative(from: String, to: String) -> String {
        let slash = UInt8(ascii: "/")
        let (source, target) = (from.utf8, to.utf8)
        // Where the last folder that both have in common ends.
        var (sourceRest, targetRest) = (source.startIndex, target.startIndex)
        var (i, j) = (source.startIndex, target.startIndex)
        while i < source.endIndex, j < target.endIndex, source[i] == target[j] {
            let isSlash = source[i] == slash
            (i, j) = (source.index(after: i), target.index(after: j))
            if isSlash { (sourceRest, targetRest) = (i, j) }
        }
        let depth = source[sourceRest...].count { $0 == slash }
        let rest = to[targetRest...]
        // `javascript:a.pdf` is a file here, and would be a script in an address.
        if depth == 0, rest.prefix(while: { $0 != "/" }).contains(":") { return "./" + rest }
        return String(repeating: "../", count: depth) + rest
    }
}
