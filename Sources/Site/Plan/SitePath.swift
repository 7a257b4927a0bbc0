import Content

/// Addresses inside the site. Every one names a file, and every link between two of them is relative, so
/// that the site works from a server, a sub-folder and a USB stick alike.
package enum SitePath {
    /// Assets keep their place beside the records: `content/places/map.svg` becomes `places/map.svg`.
    static func ofAsset(_ path: String) -> String { LibraryPath.belowContent(path) }

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
        var (from, to) = (from, to)
        return from.withUTF8 { source in to.withUTF8 { target in relative(from: source, to: target) } }
    }

    private static func relative(from source: UnsafeBufferPointer<UInt8>, to target: UnsafeBufferPointer<UInt8>)
        -> String
    {
        let slash = UInt8(ascii: "/")
        // Where the last folder ends that both have in common.
        var (common, index) = (0, 0)
        let shorter = min(source.count, target.count)
        while index < shorter, source[index] == target[index] {
            index += 1
            if source[index - 1] == slash { common = index }
        }
        let depth = source[common...].count { $0 == slash }
        let rest = target[common...]
        // `javascript:a.pdf` is a file here, and would be a script in an address.
        let isScheme = depth == 0 && rest.prefix { $0 != slash }.contains(UInt8(ascii: ":"))
        var address: [UInt8] = []
        address.reserveCapacity(depth * 3 + 2 + rest.count)
        if isScheme { address += "./".utf8 }
        for _ in 0..<depth { address += "../".utf8 }
        address += rest
        return String(decoding: address, as: UTF8.self)
    }
}
