import Foundation
import Testing

@Suite("What editors put beside the records, and call so, is told with what to do")
struct StrayFilesTests {
    private func check(_ files: [(path: String, text: String)], languages: String = "[zh-Hans]") throws -> [String] {
        try withTemporaryFolder { folder in
            let library = folder.appending(path: "library")
            _ = try Command.run(["init", library.path, "--language", "zh-Hans", "--lang", "zh"])
            for file in files {
                let url = library.appending(path: file.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: url)
            }
            let outcome = try Command.run(["check", "--lang", "zh", "--format", "json"], in: library)
            struct Problem: Decodable {
                var path: String
                var message: String
                var hint: String?
            }
            return try JSONDecoder().decode([Problem].self, from: Data(outcome.output.utf8))
                .map { "\($0.path): \($0.message) = \($0.hint ?? "")" }
        }
    }

    @Test("documents of offices lead to import, files of programs are passed over")
    func documents() throws {
        #expect(
            try check([
                ("content/topics/a.xlsx", ""), ("content/topics/b.wps", ""), ("content/topics/~$a.xlsx", ""),
                ("content/topics/.DS_Store", ""), ("content/c.txt", ""), ("content/metrics/2025.xls", ""),
            ]) == [
                "content/c.txt: 库里用不到这个文件 = 记录是.md文件，表格是content/metrics/*.csv和content/plans/*.csv",
                "content/metrics/2025.xls: 库里用不到这个文件 = "
                    + "原件请放进originals/；要把表格导入成草稿，先移出content/，再运行：exemplar import 2025.xls --kind observation",
                "content/topics/a.xlsx: 库里用不到这个文件 = "
                    + "原件请放进originals/；要把表格导入成草稿，先移出content/，再运行：exemplar import a.xlsx --kind practice",
                "content/topics/b.wps: 库里用不到这个文件 = "
                    + "原件请放进originals/；要把表格导入成草稿，先用WPS或Office另存为.docx，不放在content/里，"
                    + "再运行：exemplar import b.docx --kind practice",
            ])
    }

    @Test("files of languages lead to the tag that is meant")
    func languages() throws {
        let english = "---\ntitle: Repairs\n---\n"
        #expect(
            try check([
                ("content/topics/estate-repairs.cn.md", english), ("content/topics/estate-repairs.zh_Hans.md", english),
                ("content/topics/estate-repairs.zh.md", english), ("templates/strings/zh_CN.yaml", "menu-about: 关于\n"),
                ("templates/strings/zh-Hans.yml", "menu-about: 关于\n"),
                ("templates/strings/zh-Hans.yaml", "menu-about: \"\"\n"),
                ("templates/strings/fr.yaml", "menu-about: À propos\n"),
            ]) == [
                "content/topics/estate-repairs.cn.md: 本站没有“cn”这种语言 = 是不是“zh-Hans”？",
                "content/topics/estate-repairs.zh.md: 本站没有“zh”这种语言 = 是不是“zh-Hans”？",
                "content/topics/estate-repairs.zh_Hans.md: 本站没有“zh_Hans”这种语言 = 是不是“zh-Hans”？",
                "templates/strings/fr.yaml: 本站没有“fr”这种语言，这个文件用不上 = 请把fr写进exemplar.yaml的languages，或者删去这个文件",
                "templates/strings/zh-Hans.yaml: 语言“zh-Hans”里缺少界面文字“menu-about” = 请写上文字；要用程序自带的，删去这一行",
                "templates/strings/zh-Hans.yml: 没有“strings/zh-Hans.yml”这个可以替换的文件 = 是不是“strings/zh-Hans.yaml”？",
                "templates/strings/zh_CN.yaml: 没有“strings/zh_CN.yaml”这个可以替换的文件 = 是不是“strings/zh-Hans.yaml”？",
            ])
    }

    @Test("files of the look, and interface texts written by what they show, lead to where they belong")
    func look() throws {
        #expect(
            try check([
                ("templates/look.css", "a { color: red }"),
                ("templates/strings/zh-Hans.yaml", "做法: 经验\nglosary-title: 名词\n"),
            ]) == [
                "templates/look.css: 没有“look.css”这个可以替换的文件 = 是不是“assets/look.css”？",
                "templates/strings/zh-Hans.yaml: 没有界面文字“做法” = 可以填：practices-title、search-kind-practice、table-practices",
                "templates/strings/zh-Hans.yaml: 没有界面文字“glosary-title” = 是不是“glossary-title”？",
            ])
        #expect(
            try check([("templates/strings/zh-Hans.yaml", "glossary-title:名词\n")]) == [
                "templates/strings/zh-Hans.yaml: 这里要写成“键: 文字”，一行一条 = 写成“glossary-title: …”，冒号后面空一格"
            ])
    }

    @Test("a name in GBK is told as such, with what it says", .enabled(if: namesMayBeAnyBytes))
    func namesInGBK() throws {
        try withTemporaryFolder { folder in
            let library = folder.appending(path: "library")
            try Command.newLibrary(at: library)
            // 小区.md
            let name = [0xD0, 0xA1, 0xC7, 0xF8, 0x2E, 0x6D, 0x64, 0] as [UInt8]
            let path = Array((library.path + "/content/topics/").utf8) + name
            let file = path.withUnsafeBytes { fopen($0.baseAddress?.assumingMemoryBound(to: CChar.self), "w") }
            fclose(try #require(file))
            let outcome = try Command.run(["check", "--lang", "zh"], in: library)
            #expect(outcome.status == 3)
            #expect(
                outcome.errors.hasSuffix(
                    "文件名不是UTF-8编码，按GBK读是“小区.md”，多半来自Windows里做的压缩包；请用unzip -O GBK重新解压，或者给它改名\n"),
                "\(outcome.errors)")
        }
    }

    private static var namesMayBeAnyBytes: Bool {
        #if os(macOS)
            false
        #else
            true
        #endif
    }

    @Test(
        "a command that is misspelt, and a folder without --source",
        arguments: [
            (["chek"], "错误：不认得“chek”；是不是“check”？\n用法："), (["bulid"], "错误：不认得“bulid”；是不是“build”？\n用法："),
            (["check", "content"], "错误：不认得“content”；指明文件夹要写--source content\n用法："),
            (["build", "content"], "错误：不认得“content”；指明文件夹要写--source content\n用法："),
            (["check", "nowhere"], "错误：不认得“nowhere”\n用法："), (["xyz"], "错误：不认得“xyz”\n用法："),
        ])
    func commands(arguments: [String], message: String) throws {
        try withTemporaryFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "content"), withIntermediateDirectories: true)
            let outcome = try Command.run(arguments, in: folder, locale: "zh_CN.UTF-8")
            #expect(outcome.status == 2)
            #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
        }
    }
}
