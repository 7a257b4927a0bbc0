import Testing

@testable import Search

/// How the files of the index are written.
struct IndexFormatTests {
    @Test(
        arguments: [
            (0, " "), (61, "_"), (62, "` "), (63, "a "), (92, "~ "), (93, "`!"), (1983, "~_"), (1984, "`` "),
            (61_565, "~~_"),
            (61_566, "``` "),
        ] as [(UInt32, String)])
    func `numbers end with one of 62 digits and go on with one of 31`(number: UInt32, text: String) {
        var bytes: [UInt8] = []
        bytes.appendPacked(number)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test func `digits are printable and need no backslash in a string`() {
        let digits = (0..<93).map { PackedDigits.character($0) }
        #expect(digits.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
        #expect(Set(digits).count == 93)
    }

    @Test(arguments: [(4, nil), (1, 700), (2, 37)] as [(Int, Int?)])
    func `the same pages give the same files, whatever the number of jobs and of pages at once`(
        jobs: Int, pagesAtOnce: Int?
    ) async {
        let pages = Library.pages(700)
        let one = await buildSearchIndex(count: pages.count, settings: Library.settings, jobs: 1) { pages[$0] }
        let other = await buildSearchIndex(
            count: pages.count, settings: Library.settings, jobs: jobs, pagesAtOnce: pagesAtOnce
        ) { pages[$0] }
        #expect(one.paths == other.paths)
        for index in one.paths.indices {
            #expect(one.bytes(index) { pages[$0] } == other.bytes(index) { pages[$0] }, "\(one.paths[index])")
        }
    }

    @Test func `every file is a script in ASCII with one call, and all but the manifest carry a fingerprint`() async {
        let pages = Library.pages(20) + [Library.odd]
        let index = await buildSearchIndex(count: pages.count, settings: Library.settings, jobs: 1) { pages[$0] }
        for (number, path) in index.paths.enumerated() {
            let bytes = index.bytes(number) { pages[$0] }
            let name = path.dropFirst("search/".count).prefix { $0 != "." }
            #expect(
                bytes.starts(with: Array("exemplarSearch(\"\(name)\",".utf8)) && bytes.suffix(3) == Array(");\n".utf8))
            #expect(bytes.dropLast().allSatisfy { (0x20...0x7E).contains($0) })
            #expect(path == "search/manifest.js" || path.split(separator: ".").count == 3)
        }
    }

    @Test func `a changed page changes the names of its own and fifteen neighbouring text shards, and of no others`()
        async
    {
        let pages = Library.pages(700)
        let before = await buildSearchIndex(count: pages.count, settings: Library.settings, jobs: 1) { pages[$0] }
        let changed = pages.enumerated().map { index, page in
            var page = page
            if index == 0 { page.sections[0].text += "。" }
            return page
        }
        let after = await buildSearchIndex(count: pages.count, settings: Library.settings, jobs: 1) { changed[$0] }
        let new = Set(after.paths).subtracting(before.paths).map {
            String($0.dropFirst("search/".count).prefix { $0 != "." })
        }
        #expect(Set(new) == Set(["pages"] + (0..<16).map { "x\($0)" }))
        #expect(after.paths.contains { $0.hasPrefix("search/x16.") })
    }

    @Test func `a library without pages has an index too`() async {
        let index = await buildSearchIndex(count: 0, settings: Library.settings, jobs: 2) { _ in Library.odd }
        #expect(index.paths.first == "search/manifest.js")
    }
}
