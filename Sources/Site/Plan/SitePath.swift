/// Addresses inside the site. Every one names a file, and every link between two of them is relative, so
/// that the site works from a server, a sub-folder and a USB stick alike.
package enum SitePath {
    /// The address that leads from one file of the site to another.
    ///
    ///     relative(from: "practices/panjin/three-grids.html", to: "places/panjin.html")
    ///     // "../../places/panjin.html"
    package static func relative(from: String, to: String) -> String {
        let source = from.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let target = to.split(separator: "/", omittingEmptySubsequences: false)
        var common = 0
        while common < source.count, common < target.count - 1, source[common] == target[common] { common += 1 }
        let up = String(repeating: "../", count: source.count - common)
        return up + target[common...].joined(separator: "/")
    }
}
