import Testing

@testable import Content

@Suite("The library keeps its lists in the order in which they are shown")
struct LibraryOrderTests {
    private func practice(_ id: String, _ modality: String) -> File {
        let place = id.prefix { $0 != "/" }
        return File(
            "content/practices/\(id).md",
            "---\ntitle: 一\nplace: \(place)\nproblem: 无\nmechanisms: grid\nmodality: \(modality)\n---\n")
    }

    @Test("practices by place, what is reported before what is proposed; cases by place; pages by their number")
    func order() async {
        let outcome = await Folder {
            File("content/mechanisms/grid.md", "---\ntitle: 网格\nkind: grid\n---\n")
            File("content/places/panjin.md", "---\ntitle: 盘锦\nlevel: city\ncode: 211100\n---\n")
            File("content/places/changzhou.md", "---\ntitle: 常州\nlevel: city\ncode: 320400\n---\n")
            practice("changzhou/a", "reported")
            practice("panjin/a", "proposed")
            practice("panjin/b", "reported")
            practice("panjin/c", "proposed")
            File("content/cases/changzhou/a.md", "---\ntitle: 一\npractice: panjin/a\nproblem: 无\n---\n")
            File("content/cases/panjin/z.md", "---\ntitle: 二\npractice: panjin/a\nproblem: 无\n---\n")
            File("content/pages/about.md", "---\ntitle: 关于\norder: 2\nin-menu: true\n---\n")
            File("content/pages/methods.md", "---\ntitle: 方法\norder: 1\n---\n")
            File("content/pages/zzz.md", "---\ntitle: 其他\n---\n")
            File("content/index.md", "---\ntitle: 首页\nsummary: 五城\n---\n")
        }.build()
        #expect(outcome.problems == [])
        let library = outcome.library
        #expect(library.places.map(\.header.id) == ["panjin", "changzhou"])
        #expect(library.practices.map(\.header.id) == ["panjin/b", "panjin/a", "panjin/c", "changzhou/a"])
        #expect(library.cases.map(\.header.id) == ["panjin/z", "changzhou/a"])
        #expect(library.pages.map(\.header.id) == ["zzz", "methods", "about"])
        #expect(library.pages.map(\.isInMenu) == [false, false, true])
        #expect(library.home?.summary?[0] == "五城")
        #expect(library.relations.casesOfPractice == [[], [0, 1], [], []])
        let named = [RecordID(.home, 0), RecordID(.place, 1), RecordID(.practice, 0), RecordID(.page, 2)]
        #expect(named.map { library.header(of: $0)?.title[0] } == ["首页", "常州", "一", "关于"])
    }

    @Test("readers get their own language, else the default, else the first there is")
    func localized() {
        func best(_ values: [String?]) -> [String] {
            let text = Localized(values)
            return (0...2).map { language in text.best(language).map { "\($0.value)\($0.language)" } ?? "–" }
        }
        #expect(best(["甲", "a", nil]) == ["甲0", "a1", "甲0"])
        #expect(best([nil, "a", "à"]) == ["a1", "a1", "à2"])
        #expect(best([nil, nil, nil]) == ["–", "–", "–"])
        #expect(Localized([nil, "a"])[0] == "a" && Localized<String>([])[0] == "")
        #expect(Localized(["甲", nil, "à"]).all == ["甲", "à"])
        #expect(Localized(["甲", nil]).map(\.count) == Localized([1, nil]))
    }
}
