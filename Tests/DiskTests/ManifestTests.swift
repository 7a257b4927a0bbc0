import Testing

@testable import Disk

@Suite("The manifest says what is ours and can check a copy")
struct ManifestTests {
    @Test("sorted by path, with the SHA-256 of each file")
    func text() {
        let manifest = Manifest(of: ["places/盘锦.html": "abc", "index.html": ""])
        #expect(
            String(decoding: manifest.bytes, as: UTF8.self) == """
                {
                  "generator": "exemplar",
                  "version": 1,
                  "files": [
                    {
                      "path": "index.html",
                      "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                    },
                    {
                      "path": "places/盘锦.html",
                      "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                    }
                  ]
                }

                """)
        #expect(manifest.paths == ["index.html", "places/盘锦.html"])
        #expect(manifest.contains("index.html") && !manifest.contains("index"))
    }

    @Test(
        "what is written is read back",
        arguments: [
            [:], ["index.html": "00"], ["a\"b\\c<&>.html": "1", "换\n行": "2", "é/𠮷": "3"],
        ] as [[String: String]])
    func roundTrip(hashes: [String: String]) {
        #expect(Manifest(Manifest(hashes: hashes).bytes) == Manifest(hashes: hashes))
    }

    @Test(
        "anything else is not a manifest",
        arguments: ["", "{}", "[]", "null", "{\"files\": 1}", "{\"files\": [{}]}", "{"])
    func others(text: String) {
        #expect(Manifest(Array(text.utf8)) == nil)
    }
}
