import Testing

@testable import Text

@Suite("Paths are taken apart in one way")
struct PathTests {
    @Test("dots are followed; what leads out of the root is no path, and empty parts stay")
    func dots() {
        #expect("a/./b/../c.html".withoutDots == "a/c.html")
        #expect("a//b".withoutDots == "a//b")
        #expect("a/..".withoutDots?.isEmpty == true)
        #expect("a/../../b".withoutDots == nil)
    }

    @Test("paths that differ in case or in the form of a letter meet, in folders too")
    func twins() {
        var twins = PathTwins()
        let paths = ["a/x.html", "a/y.html", "A/z.html", "a/X.html", "a/x.html/b", "caf\u{E9}", "cafe\u{301}"]
        #expect(
            paths.map { twins.insert($0) } == [nil, nil, "a", "a/x.html", "a/x.html", nil, "caf\u{E9}"])
        #expect(twins.insert("a", isFolder: true) == nil && twins.insert("a") == "a")
    }

    @Test("XML's own references are resolved, and there are no others")
    func references() {
        #expect("a &lt;b&gt; &amp;amp; &quot;&apos; &#30424;&#x9526;".resolvingXMLReferences == "a <b> &amp; \"' 盘锦")
        #expect("plain".resolvingXMLReferences == "plain")
        #expect("&nbsp;".resolvingXMLReferences == nil && "a & b".resolvingXMLReferences == nil)
    }
}
