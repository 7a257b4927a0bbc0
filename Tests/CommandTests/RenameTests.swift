import Foundation
import TestSupport
import Testing

@Suite("rename, archive and publish change all that hangs together, or nothing")
struct RenameTests {
    /// Every file of a library by its path.
    private static func texts(in library: URL) throws -> [String: String] {
        var texts: [String: String] = [:]
        for folder in ["content", "seeds"] {
            for path in try FileManager.default.subpathsOfDirectory(atPath: library.appending(path: folder).path) {
                let url = library.appending(path: folder + "/" + path)
                guard !url.hasDirectoryPath else { continue }
                texts[folder + "/" + path] = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
            }
        }
        return texts
    }

    @Test(
        "the five-city library is sound after one thing of each kind got another id, and the old addresses lead there")
    func fiveCities() throws {
        let renamings = [
            ("place:panjin", "panjin-city", "places/panjin.html"),
            ("practice:panjin-city/three-grids", "panjin-city/grids", "practices/panjin/three-grids.html"),
            ("practice:guangzhou/hotline-dispatch", "wuhan/hotline", "practices/guangzhou/hotline-dispatch.html"),
            ("content/mechanisms/grid.en.md", "grid-work", "mechanisms/grid.html"),
            ("topic:residents", "people", "topics/residents.html"),
            (
                "case:changzhou/three-community-types-study", "changzhou/study",
                "cases/changzhou/three-community-types-study.html"
            ),
            ("page:methods", "how", "pages/methods.html"),
            ("obs:panjin-grid-events", "events-in-grids", nil), ("term:three-grids", "grids-three", nil),
            ("task:wuhan-2025-duties", "duties", nil), ("metric:first-secretaries", "secretaries", nil),
            ("source:roundtable-2025", "round-table", nil), ("adoption:guangzhou-districts", "districts", nil),
        ]
        try withLibraryCopy { library in
            for (old, new, _) in renamings {
                let outcome = try Command.run(["rename", old, new], in: library)
                #expect(outcome.status == 0, "\(old): \(outcome.output)\(outcome.errors)")
            }
            let check = try Command.run(["check", "--strict"], in: library)
            #expect(check.status == 0, "\(check.output)")
            _ = try Command.run(["build", "--output", "site"], in: library)
            #expect(try Command.run(["check", "--output", "site"], in: library).status == 0)
            let kit = try String(
                contentsOf: library.appending(path: "site/kits/panjin/three-grids.html"), encoding: .utf8)
            #expect(kit.contains("url=../panjin-city/grids.html"), "a kit moves with its practice: \(kit.prefix(400))")
            for case (let old, _, let address?) in renamings {
                let page = try String(contentsOf: library.appending(path: "site/" + address), encoding: .utf8)
                #expect(page.contains("http-equiv=\"refresh\""), "\(old): \(page.prefix(400))")
            }
        }
    }

