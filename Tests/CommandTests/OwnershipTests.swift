import Foundation
import Testing

@Suite("The program writes only where what is there is its own")
struct OwnershipTests {
    @Test("a folder belongs to the library that published it, wherever its clone lies and whatever its title")
    func libraries() throws {
        try withTemporaryFolder { folder in
            func run(_ arguments: String...) throws -> Command.Outcome { try Command.run(arguments, in: folder) }
            _ = try run("init", "a", "--language", "en", "--title", "One")
            _ = try run("init", "b", "--language", "en", "--title", "One")
            #expect(try run("build", "--source", "a", "--output", "site").status == 0)
            let page = try Data(contentsOf: folder.appending(path: "site/index.html"))
            let refused = try run("build", "--source", "b", "--output", "site")
            #expect(refused.status == 3 && refused.output == "")
            #expect(refused.errors.hasPrefix("error: ‘site’ holds the site of another library (‘library-"))
            #expect(try Data(contentsOf: folder.appending(path: "site/index.html")) == page)

            try FileManager.default.moveItem(
                at: folder.appending(path: "a"), to: folder.appending(path: "a clone elsewhere"))
            let settings = folder.appending(path: "a clone elsewhere/exemplar.yaml")
            try String(contentsOf: settings, encoding: .utf8).replacing("title: One", with: "title: Two")
                .write(to: settings, atomically: true, encoding: .utf8)
            #expect(try run("build", "--source", "a clone elsewhere", "--output", "site").status == 0)
            #expect(try run("build", "--source", "b", "--output", "site", "--take-over").status == 0)
            #expect(try run("build", "--source", "a clone elsewhere", "--output", "site").status == 3)

            #expect(try run("pack", "--source", "a clone elsewhere", "--folder", "stick").status == 0)
            #expect(try run("pack", "--source", "b", "--folder", "stick").status == 3)
            #expect(try run("verify", "stick").status == 0)

            #expect(try run("pack", "--source", "a clone elsewhere", "--output", "one.zip").status == 0)
            #expect(try run("pack", "--source", "a clone elsewhere", "--output", "one.zip").status == 0)
            let other = try run("pack", "--source", "b", "--output", "one.zip")
            #expect(other.status == 3 && other.errors.contains("‘one.zip’ is the pack of another library (‘library-"))
            #expect(try run("pack", "--source", "b", "--output", "one.zip", "--take-over").status == 0)

            #expect(try run("pack", "--source", "a clone elsewhere", "--single-file", "one.html").status == 0)
            #expect(try run("pack", "--source", "a clone elsewhere", "--single-file", "one.html").status == 0)
            let file = try Data(contentsOf: folder.appending(path: "one.html"))
            let single = try run("pack", "--source", "b", "--single-file", "one.html")
            #expect(single.status == 3 && single.errors.contains("‘one.html’ is the pack of another library"))
            #expect(try Data(contentsOf: folder.appending(path: "one.html")) == file)
            #expect(try run("pack", "--source", "b", "--single-file", "one.html", "--take-over").status == 0)
        }
    }

    @Test("a library without an id is known by its title and languages, and goes on publishing when it gets one")
    func derived() throws {
        try withTemporaryFolder { folder in
            func build() throws -> Command.Outcome {
                try Command.run(["build", "--source", "a", "--output", "site"], in: folder)
            }
            _ = try Command.run(["init", "a", "--language", "en", "--title", "One"], in: folder)
            let settings = folder.appending(path: "a/exemplar.yaml")
            let bare =
                try String(contentsOf: settings, encoding: .utf8).split(separator: "\n")
                .filter { !$0.hasPrefix("id:") }.joined(separator: "\n") + "\n"
            func write(_ text: String) throws { try text.write(to: settings, atomically: true, encoding: .utf8) }
            try write(bare)
            #expect(try build().status == 0)
            try write(bare.replacing("title: One", with: "title: Two"))
            let refused = try build()
            #expect(refused.status == 3)
            let id = try #require(refused.errors.firstMatch(of: /write ‘(id: library-[0-9a-f]{16})’/)?.1)
            try write(bare.replacing("title: One", with: "title: Two") + id + "\n")
            #expect(try build().status == 0)
            try write(bare + "id: Not An ID\n")
            #expect(try build().errors.contains("error: ‘Not An ID’ cannot be an id [invalid-id]"))
        }
    }

