/// The tables of an index that are cut into files, by their keys in the manifest. Their files are named by the first letter.
enum ShardedTable: String, CaseIterable {
    case grams, words, forms, backwards

    func fileName(_ number: Int) -> String { "\(rawValue.prefix(1))\(number)" }
}

/// The tables that are one file each, by their keys in the manifest, which are the names of the files.
enum WholeTable: String, CaseIterable {
    case pages, facets, variants
}

/// What is wrong with the files of an index, which lie in one folder.
package enum IndexFault: Hashable, Sendable {
    /// A file that the manifest names, or a number that the texts of pages leave out.
    case missing(String)
    /// A file of an index that nothing leads to.
    case stray(String)
}

/// Compares the files of an index with what its manifest names: tables by their fingerprints. The texts of pages are
/// numbered without a gap; their fingerprints stand in the tables.
///
/// - Parameter files: the files in the folder of the index, by name. Those without a fingerprint are somebody else's.
package func indexFaults(in files: [String: [UInt8]]) -> [IndexFault] {
    guard let manifest = files[SearchIndex.manifestName] else { return [.missing(SearchIndex.manifestName)] }
    let expected = tableFiles(namedIn: String(decoding: manifest, as: UTF8.self))
    let texts = files.keys.filter { $0.hasPrefix(SearchIndex.textPrefix) }
    let numbers = texts.compactMap { Int($0.dropFirst(SearchIndex.textPrefix.count).prefix { $0 != "." }) }.sorted()
    let gap = zip(0..., numbers).first { $0 != $1 }.map { number, _ in "\(SearchIndex.textPrefix)\(number).js" }
    let missing = expected.filter { files[$0] == nil } + [gap].compactMap(\.self)
    let known = Set(expected + texts)
    let strays = files.keys.filter { $0.split(separator: ".").count == 3 && !known.contains($0) }.sorted()
    return missing.map { .missing($0) } + strays.map { .stray($0) }
}

private func tableFiles(namedIn manifest: String) -> [String] {
    var length = Fingerprint.length
    var names: [String] = []
    for table in WholeTable.allCases {
        guard let hash = text(of: table.rawValue, in: manifest[...]) else { continue }
        length = hash.count
        names.append("\(table.rawValue).\(hash).js")
    }
    for table in ShardedTable.allCases {
        guard let start = manifest.firstRange(of: "\"\(table.rawValue)\":{"),
            let hashes = text(of: "hashes", in: manifest[start.upperBound...])
        else { continue }
        let all = Array(hashes)
        for (number, start) in stride(from: 0, to: all.count, by: length).enumerated() {
            names.append("\(table.fileName(number)).\(String(all[start..<min(start + length, all.count)])).js")
        }
    }
    return names
}

/// The text of a key in the manifest. Fingerprints have no quotation marks.
private func text(of key: String, in manifest: Substring) -> Substring? {
    guard let start = manifest.firstRange(of: "\"\(key)\":\"") else { return nil }
    let hash = manifest[start.upperBound...].prefix { $0 != "\"" }
    return hash.isEmpty ? nil : hash
}
