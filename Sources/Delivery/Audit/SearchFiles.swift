/// Whether the files of search are all there: the manifest names them by hashes, of one length for the tables of terms.
func searchProblems(of files: [String: [UInt8]]) -> [(path: String, problem: SiteProblem)] {
    let folder = "search/"
    let manifest = folder + "manifest.js"
    guard let bytes = files[manifest] else { return [(manifest, .searchMissing(manifest))] }
    let text = String(decoding: bytes, as: UTF8.self)
    let present = files.keys.filter { $0.hasPrefix(folder) }.map { $0.dropFirst(folder.count).split(separator: ".") }
        .filter { $0.count == 3 }
    var problems: [(path: String, problem: SiteProblem)] = []
    func expect(_ name: String, _ hash: Substring) {
        let path = "\(folder)\(name).\(hash).js"
        if files[path] == nil { problems.append((manifest, .searchMissing(path))) }
    }
    var length = 6
    for name in ["pages", "facets", "variants"] {
        guard let hash = value(of: name, in: text) else { continue }
        length = hash.count
        expect(name, hash)
    }
    for (table, letter) in [("grams", "g"), ("words", "w"), ("forms", "f"), ("backwards", "b")] {
        guard let start = text.firstRange(of: "\"\(table)\":{"),
            var hashes = value(of: "hashes", in: text[start.upperBound...])
        else { continue }
        var number = 0
        while !hashes.isEmpty {
            expect("\(letter)\(number)", hashes.prefix(length))
            hashes = hashes.dropFirst(length)
            number += 1
        }
    }
    // The texts of pages are numbered without a gap.
    let numbers = present.compactMap { $0[0].hasPrefix("x") ? Int($0[0].dropFirst()) : nil }.sorted()
    for (number, found) in zip(0..., numbers) where number != found {
        problems.append((manifest, .searchMissing("\(folder)x\(number).js")))
        break
    }
    for file in present where !file[0].hasPrefix("x") && !text.contains(file[1]) {
        problems.append((folder + file.joined(separator: "."), .searchStray))
    }
    return problems
}

/// The text of a key in the manifest, whose values have no quotation marks.
private func value(of key: String, in text: some StringProtocol) -> Substring? {
    let text = String(text)
    guard let start = text.firstRange(of: "\"\(key)\":\"") else { return nil }
    let hash = text[start.upperBound...].prefix { $0 != "\"" }
    return hash.isEmpty ? nil : hash
}
