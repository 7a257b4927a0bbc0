import Diagnostics
import Site
import Testing
import Text

@testable import Changes

@Suite("What happens to records, lists, drafts, addresses and files")
struct SmallChangesTests {
    static let library = Files([
        "exemplar.yaml": "title: 库\nlanguages: [zh-Hans]\n",
        "content/index.md": "---\ntitle: 库\n---\n一。\n\n二。\n\n- 三\n- 四\n",
        "content/topics/lifts.md": "---\ntitle: 电梯\nkind: problem\nsynonyms: [加装电梯, 升降机, 老楼电梯]\n---\n",
        "content/topics/dust.md": "---\ntitle: 扬尘\nkind: problem\nstatus: draft\n---\n",
        "content/pages/about.md": "---\ntitle: 关于\nin-menu: true\n---\n说明。\n",
        "templates/strings/zh-Hans.yaml": "home: 首页\nmenu: 主菜单\n",
    ])

    private func lines(_ change: (inout Files) -> Void) async -> [String] {
        var new = Self.library
        change(&new)
        return await LibraryChanges(from: Self.library, to: new).lines
    }

    private func set(_ path: String, _ text: String) -> (inout Files) -> Void {
        { $0.files[path] = Array(text.utf8) }
    }

    @Test("one more line in a text is one addition, and so is one more name")
    func insertion() async {
        #expect(
            await lines(set("content/index.md", "---\ntitle: 库\n---\n一。\n\n新。\n\n二。\n\n- 三\n- 四\n"))
                == ["home index: body 2 (zh-Hans): + 新。"])
        #expect(
            await lines(
                set(
                    "content/topics/lifts.md",
                    "---\ntitle: 电梯\nkind: problem\nsynonyms: [梯子, 加装电梯, 升降机, 老楼电梯]\n---\n"))
                == ["topic lifts: synonyms 1: + name.zh-Hans = 梯子"])
    }

    @Test("what stands elsewhere in a list has moved")
    func moving() async {
        #expect(
            await lines(
                set(
                    "content/topics/lifts.md",
                    "---\ntitle: 电梯\nkind: problem\nsynonyms: [升降机, 老楼电梯, 加装电梯]\n---\n"))
                == ["topic lifts: synonyms 3: name.zh-Hans = 加装电梯 moved from 1 to 3"])
    }

    @Test("a page with another id has been renamed if its aliases say so; without, its address is gone")
    func renaming() async {
        #expect(
            await lines {
                $0.files["content/pages/about.md"] = nil
                set("content/pages/us.md", "---\ntitle: 关于我们\nin-menu: true\naliases: [pages/about]\n---\n说明。\n")(&$0)
            } == [
                "page us renamed from about", "page us: title (zh-Hans): 关于 → 关于我们", "page us: aliases: + pages/about",
                "address pages/about.html → pages/us.html",
            ])
        #expect(
            await lines {
                $0.files["content/pages/about.md"] = nil
                set("content/pages/us.md", "---\ntitle: 关于\nin-menu: true\n---\n说明。\n")(&$0)
            } == [
                "page about removed", "page about: title (zh-Hans): - 关于", "page about: status: - published",
                "page about: order: - 0", "page about: in-menu: - true", "page about: body (zh-Hans): - 说明。",
                "page us added", "page us: title (zh-Hans): + 关于", "page us: status: + published",
                "page us: order: + 0", "page us: in-menu: + true", "page us: body (zh-Hans): + 说明。",
                "address pages/about.html is gone",
            ])
    }

    @Test("a draft that is published, one that is taken back, and a change that no reader sees")
    func drafts() async {
        #expect(
            await lines(set("content/topics/dust.md", "---\ntitle: 扬尘\nkind: problem\n---\n"))
                == ["topic dust is changed [published]", "topic dust: status: draft → published"])
        let gone = await lines(
            set("content/pages/about.md", "---\ntitle: 关于\nin-menu: true\nstatus: draft\n---\n说明。\n"))
        #expect(
            gone == [
                "page about is changed [withdrawn]", "page about: status: published → draft",
                "address pages/about.html is gone",
            ])
        #expect(
            await lines(set("content/topics/dust.md", "---\ntitle: 工地扬尘\nkind: problem\nstatus: draft\n---\n"))
                == ["topic dust is changed [draft]", "topic dust: title (zh-Hans): 扬尘 → 工地扬尘"])
    }

    @Test("files are named where their bytes or, of texts and YAML, what they say is another")
    func otherFiles() async {
        #expect(
            await lines {
                set("templates/strings/zh-Hans.yaml", "\u{FEFF}menu: \"主菜单\"\r\nhome: 首页\r\n")(&$0)
            } == [])
        #expect(
            await lines {
                set("templates/strings/zh-Hans.yaml", "home: 主页\nmenu: 主菜单\n")(&$0)
                set("templates/page.mustache", "<p>{{title}}</p>")(&$0)
                set("content/pages/map.pdf", "%PDF-1.4")(&$0)
            } == [
                "file content/pages/map.pdf added", "file templates/page.mustache added",
                "file templates/strings/zh-Hans.yaml changed",
            ])
    }

    @Test("a language more, and the settings")
    func settings() async {
        let changes = await lines {
            set(
                "exemplar.yaml",
                "title: {zh-Hans: 库, en: Library}\nlanguages: [zh-Hans, en]\nspellings: [重庆 chong qing]\n")(&$0)
            set("content/pages/about.en.md", "---\ntitle: About\n---\nWords.\n")(&$0)
        }
        #expect(
            changes == [
                "settings: title (en): + Library", "settings: languages: + en", "settings: spellings: + 重庆 chong qing",
                "page about: title (en): + About", "page about: body (en): + Words.",
            ])
    }

    @Test("tools are given keys, ids and values")
    func json() async throws {
        var new = Self.library
        set("content/index.md", "---\ntitle: 库\n---\n一。\n\n二！\n\n- 三\n- 四\n")(&new)
        new.files["content/pages/about.md"] = nil
        set("content/pages/us.md", "---\ntitle: 关于\nin-menu: true\naliases: [pages/about]\n---\n说明。\n")(&new)
        set(
            "content/topics/lifts.md", "---\ntitle: 电梯\nkind: problem\nsynonyms: [加装电梯, 老楼电梯, 升降机, 梯子]\n---\n")(&new)
        set("templates/page.mustache", "<p>{{title}}</p>")(&new)
        let changes = await LibraryChanges(from: Self.library, to: new)
        try expect(changes.json.text(indented: true) + "\n", in: "changes.json")
    }

    @Test("two libraries that say the same have no changes, and it is told whether they are the same")
    func nothing() async {
        var new = Self.library
        set(
            "content/topics/lifts.md", "---\nsynonyms:\n- \"加装电梯\"\n- 升降机\n- 老楼电梯\nkind: 'problem'\ntitle: 电梯\n---\n\n")(
                &new)
        let rewritten = await LibraryChanges(from: Self.library, to: new)
        #expect(rewritten.isEmpty)
        #expect(
            rewritten.page(in: .en).text == """
                What changed
                from old to new
                Nothing changed but the way files are written. Every text, figure and setting says the same.

                """)
        let same = await LibraryChanges(from: Self.library, to: Self.library)
        #expect(same.page(in: .zh).text == "变化清单\n从old到new\n没有变化：两者完全相同。\n")
    }

    @Test("people are told in their words")
    func words() async throws {
        var new = Self.library
        set("content/index.md", "---\ntitle: 库\n---\n一。\n\n二，见[关于](pages/about.md)。\n\n- 三\n- 四\n")(&new)
        set("content/topics/dust.md", "---\ntitle: 扬尘\nkind: target-group\nreviewed: 2026-01-31\n---\n")(&new)
        let changes = await LibraryChanges(from: Self.library, to: new)
        try expect(changes.page(in: .zh).text, in: "changes.zh.txt")
        try expect(changes.page(in: .en).markdown, in: "changes.en.md")
    }
}
