import Diagnostics
import Testing
@testable import Content

@Suite struct Scratch {
    func p(_ name: String, _ o: Outcome) { print("##", name, o.problems, o.advice.filter{_ in false}) }
    func y(_ name: String, _ yaml: String) {
        let bytes = Array(yaml.utf8)
        var d: [Diagnostic] = []
        var ok = false
        let t = ContinuousClock().measure { ok = YAMLSource(path: "a", bytes: bytes, offset: 0).compose(diagnostics: &d) != nil }
        print("##", name, ok, lines(d, in: bytes), t)
    }
    @Test func a() async {
        y("dup nested", "text: 1\nsub:\n  text: 2\ntext: 3\n")
        y("dup quoted", "a: 0\n\"text\": 1\n\"text\": 3\n")
        y("dup flow", "x: 1\ny: {a: 1, a: 2}\n")
        y("LS", "a: 一\u{2028}二\nb: @\n")
        y("LS2", "a: \"一\u{2028}二\"\nb: 1\nb: 2\nc: @\n")
        y("tab bomb vals", bomb(levels: 30, n: 9, sep: ",\t", keys: false))
        y("few alias keys 20x2", bomb(levels: 19, n: 2, sep: ", ", keys: true))
        y("few alias keys 13x3", bomb(levels: 13, n: 3, sep: ", ", keys: true))
        y("quoted brackets", String(repeating: "[\"]\", ", count: 900) + "1" + String(repeating: "]", count: 900))
        y("multi docs", "a: 1\n...\nb: 2\n")
        p("problem []", await Folder { Fixtures.panjin; File("content/cases/panjin/old-lift.md", "---\ntitle: 一\npractice: panjin/three-grids\nproblem: []\n---\n") }.build())
        p("title empty quotes", await Folder { File("content/topics/lifts.md", "---\ntitle: \"\"\nkind: problem\n---\n") }.build())
        p("two originals", await Folder { File("content/topics/lifts.md", "---\ntitle: 一\nkind: problem\n---\n"); File("content/topics/lifts.zh-Hans.md", "---\ntitle: 二\nkind: problem\n---\n") }.build())
        let en = await Folder { Fixtures.inTwoLanguages; File("content/index.md", "---\ntitle: 一\nsummary: 二\n---\n"); File("content/index.en.md", "---\ntitle: T\nsummary:\n---\n") }.build()
        p("empty translation", en); print("##", en.library.home?.summary?.pair as Any)
        let en2 = await Folder { Fixtures.inTwoLanguages; File("content/index.md", "---\ntitle: {zh-Hans: 一, en: }\n---\n"); File("content/index.en.md", "---\n---\n") }.build()
        p("empty in map", en2); print("##", en2.library.home?.header.title.pair as Any)
        p("complex key", await Folder { File("content/topics/lifts.md", "---\ntitle: 一\nkind: problem\n? [a]\n: x\n---\n") }.build())
        p("field-count id", await Folder { Fixtures.panjin; Fixtures.households; Fixtures.observations("panjin-households,households,panjin,6,万,result"); Fixtures.threeGrids("outcomes: [panjin-households]\n") }.build())
        p("source w/o locator", await Folder { Fixtures.panjin; Fixtures.households; Fixtures.observations("h,households,panjin,6,result,nowhere,nobody", header: "id,metric,place,printed,role,source,speaker") }.build())
        p("bad obs id", await Folder { Fixtures.panjin; Fixtures.households; Fixtures.observations("A b/ü,households,panjin,6,result") }.build())
        p("correction object", await Folder { File("content/corrections.csv", "date,object,old,new,reason\n2026-01-01,nothing,1,2,x\n") }.build())
        p("link to draft translation", await Folder { Fixtures.inTwoLanguages; File("content/index.md", "---\ntitle: 一\n---\n[x](topics/lifts.en.md)\n"); File("content/index.en.md", "---\ntitle: T\n---\nb\n"); File("content/topics/lifts.md", "---\ntitle: 一\nkind: problem\nstatus: draft\n---\n"); File("content/topics/lifts.en.md", "---\ntitle: 一\n---\n") }.build())
        p("link to missing translation", await Folder { Fixtures.inTwoLanguages; File("content/index.md", "---\ntitle: 一\n---\n[x](topics/lifts.en.md)\n"); File("content/index.en.md", "---\ntitle: T\n---\nb\n"); File("content/topics/lifts.md", "---\ntitle: 一\nkind: problem\n---\n") }.build())
        p("translation anchor", await Folder { Fixtures.inTwoLanguages; File("content/index.md", "---\ntitle: 一\n---\nx\n"); File("content/index.en.md", "---\ntitle: T\n---\n[x](topics/lifts.en.md#what)\n"); File("content/topics/lifts.md", "---\ntitle: 一\nkind: problem\n---\n## 什么\n"); File("content/topics/lifts.en.md", "---\ntitle: L\n---\n## What\n") }.build())
        p("adoption link", await Folder { Fixtures.panjin; Fixtures.roundtable; File("content/adoptions/w.md", "---\npractice: panjin/three-grids\nadopter: 武汉\ndate: 2026-01-01\nfrom: roundtable-2025#P1\n---\n"); File("content/index.md", "---\ntitle: 一\n---\n[x](adoptions/w.md)\n") }.build())
        p("escape", await Folder { Fixtures.panjin; File("content/index.md", "---\ntitle: 一\n---\n[x](../../../content/topics/lifts.md)\n") }.build())
        p("percent asset", await Folder { File("content/a b.png", ""); File("content/index.md", "---\ntitle: 一\n---\n![x](a%20b.png)\n![x](<a b.png>)\n") }.build())
        p("status adoption", await Folder { Fixtures.panjin; Fixtures.roundtable; File("content/adoptions/w.md", "---\npractice: panjin/three-grids\nadopter: 武汉\ndate: 2026-01-01\nfrom: roundtable-2025#P1\nstatus: draft\nreviewed: 2026-01-01\n---\n") }.build())
        p("text nums", await Folder { Fixtures.panjin; File("content/plans/tasks.csv", "id,place,year,title\na,panjin,2025.5,x\n") }.build())
        print("## locator", Locator("a#P+5") as Any, Period("2025-+9") as Any, Period("+202") as Any, Period("2025-Q+") as Any)
        let all = await Folder { Fixtures.panjin; File("content/topics/big.md", "---\ntitle: " + String(repeating: "[", count: 1) + "x]\nkind: problem\n---\n") }.build()
        p("x", all)
        y("text with 65 brackets", "a: \"" + String(repeating: "[", count: 65) + "\"\n")
        p("trunc gbk", await Folder { File("content/topics/lifts.md", bytes: Array("---\ntitle: 盘锦盘锦".utf8.dropLast(2))) }.build())
        p("two home", await Folder { File("content/index.md", "---\ntitle: 一\n---\n"); File("content/index.zh-Hans.md", "---\ntitle: 二\n---\n") }.build())
        p("dup mech", await Folder { Fixtures.panjin; File("content/glossary.yaml", "a: {term: x, definition: y}\na: {term: z, definition: y}\n") }.build())
        p("seed source dup paragraph", await Folder { Fixtures.panjin; File("seeds/b/source.yaml", "title: 二\noutlet: 报\ndate: 2025-01-01\nlanguage: zh\nrights: full\nsha256: 0\nsections: [{id: s, title: 一}, {id: s, title: 二}]\nparagraphs: [{n: 1, section: s, kind: a, sentences: 1, fingerprint: 0}, {n: 1, section: s, kind: a, sentences: 1, fingerprint: 0}]\n") }.build())
    }
    func bomb(levels: Int, n: Int, sep: String, keys: Bool) -> String {
        var yaml = "a0: &a0 [哈, 哈]\n"
        for level in 1...levels {
            let aliases = Array(repeating: "*a\(level - 1)", count: n).joined(separator: sep)
            yaml += keys ? "? &a\(level) [\(aliases)]\n: \(level)\n" : "a\(level): &a\(level) [\(aliases)]\n"
        }
        return yaml
    }
}