    @Test("a page changed by hand is told, and stays until it may be replaced")
    func changedByHand() throws {
        try withTemporaryFolder { folder in
            _ = try Command.run(["init", "a", "--language", "en"], in: folder)
            let build = ["build", "--source", "a", "--output", "site"]
            _ = try Command.run(build, in: folder)
            let page = folder.appending(path: "site/finder.html")
            try "by hand".write(to: page, atomically: true, encoding: .utf8)
            let refused = try Command.run(build, in: folder)
            #expect(refused.status == 3 && refused.errors.contains("‘finder.html’; keep what is needed of them"))
            #expect(try String(contentsOf: page, encoding: .utf8) == "by hand")
            #expect(try Command.run(build + ["--force"], in: folder).output.contains(": 1 written, "))
            try FileManager.default.removeItem(at: page)
            #expect(try Command.run(build, in: folder).output.contains(": 1 written, "))
        }
    }

    @Test("what a command writes replaces what a command wrote, as it was, and nothing else")
    func ownFiles() throws {
        try withTemporaryFolder { folder in
            _ = try Command.run(["init", "a", "--language", "en"], in: folder)
            let commands = [
                "report.html": ["check", "--source", "a", "--report"],
                "trace.json": ["build", "--source", "a", "--output", "site", "--trace"],
                "pack.zip": ["pack", "--source", "a", "--output"],
                "library.html": ["pack", "--source", "a", "--single-file"],
                "changes.txt": ["changes", "a", "a", "--output"],
                "changes.md": ["changes", "a", "a", "--format", "markdown", "--output"],
                "changes.json": ["changes", "a", "a", "--format", "json", "--output"],
                "changes.html": ["changes", "a", "a", "--format", "html", "--output"],
            ]
            for (name, command) in commands {
                let file = folder.appending(path: name)
                func run() throws -> Command.Outcome { try Command.run(command + [name], in: folder) }
                try Data("by hand".utf8).write(to: file)
                let foreign = try run()
                #expect(foreign.status == 3 && foreign.errors.contains("‘\(name)’ is there already"), "\(name)")
                #expect(try Data(contentsOf: file) == Data("by hand".utf8))

                try Data().write(to: file)
                #expect(try run().status == 0, "an empty file was made to be written to")
                #expect(try run().status == 0, "\(name)")
                var written = try Data(contentsOf: file)
                if name.hasSuffix(".json") { _ = try JSONSerialization.jsonObject(with: written) }

                written[written.count / 2] ^= 1
                try written.write(to: file)
                let changed = try run()
                #expect(changed.status == 3 && changed.errors.contains("‘\(name)’ was changed"), "\(name)")
                #expect(try Data(contentsOf: file) == written)
            }
            let pack = folder.appending(path: "pack.zip")
            var bytes = try Data(contentsOf: pack)
            // In what is packed, not in what a zip says of owners and times.
            bytes[try #require(bytes.firstRange(of: Data("site/index.html".utf8))).upperBound + 40] ^= 1
            try bytes.write(to: pack)
            #expect(try Command.run(["verify", "pack.zip"], in: folder).status == 1)
            try FileManager.default.removeItem(at: pack)
            _ = try Command.run(["pack", "--source", "a", "--output", "pack.zip"], in: folder)
            #expect(try Command.run(["verify", "pack.zip"], in: folder).status == 0)
        }
    }

    @Test("a report and a pack never replace a link, a pipe, a folder or a part of the library")
    func otherFiles() throws {
        try withTemporaryFolder { folder in
            func run(_ arguments: String...) throws -> Command.Outcome { try Command.run(arguments, in: folder) }
            _ = try run("init", "a", "--language", "en")
            let settings = try Data(contentsOf: folder.appending(path: "a/exemplar.yaml"))
            for path in ["a/exemplar.yaml", "a/content/../exemplar.yaml", "a/seeds/x.html"] {
                let refused = try run("check", "--source", "a", "--report", path)
                #expect(refused.status == 2 && refused.errors.contains("is where the library itself is"))
            }
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/link.zip", withDestinationPath: "a/exemplar.yaml")
            mkfifo(folder.path + "/pipe.zip", 0o644)
            try FileManager.default.createDirectory(
                at: folder.appending(path: "folder.zip"), withIntermediateDirectories: false)
            for name in ["link.zip", "pipe.zip", "folder.zip"] {
                for command in [["check", "--report", name], ["pack", "--output", name]] {
                    let refused = try Command.run(command + ["--source", "a"], in: folder)
                    #expect(refused.status == (name == "link.zip" ? 2 : 3), "\(refused.errors)")
                }
            }
            #expect(try Data(contentsOf: folder.appending(path: "a/exemplar.yaml")) == settings)
            #expect(try run("check", "--source", "a", "--report", "report.html").status == 0)
            #expect(try run("check", "--source", "a", "--report", "report.html").status == 0)
        }
    }
}
