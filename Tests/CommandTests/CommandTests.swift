import Foundation
import TestSupport
import Testing

@Suite("The command line does what its help says")
struct CommandTests {
    @Test("check --strict finds no problem in the five-city library")
    func checkStrict() throws {
        let outcome = try Command.run(["check", "--strict"])
        #expect(outcome.status == 0)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("pages checked: 0 problems; "))
    }

    @Test("--version says the version, and the commit where there is one")
    func version() throws {
        let text = try Command.run(["--version"]).output
        #expect(text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+( \([0-9a-f]{9}\+?\))?\n/) != nil, "\(text)")
    }

    @Test("build writes a site, and a second build changes nothing")
    func buildTwice() throws {
        try withTemporaryFolder { folder in
            let first = try Command.run(["build", "--output", folder.path + "/site", "--timings"])
            #expect(first.status == 0)
            #expect(first.output.contains(" 0 unchanged, 0 removed; 0 problems; "))
            for stage in ["scan", "read", "check", "plan", "render and publish"] {
                #expect(first.errors.contains(stage))
            }
            #expect(FileManager.default.fileExists(atPath: folder.path + "/site/en/practices/panjin/three-grids.html"))
            let second = try Command.run(["build", "--output", folder.path + "/site", "--jobs", "1"])
            #expect(second.output.contains(": nothing has changed since they were made; 0 problems; "))
        }
    }

    @Test("a library with errors leaves the old site whole")
    func failureKeepsTheSite() throws {
        try withLibraryCopy { library in
            _ = try Command.run(["build"], in: library)
            let page = library.appending(path: "public/places/panjin.html")
            let before = try Data(contentsOf: page)
            try "---\ntitel: x\n---\n".write(
                to: library.appending(path: "content/places/panjin.md"), atomically: true, encoding: .utf8)
            let outcome = try Command.run(["build"], in: library)
            #expect(outcome.status == 1)
            #expect(outcome.errors.hasSuffix("nothing was written\n"))
            #expect(try Data(contentsOf: page) == before)
        }
    }

    @Test("a base URL changes only what needs one")
    func baseURL() throws {
        try withTemporaryFolder { folder in
            let outcome = try Command.run(["build", "--output", folder.path, "--base-url", "https://a.example/b/"])
            #expect(outcome.status == 0)
            let page = try String(contentsOf: folder.appending(path: "places/panjin.html"), encoding: .utf8)
            #expect(page.contains("<link rel=\"canonical\" href=\"https://a.example/b/places/panjin.html\">"))
            let sitemap = try String(contentsOf: folder.appending(path: "sitemap.xml"), encoding: .utf8)
            #expect(sitemap.contains("<loc>https://a.example/b/en/places/panjin.html</loc>"))
        }
    }

    @Test(
        "wrong usage leaves with 2",
        arguments: [
            ["build", "--souce", "x"], ["build", "--jobs", "0"], ["build", "--source", "/nonexistent"],
            ["build", "--base-url", "ftp://x"], ["check", "--format", "xml"], ["explain", "unknown-referense"],
            ["markdown"],
            ["build", "--output", "content/out"],
        ])
    func usage(arguments: [String]) throws {
        let outcome = try Command.run(arguments)
        #expect(outcome.status == 2)
        #expect(!outcome.errors.isEmpty)
    }

    @Test("what the disk refuses leaves with 3")
    func disk() throws {
        try withTemporaryFolder { folder in
            try "mine".write(to: folder.appending(path: "thesis.txt"), atomically: true, encoding: .utf8)
            let outcome = try Command.run(["build", "--output", folder.path])
            #expect(outcome.status == 3)
            #expect(outcome.errors.contains("is not empty and was not made by exemplar (it has ‘thesis.txt’)"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["thesis.txt"])
        }
        #expect(try Command.run(["markdown", "/nonexistent.md"]).status == 3)
    }

