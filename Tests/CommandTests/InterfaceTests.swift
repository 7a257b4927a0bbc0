import ArgumentParser
import Foundation
import Testing

@testable import exemplar

@Suite("The program speaks the language of its editor")
struct InterfaceTests {
    private static let colliding = ["explain", "path-collision"]
    private static let chinese = """
        path-collision（错误）
        两个页面要写进同一个文件。

        后一个会覆盖前一个。

        怎样改：给其中一条记录改名，或者删去这个旧地址。

        """

    @Test(
        "an argument begins no line of its own, whoever speaks of it",
        arguments: [
            (["new", "topic", "a\n::warning::b"], "‘a␊::warning::b’"), (["explain", "a\u{1B}[31m"], "‘a␛[31m’"),
            (["a\n::warning::b"], "'a␊::warning::b'"), (["build", "--a\n::warning::b=1"], "'--a␊::warning::b'"),
            (["check", "--source", "a\n::warning::b"], "‘a␊::warning::b’"),
        ])
    func lineBreak(arguments: [String], shown: String) throws {
        try withTemporaryFolder { folder in
            let told = try Command.run(arguments, in: folder).errors
            #expect(told.contains(shown) && !told.contains("\n::") && !told.contains("\u{1B}"), "\(told)")
        }
    }

    @Test("by --lang, else by interface in exemplar.yaml, else by the system, else English")
    func choice() throws {
        try withTemporaryFolder { folder in
            func says(_ arguments: [String], _ locale: String) throws -> String {
                try Command.run(arguments + Self.colliding, in: folder, locale: locale).output
            }
            let english = try says([], "C")
            #expect(english.hasPrefix("path-collision (error)\nTwo pages"))
            #expect(try says([], "zh_CN.UTF-8") == Self.chinese)
            #expect(try says([], "fr_FR.UTF-8") == english)
            try "title: 库\nlanguages: [zh-Hans]\ninterface: en\n".write(
                to: folder.appending(path: "exemplar.yaml"), atomically: true, encoding: .utf8)
            #expect(try says([], "zh_CN.UTF-8") == english)
            // What else is wrong there is told in the language that stands there.
            try "title：库\nlanguages: [zh-Hans\ninterface: \"zh\"  # 中文\n".write(
                to: folder.appending(path: "exemplar.yaml"), atomically: true, encoding: .utf8)
            #expect(try says([], "C") == Self.chinese)
            #expect(try says(["--lang", "zh"], "C") == Self.chinese)
            #expect(try says(["--lang=zh"], "C") == Self.chinese)
            #expect(try says(["--lang=en", "--lang", "zh"], "C") == Self.chinese)
            #expect(try says(["--lang", "zh", "--lang=en"], "zh_CN.UTF-8") == english)
        }
    }

    @Test("in every format: ids, keys and severities for programs stay, sentences are Chinese")
    func formats() throws {
        try withTemporaryFolder { library in
            _ = try Command.run(["init", "."], in: library)
            try "---\ntitle: 电梯\nkind: problems\n---\n".write(
                to: library.appending(path: "content/topics/lifts.md"), atomically: true, encoding: .utf8)
            func check(_ format: String) throws -> String {
                try Command.run(["check", "--format", format, "--report", "report.html"], in: library, locale: "zh_CN")
                    .output
            }
            #expect(
                try check("text") == """
                    content/topics/lifts.md:3:7: 错误：“kind”不能填“problems” [invalid-value]
                      3 | kind: problems
                        |       ^~~~~~~~
                        = 是不是“problem”？

                    """)
            #expect(
                try check("github") == """
                    ::error file=content/topics/lifts.md,line=3,col=7,title=invalid-value::“kind”不能填“problems”%0A是不是“problem”？

                    """)
            let json = try check("json")
            #expect(json.contains("\"code\": \"invalid-value\",\n    \"severity\": \"error\""))
            #expect(
                json.contains("\"message\": \"“kind”不能填“problems”\"") && json.contains("\"hint\": \"是不是“problem”？\""))
            let sarif = try check("sarif")
            #expect(sarif.components(separatedBy: "\"language\": \"zh\"").count == 3, "the driver and the run")
            #expect(sarif.contains("\"level\": \"error\"") && sarif.contains("\"text\": \"填的内容不在可用范围之内\""))
            let report = try String(contentsOf: library.appending(path: "report.html"), encoding: .utf8)
            #expect(report.contains("<span class=\"error\">3:7 错误</span> “kind”不能填“problems”"))
        }
    }

    @Test(
        "what is wrong with a call, and what the parser of arguments says of it, too",
        arguments: [
            (["build", "--souce", "x"], "错误：没有“--souce”这个选项；是不是“--source”？\n用法：exemplar build"),
            (
                ["check", "--format", "xml"],
                "错误：“--format <format>”不能写“xml”；可以写：“text”、“json”、“github”、“sarif”、“code-quality”\n"
            ),
            (["init"], "错误：缺少“<dir>”\n"), (["build", "--jobs", "0"], "错误：--jobs要在1到256之间\n"),
            (["new", "topic", "a/b"], "错误：议题的标识里没有斜线，不能写“a/b”\n"),
            (["build", "--source", "nowhere"], "错误：“nowhere”里没有exemplar.yaml；请用--source指明库在哪里\n"),
            (["markdown", "nowhere.md"], "错误：无法读取“nowhere.md”：没有这个文件或文件夹\n"),
        ])
    func failures(arguments: [String], message: String) throws {
        #expect(try Command.run(arguments, locale: "zh_CN.UTF-8").errors.hasPrefix(message))
    }

    @Test(
        "help is Chinese but for names",
        arguments: [[]] + Exemplar.configuration.subcommands.map { [$0._commandName] })
    func help(command: [String]) throws {
        let help = try Command.run(command + ["--help"], locale: "zh_CN.UTF-8").output
        for line in help.split(separator: "\n") where !line.hasPrefix("用法：") {
            #expect(!String(line).hasEnglishSentence, "\(line)")
        }
        #expect(help.contains("选项：\n") && help.contains("显示说明。"))
    }
}