    @Test("there and back again leaves every file as it was, but for the way from the address between")
    func thereAndBack() throws {
        try withLibraryCopy { library in
            let before = try Self.texts(in: library)
            for (old, new) in [("place:panjin", "panjin-city"), ("place:panjin-city", "panjin")] {
                #expect(try Command.run(["rename", old, new], in: library).status == 0)
            }
            let after = try Self.texts(in: library)
            #expect(Set(after.keys) == Set(before.keys))
            let changed = after.filter { before[$0] != $1 }
            #expect(
                changed.keys.sorted()
                    == before.keys.filter { path in
                        (path.contains("/panjin/") || path == "content/places/panjin.md") && !path.hasSuffix(".en.md")
                    }.sorted())
            for (path, text) in changed {
                let lines = text.split(separator: "\n").filter { before[path]?.contains($0) == false }
                #expect(lines.count == 1 && lines[0].hasPrefix("aliases: ["), "\(path): \(lines)")
            }
        }
    }

    @Test("what stands around a changed field stays: comments, line ends, lists of a line for each entry")
    func surroundings() throws {
        try withLibraryCopy { library in
            func write(_ text: String, to path: String) throws {
                try text.write(to: library.appending(path: path), atomically: true, encoding: .utf8)
            }
            func text(_ path: String) throws -> String {
                try String(contentsOf: library.appending(path: path), encoding: .utf8)
            }
            let title = "title: {zh-Hans: 甲, en: A}\r\nkind: problem\r\n"
            try write(
                "---\r\n\(title)aliases: # old ones\r\n  - topics/x # first\r\n  - 'topics/y'\r\n"
                    + "status: draft # later\r\n---\r\n", to: "content/topics/one.md")
            try write("---\r\n\(title)status: draft\r\n---\r\n", to: "content/topics/two.md")
            try write(
                "---\n\(title.replacing("\r\n", with: "\n"))aliases: ['topics/v', topics/u] # two\n---\n",
                to: "content/topics/three.md")
            try write(
                "---\naliases: ['topics/t',\n  topics/s]\n# the title\n\(title.replacing("\r\n", with: "\n"))---\n",
                to: "content/topics/four.md")
            for name in ["one", "two", "three", "four"] {
                let outcome = try Command.run(["rename", "topic:\(name)", "\(name)-b", "--dry-run"], in: library)
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(try Command.run(["rename", "topic:\(name)", "\(name)-b"], in: library).status == 0)
            }
            #expect(try Command.run(["publish", "topic:one-b"], in: library).status == 0)
            #expect(
                try text("content/topics/one-b.md")
                    == "---\r\n\(title)aliases: # old ones\r\n  - topics/x # first\r\n  - 'topics/y'\r\n"
                    + "  - topics/one\r\nstatus: published # later\r\n---\r\n")
            #expect(
                try text("content/topics/two-b.md")
                    == "---\r\n\(title)status: draft\r\naliases: [topics/two]\r\n---\r\n")
            #expect(
                try text("content/topics/four-b.md")
                    == "---\naliases: [topics/t, topics/s, topics/four]\n# the title\n"
                    + "\(title.replacing("\r\n", with: "\n"))---\n")
            #expect(
                try text("content/topics/three-b.md").contains(
                    "\naliases: [topics/v, topics/u, topics/three] # two\n---\n"))
        }
    }

    @Test("names in the menu, in lists of steps and behind a folder that looks like them follow, and nothing else does")
    func elsewhere() throws {
        try withLibraryCopy { library in
            func edit(_ path: String, _ change: (String) -> String) throws {
                let file = library.appending(path: path)
                try change((try? String(contentsOf: file, encoding: .utf8)) ?? "").write(
                    to: file, atomically: true, encoding: .utf8)
            }
            func text(_ path: String) throws -> String {
                try String(contentsOf: library.appending(path: path), encoding: .utf8)
            }
            try edit("exemplar.yaml") { $0 + "menu: {order: [methods], hide: [methods]} # ours\n" }
            try edit("content/places/ace.md") { _ in "---\ntitle: {zh-Hans: 王牌, en: Ace}\nlevel: city\n---\n" }
            try edit("content/corrections.csv") { text in
                let head = text.split(separator: "\n")[0]
                let cells = head.split(separator: ",").map { column in
                    ["date": "2026-01-01", "object": "places/ace"][column] ?? "x"
                }
                return text + cells.joined(separator: ",") + "\n"
            }
            let block = "\n```steps\n- panjin-grid-events\n```\n"
            try edit("content/pages/methods.md") { $0 + block }
            let renamings = [("page:methods", "how"), ("place:ace", "jack"), ("obs:panjin-grid-events", "grid-events")]
            for (old, new) in renamings {
                let outcome = try Command.run(["rename", old, new], in: library)
                #expect(outcome.status == 0, "\(old): \(outcome.errors)")
            }
            #expect(try text("exemplar.yaml").hasSuffix("menu: {order: [how], hide: [how]} # ours\n"))
            #expect(try text("content/corrections.csv").contains(",places/jack,"))
            #expect(try text("content/pages/how.md").hasSuffix(block))
        }
    }

    @Test("what cannot be renamed is told, and no file changes")
    func refused() throws {
        try withLibraryCopy { library in
            let before = try Self.texts(in: library)
            func refusal(_ arguments: String...) throws -> String {
                let outcome = try Command.run(arguments, in: library)
                #expect(outcome.status != 0)
                return outcome.errors
            }
            #expect(
                try refusal("rename", "practice:panjin/three-grid", "panjin/x").contains(
                    "did you mean ‘panjin/three-grids’?"))
            #expect(try refusal("rename", "coordination-mechanism", "Coordination").contains("cannot be an id"))
            #expect(try refusal("rename", "panjin/three-grids", "three").contains("has its place in it"))
            #expect(try refusal("rename", "place:panjin", "wuhan").contains("there is already a place ‘wuhan’"))
            #expect(try refusal("rename", "panjin/three-grids", "linan/three").contains("unknown place ‘linan’"))
            #expect(try refusal("archive", "metric:x").contains("there is nothing called ‘metric:x’"))
            #expect(try refusal("archive", "source:roundtable-2025").contains("has no status"))
            #expect(try Command.run(["rename", "place:wuhan", "w", "--dry-run"], in: library).status == 0)
            #expect(try Self.texts(in: library) == before)
        }
    }

    @Test("an archived practice leaves no empty link, and its case still names it")
    func archived() throws {
        try withLibraryCopy { library in
            #expect(try Command.run(["archive", "changzhou/three-community-types"], in: library).status == 0)
            #expect(try Command.run(["check", "--strict"], in: library).status == 0)
            _ = try Command.run(["build", "--output", "site"], in: library)
            #expect(try Command.run(["check", "--output", "site"], in: library).status == 0)
            let site = library.appending(path: "site")
            for path in try FileManager.default.subpathsOfDirectory(atPath: site.path) where path.hasSuffix(".html") {
                let page = try String(contentsOf: site.appending(path: path), encoding: .utf8)
                #expect(!page.contains("href=\"\""), "\(path)")
            }
            let page = try String(
                contentsOf: site.appending(path: "cases/changzhou/three-community-types-study.html"), encoding: .utf8)
            #expect(page.contains("practices/changzhou/three-community-types.html"))
        }
    }

    @Test("all drafts are published at once, or none while one has something to fill in")
    func published() throws {
        try withLibraryCopy { library in
            func draft(_ name: String, _ title: String) throws -> URL {
                let file = library.appending(path: "content/topics/\(name).md")
                try "---\ntitle: \(title)\nkind: problem\nstatus: draft # later\n---\n".write(
                    to: file, atomically: true, encoding: .utf8)
                return file
            }
            try FileManager.default.removeItem(at: library.appending(path: "templates"))
            let (one, two) = (try draft("one", "{zh-Hans: 甲, en: A}"), try draft("two", "【待填】"))
            let refused = try Command.run(["publish", "--all-drafts"], in: library)
            #expect(refused.status == 1 && refused.errors.contains("content/topics/two.md:2:8"), "\(refused.errors)")
            #expect(try String(contentsOf: one, encoding: .utf8).contains("status: draft"))
            _ = try draft("two", "{zh-Hans: 乙, en: B}")
            let outcome = try Command.run(["publish", "--all-drafts"], in: library)
            #expect(outcome.output == "content/topics/one.md\ncontent/topics/two.md\n", "\(outcome.errors)")
            #expect(
                try String(contentsOf: two, encoding: .utf8)
                    == "---\ntitle: {zh-Hans: 乙, en: B}\nkind: problem\nstatus: published # later\n---\n")
        }
    }
}