    @Test("an output folder inside content/ is refused, also by way of a link; so is a library without content/")
    func unsuitableFolders() throws {
        try withLibraryCopy { library in
            try FileManager.default.createSymbolicLink(
                atPath: library.path + "/link", withDestinationPath: library.path + "/content")
            #expect(try Command.run(["build", "--output", "link/site"], in: library).status == 2)
            try FileManager.default.moveItem(atPath: library.path + "/content", toPath: library.path + "/contents")
            let outcome = try Command.run(["build"], in: library)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("there is no content/"))
        }
    }

    @Test("reviews older than twelve months are told, measured against the day that is given")
    func reviews() throws {
        #expect(try Command.run(["check", "--strict", "--today", "2027-06-01"]).status == 0)
        let outcome = try Command.run(["check", "--today", "2028-06-01", "--format", "github"])
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("::warning file=content/cases/"))
        #expect(outcome.output.split(separator: "\n").count == 24)
        #expect(try Command.run(["check", "--today", "2027-13-01"]).status == 2)
    }

    @Test("the editor's report stands alone")
    func report() throws {
        try withTemporaryFolder { folder in
            let path = folder.path + "/report.html"
            #expect(try Command.run(["check", "--report", path]).status == 0)
            let html = try String(contentsOfFile: path, encoding: .utf8)
            #expect(html.contains("content/practices/panjin/three-grids.md"))
            #expect(html.contains("panjin-grid-events 32.7万件"))
            #expect(!html.contains("href=") && !html.contains("src="))
        }
    }

    @Test(
        "drafts are never built into the folder of the published site, whatever it is called, nor over one built before"
    )
    func drafts() throws {
        try withLibraryCopy { library in
            let refused = try Command.run(["build", "--drafts"], in: library)
            #expect(refused.status == 2)
            #expect(refused.errors.contains("‘./public’ is the folder of the published site"))
            for folder in ["x/../public", "public/x"] {
                #expect(try Command.run(["build", "--drafts", "--output", folder], in: library).status == 2)
            }
            #expect(!FileManager.default.fileExists(atPath: library.appending(path: "public").path))
            #expect(try Command.run(["build", "--output", "a"], in: library).status == 0)
            let over = try Command.run(["build", "--drafts", "--output", "a"], in: library)
            #expect(over.status == 3 && over.errors.contains("‘a’ holds the published site"))
            #expect(try Command.run(["build", "--drafts", "--output", "b"], in: library).status == 0)
            let reverse = try Command.run(["build", "--output", "b"], in: library)
            #expect(reverse.status == 3 && reverse.errors.contains("‘b’ holds a site with drafts"))
        }
    }

    @Test("serve refuses what is no library, no port and no editor")
    func serveUsage() throws {
        #expect(try Command.run(["serve", "--source", "/nowhere"]).errors.contains("there is no exemplar.yaml"))
        for arguments in [["--port", "0"], ["--port", "70000"], ["--editor", "vscod"]] {
            #expect(try Command.run(["serve"] + arguments).status == 2)
        }
    }

    @Test("markdown prints HTML, with and without raw HTML")
    func markdown() throws {
        let plain = try Command.run(["markdown", "-"], input: "# 你好\n\n| a |\n|---|\n| ~~b~~ |\n")
        #expect(plain.status == 0)
        #expect(plain.output.hasPrefix("<h1 id=\"你好\">你好</h1>\n<table>"))
        let refused = try Command.run(["markdown", "-"], input: "<b>x</b>\n")
        #expect(refused.status == 1)
        #expect(refused.errors.hasPrefix("-:1:1: error: "))
        #expect(refused.errors.contains("[raw-html]"))
        let passed = try Command.run(["markdown", "--raw-html", "-"], input: "<b>x</b>\n")
        #expect(passed.output == "<p><b>x</b></p>\n")
    }

    @Test("explain tells what a code means")
    func explain() throws {
        let outcome = try Command.run(["explain", "path-collision"])
        #expect(
            outcome.output == """
                path-collision (error)
                Two pages want the same file.

                The second would overwrite the first.

                To fix it: Rename one of the records, or remove the alias.

                """)
        #expect(try Command.run(["explain", "path-colision"]).errors.contains("did you mean ‘path-collision’?"))
        #expect(try Command.run(["explain"]).output.split(separator: "\n").count > 40)
    }

    @Test("help has examples and the exit codes")
    func help() throws {
        let outcome = try Command.run(["--help"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("EXAMPLES"))
        #expect(outcome.output.contains("3 a disk error"))
    }
}
