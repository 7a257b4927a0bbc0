import Foundation
import Testing

@Suite("A library is begun, written and filled from the command line")
struct AuthoringCommandTests {
    @Test(
        "the language of a new library is understood however it is written",
        arguments: [("zh", "zh-Hans"), ("cn", "zh-Hans"), ("中文", "zh-Hans"), ("EN_us", "en")])
    func language(written: String, tag: String) throws {
        try withTemporaryFolder { folder in
            #expect(try Command.run(["init", "library", "--language", written], in: folder).status == 0)
            let settings = try String(contentsOf: folder.appending(path: "library/exemplar.yaml"), encoding: .utf8)
            #expect(settings.contains("languages: [\(tag)]"))
            let refused = try Command.run(["init", "other", "--language", "zh-TW"], in: folder)
            #expect(refused.status == 2 && refused.errors.contains("zh-Hans"))
        }
    }

    private func paths(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    }

    private func replace(_ old: String, with new: String, in path: String, of library: URL) throws {
        let file = library.appending(path: path)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(old), "\(path) has no \(old)")
        try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
    }

    @Test("init makes a library that checks and builds at once", arguments: ["zh-Hans", "en"])
    func initBuilds(language: String) throws {
        try withTemporaryFolder { folder in
            let made = try Command.run(["init", "my library", "--language", language], in: folder)
            #expect(made.status == 0)
            #expect(made.output.hasPrefix("16 files in my library\n"))
            let library = folder.appending(path: "my library")
            let checked = try Command.run(
                ["check", "--strict", "--originals", "originals", "--lang", "en"], in: library)
            #expect(checked.status == 0)
            #expect(checked.errors.contains("3 paragraphs and 1 figures confirmed, 1 of 1 files identical"))
            let built = try Command.run(["build", "--strict"], in: library)
            #expect(built.status == 0)
            #expect(built.output.contains("个页面") == (language == "zh-Hans"), "it speaks the language of its editors")
            let page = try String(
                contentsOf: library.appending(path: "public/practices/example-city/joint-meeting.html"), encoding: .utf8
            )
            #expect(page.contains("<html lang=\"\(language)\""))
        }
    }

    @Test("init refuses a folder with something in it, and leaves it as it was")
    func initRefuses() throws {
        try withTemporaryFolder { folder in
            try "mine".write(to: folder.appending(path: "thesis.txt"), atomically: true, encoding: .utf8)
            let outcome = try Command.run(["init", folder.path])
            #expect(outcome.status == 3)
            #expect(outcome.errors.contains("is not empty (it has ‘thesis.txt’); choose a new or empty folder"))
            #expect(try paths(in: folder) == ["thesis.txt"])
            #expect(try Command.run(["init", folder.path + "/thesis.txt"]).status == 3)
            #expect(try Command.run(["init", folder.path + "/new", "--language", "fr"]).status == 2)
            #expect(try Command.run(["init"]).status == 2)
            try FileManager.default.createDirectory(
                at: folder.appending(path: "v/.git"), withIntermediateDirectories: true)
            #expect(try Command.run(["init", folder.path + "/v"]).status == 0, "version control may be there already")
        }
    }

    @Test("from a new record to a published page, as docs/authoring.md tells")
    func publish() throws {
        try withTemporaryFolder { library in
            try Command.newLibrary(at: library)
            let place = try Command.run(["new", "place", "linan", "--title", "临安区"], in: library)
            #expect(place.status == 0 && place.output == "content/places/linan.md\n")
            let document = "临安区每周二碰头。全年办结诉求120件。\n"
            try document.write(to: library.appending(path: "originals/notice.txt"), atomically: true, encoding: .utf8)
            #expect(
                try Command.run(
                    ["new", "source", "notice", "--title", "简报", "--from", "originals/notice.txt"], in: library
                ).status == 0)
            #expect(try Command.run(["new", "metric", "cases-closed", "--title", "办结件数"], in: library).status == 0)
            #expect(try Command.run(["new", "practice", "linan/weekly", "--title", "每周碰头"], in: library).status == 0)

            let waiting = try Command.run(["build"], in: library)
            #expect(waiting.status == 1)
            #expect(waiting.errors.contains("2 errors"), "the outlet of the source and the definition of the metric")
            try replace("outlet: 【待填】谁发布的", with: "outlet: 临安区简报", in: "seeds/notice/source.yaml", of: library)
            try replace(
                "definition: 【待填】算的是什么", with: "definition: 一年办结的诉求件数", in: "content/metrics/metrics.yaml",
                of: library)
            let drafts = try Command.run(["check", "--drafts"], in: library)
            #expect(drafts.status == 0)
            #expect(drafts.errors.contains("2 warnings"), "the problem and the mechanisms of the practice")

            let practice = "content/practices/linan/weekly.md"
            try replace(
                "problem: 【待填】要解决什么问题", with: "problem: {text: 诉求没有人管, from: notice#P1.S2}", in: practice, of: library)
            try replace("mechanisms: 【待填】机制的标识", with: "mechanisms: joint-meeting", in: practice, of: library)
            try replace("outcomes:\n", with: "outcomes: linan-closed\n", in: practice, of: library)
            try replace("status: draft", with: "status: published", in: practice, of: library)
            try replace("status: draft", with: "status: published", in: "content/places/linan.md", of: library)
            let rows = library.appending(path: "content/metrics/observations.csv")
            let table = try String(contentsOf: rows, encoding: .utf8)
            try (table + "linan-closed,cases-closed,linan,,120件,,,,,result,,,notice,P1.S2,,,\n")
                .write(to: rows, atomically: true, encoding: .utf8)
            let checked = try Command.run(["check", "--strict", "--originals", "originals"], in: library)
            #expect(checked.status == 0, "\(checked.output)")
            #expect(try Command.run(["build", "--strict"], in: library).status == 0)
            #expect(
                try String(contentsOf: library.appending(path: "public/practices/linan/weekly.html"), encoding: .utf8)
                    .contains("120件"))
        }
    }

    @Test("new says what is wrong with an id, and overwrites nothing")
    func newRefuses() throws {
        try withTemporaryFolder { library in
            try Command.newLibrary(at: library)
            let before = try paths(in: library)
            for (arguments, status, message) in [
                (["practice", "exmple-city/x"], 2, "there is no place ‘exmple-city’; did you mean ‘example-city’?"),
                (["practice", "x"], 2, "has its place in it"), (["topic", "a/b"], 2, "has no folder in it"),
                (["place", "临安"], 2, "‘临安’ cannot be an id"), (["place", "../x"], 2, "has no folder in it"),
                (["practise", "example-city/x"], 2, "practise"), (["page", "a", "--from", "b"], 2, "for sources only"),
                (
                    ["case", "example-city/leaking-roof"], 3,
                    "already there, and nothing is overwritten: ‘content/cases/example-city/leaking-roof.md’"
                ),
                (["metric", "meetings-held"], 3, "there is already a metric ‘meetings-held’"),
                (["source", "a", "--from", "nowhere.txt"], 3, "cannot read ‘nowhere.txt’"),
                (["source", "a", "--from", "content"], 3, "not a regular file"),
                (["place", "a", "--source", "nowhere"], 2, "there is no exemplar.yaml"),
            ] {
                let outcome = try Command.run(["new"] + arguments, in: library)
                #expect(outcome.status == Int32(status), "\(arguments)")
                #expect(outcome.errors.contains(message), "\(arguments): \(outcome.errors)")
            }
            #expect(try paths(in: library) == before)
        }
    }

    @Test("schema prints the schema of a kind, or writes those of all, in the words of the library")
    func schemas() throws {
        try withTemporaryFolder { library in
            let bare = try Command.run(["schema", "case", "--language", "en"], in: library)
            #expect(
                bare.status == 0 && bare.output.contains("\"description\": \"the problem; one statement (required)\""))
            try Command.newLibrary(at: library)
            try FileManager.default.createDirectory(
                at: library.appending(path: "templates/authoring"), withIntermediateDirectories: true)
            try "case: {result: 怎样了}\n".write(
                to: library.appending(path: "templates/authoring/zh-Hans.yaml"), atomically: true, encoding: .utf8)
            let schema = try Command.run(["schema", "case"], in: library)
            #expect(schema.output.contains("\"description\": \"怎样了\"") && schema.output.contains("\"zh-Hans\": {"))
            #expect(try Command.run(["schema", "--all", "schemas"], in: library).output == "")
            let file = library.appending(path: "schemas/case.schema.json")
            let written = try String(contentsOf: file, encoding: .utf8)
            let remark = #/,\n  "\$comment": "generator: exemplar [0-9a-f]{16}"/#
            #expect(written.contains(remark) && written.replacing(remark, with: "") == schema.output)
            #expect(try paths(in: library.appending(path: "schemas")).count == 20)
            #expect(
                try Command.run(["schema", "--all", "schemas"], in: library).status == 0, "they may be written anew")
            let translation = try Command.run(["schema", "case", "--translation"], in: library)
            #expect(translation.output.contains("\"title\": \"case\"") && !translation.output.contains("\"required\""))
            for (arguments, status) in [
                ([], 2), (["cases"], 2), (["case", "--all", "x"], 2), (["metric", "--translation"], 2),
                (["case", "--language", "fr"], 2), (["--all", "exemplar.yaml/x"], 3),
            ] {
                #expect(try Command.run(["schema"] + arguments, in: library).status == Int32(status), "\(arguments)")
            }
        }
    }

    @Test("import shows what it would do, writes drafts that check reads, and never overwrites")
    func imports() throws {
        try withTemporaryFolder { library in
            try Command.newLibrary(at: library)
            let before = try paths(in: library)
            // ‘标题,问题,备注’ and ‘议事,停车,无’ in GBK, as Excel on Chinese Windows saves them.
            let gbk: [UInt8] = [
                0xB1, 0xEA, 0xCC, 0xE2, 0x2C, 0xCE, 0xCA, 0xCC, 0xE2, 0x2C, 0xB1, 0xB8, 0xD7, 0xA2, 0x0D, 0x0A, 0xD2,
                0xE9, 0xCA, 0xC2, 0x2C, 0xCD, 0xA3, 0xB3, 0xB5, 0x2C, 0xCE, 0xDE, 0x0D, 0x0A,
            ]
            try Data(gbk).write(to: library.appending(path: "a.csv"))
            let arguments = ["import", "a.csv", "--kind", "case", "--place", "example-city"]
            let dry = try Command.run(arguments + ["--dry-run"], in: library)
            #expect(dry.status == 0)
            #expect(
                dry.output == """
                    标题 → title
                    问题 → problem
                    not taken over, or not as it stands there:
                      备注: no field is known for it
                      a.csv was read as GB18030
                      no column or line names the reporting unit; if it is one for all, say --reported-by NAME
                    name the field of such a column with --map HEADER=FIELD, or leave it out with --map HEADER=-
                    fields: id, title, place, practice, period, period-inferred, problem, response, result, \
                    outcomes, lessons, went-wrong, topics, body, reviewed, aliases, from
                    content/cases/example-city/yi-shi.md  议事
                    seeds/a/source.yaml records the table as a source: 2 paragraphs, one a cell; 0 reporting units
                    dry run: nothing was written

                    """)
            #expect(try paths(in: library) == (before + ["a.csv"]).sorted())

            try "备注: body\n别的: title\n".write(
                to: library.appending(path: "map.yaml"), atomically: true, encoding: .utf8)
            let practice = ["--set", "practice=example-city/joint-meeting"]
            let wet = try Command.run(arguments + practice + ["--mapping", "map.yaml"], in: library)
            #expect(wet.status == 0)
            #expect(wet.output.hasSuffix("1 drafts written; next: exemplar check --drafts\n"))
            #expect(try Command.run(["check", "--drafts", "--strict"], in: library).status == 0)
            let again = try Command.run(arguments, in: library)
            #expect(again.status == 1)
            #expect(again.errors.contains("a.csv:2:1: error: there is already content/cases/example-city/yi-shi.md"))
            #expect(again.errors.hasSuffix("1 error; nothing was written\n"))
            #expect(try Command.run(arguments + ["--skip-existing"], in: library).status == 0)
        }
    }

    @Test("a table of figures asks for metrics and tells all else at once; a dry run writes no questions either")
    func importsFigures() throws {
        try withTemporaryFolder { library in
            try Command.newLibrary(at: library)
            try "指标,地区,时间,数值\n诉求数,没有市,2025年,12\n".write(
                to: library.appending(path: "a.csv"), atomically: true, encoding: .utf8)
            let before = try paths(in: library)
            let arguments = ["import", "a.csv", "--kind", "observation", "--metrics", "m.csv", "--set", "role=result"]
            let dry = try Command.run(arguments + ["--dry-run"], in: library)
            #expect(dry.status == 1 && dry.errors.contains("unknown metric ‘诉求数’"))
            #expect(dry.errors.contains("unknown place ‘没有市’"))
            #expect(try paths(in: library) == before)
            let asked = try Command.run(arguments, in: library)
            #expect(asked.status == 1 && asked.errors.contains("unknown place ‘没有市’"))
            #expect(!asked.errors.contains("unknown metric"), "the table of questions asks")
            #expect(try paths(in: library) == (before + ["m.csv"]).sorted())
        }
    }

    @Test("one bad row keeps the whole table from being written")
    func importsAllOrNothing() throws {
        try withTemporaryFolder { library in
            try Command.newLibrary(at: library)
            try "标题,地区\n好,示例市\n坏,没有市\n".write(
                to: library.appending(path: "a.csv"), atomically: true, encoding: .utf8)
            let before = try paths(in: library)
            let outcome = try Command.run(["import", "a.csv", "--kind", "case"], in: library)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("a.csv:3:3: error: unknown place ‘没有市’"))
            #expect(try paths(in: library) == before)
            try Data([0x50, 0x4B, 0x03, 0x04]).write(to: library.appending(path: "a.xlsx"))
            let workbook = try Command.run(["import", "a.xlsx", "--kind", "case"], in: library)
            #expect(
                workbook.status == 1 && workbook.errors.contains("‘a.xlsx’ is cut short or damaged; open it in Excel"))
            for (arguments, status) in [
                (["a.csv"], 2), (["a.csv", "--kind", "place"], 2), (["a.csv", "--kind", "case", "--map", "标题"], 2),
                (["a.csv", "--kind", "case", "--map", "标题=titel"], 2), (["a.csv", "--kind", "case", "--set", "=x"], 2),
                (["b.csv", "--kind", "case"], 3), (["a.csv", "--kind", "observation", "--no-cite"], 2),
                (["a.csv", "--kind", "practice", "--as", "list", "--map", "a=b", "--no-cite"], 2),
                (["a.csv", "--kind", "case", "--no-cite", "--cite-as", "a"], 2),
                (["a.csv", "--kind", "case", "--metrics", "m.csv"], 2),
                (["a.csv", "--kind", "case", "--place", "没有"], 2),
                (["a.csv", "--kind", "case", "--mapping", "b.yaml"], 3),
            ] {
                #expect(try Command.run(["import"] + arguments, in: library).status == Int32(status), "\(arguments)")
            }
            let list = ["import", "a.docx", "--kind", "practice", "--as", "list", "--sheet", "1", "--no-cite"]
            #expect(
                try Command.run(list, in: library).errors.contains(
                    "--no-cite, --sheet would change nothing with --as list; leave it out"))
            #expect(try paths(in: library) == (before + ["a.xlsx"]).sorted())
        }
    }
}
