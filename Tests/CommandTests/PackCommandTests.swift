import Archive
import Foundation
import TestSupport
import Testing

@Suite("A library is packed, carried away and checked")
struct PackCommandTests {
    /// Unpacks as people do.
    private func unpack(_ zip: Data, to folder: URL) throws {
        let entries = try ArchiveEntries(Array(zip))
        var contents = entries.list.map { _ in Data() }
        try entries.forEach(piece: { contents[$0].append(contentsOf: $1) }, damaged: { _, _ in })
        for (entry, bytes) in Swift.zip(entries.list, contents) {
            let url = folder.appending(path: entry.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: url)
        }
    }

    @Test("the five cities from two folders are the same bytes, and whole in a folder with spaces and Chinese")
    func fiveCities() throws {
        try withLibraryCopy { library in
            let file = library.appending(path: "包.zip")
            let here = try Command.run(["pack", "--output", file.path, "--jobs", "1"])
            #expect(here.status == 0, "\(here.errors)")
            let first = try Data(contentsOf: file)
            let there = try Command.run(["pack", "--output", "包.zip"], in: library, locale: "zh_CN.UTF-8")
            #expect(there.output.contains("没有问题\n指纹 "))
            #expect(try Data(contentsOf: file) == first)

            let stick = library.appending(path: "U盘 (1)/经验库 2025")
            try unpack(first, to: stick)
            let whole = try Command.run(["verify", stick.path])
            #expect(whole.status == 0 && whole.output.hasPrefix("whole: all "))
            #expect(try Command.run(["verify", file.path]).output == whole.output)
            #expect(here.output.hasSuffix(whole.output.split(separator: "\n")[1] + "\n"))

            var page = try Data(contentsOf: stick.appending(path: "site/index.html"))
            page[page.count / 2] ^= 1
            try page.write(to: stick.appending(path: "site/index.html"))
            try FileManager.default.removeItem(at: stick.appending(path: "site/en/index.html"))
            try Data().write(to: stick.appending(path: "site/autorun.inf"))
            let damaged = try Command.run(["verify", stick.path])
            #expect(damaged.status == 1)
            #expect(
                damaged.output.hasPrefix(
                    "not in the list: site/autorun.inf\nmissing: site/en/index.html\nchanged: site/index.html\n3 files differ"
                ), "\(damaged.output)")
        }
    }

    @Test("an update has what changed, and is laid over; a stick is brought up to date in place")
    func update() throws {
        try withTemporaryFolder { folder in
            let library = folder.appending(path: "library")
            try Command.newLibrary(at: library)
            let old = folder.appending(path: "old.zip").path
            let new = folder.appending(path: "new.zip").path
            #expect(try Command.run(["pack", "--output", old], in: library).status == 0)
            let none = try Command.run(["pack", "--output", new, "--update-from", old], in: library)
            #expect(none.output == "nothing has changed since that pack; nothing was written\n")
            let stick = folder.appending(path: "stick")
            #expect(try Command.run(["pack", "--folder", stick.path], in: library).status == 0)

            let topic = library.appending(path: "content/topics/estate-repairs.md")
            let text = try String(contentsOf: topic, encoding: .utf8)
            try text.replacing("title: 小区维修", with: "title: 小区修缮").write(to: topic, atomically: true, encoding: .utf8)
            let update = try Command.run(["pack", "--output", new, "--update-from", old], in: library)
            #expect(update.status == 0, "\(update.errors)")
            #expect(try Command.run(["verify", new]).output.hasPrefix("an update by itself"))
            let laid = folder.appending(path: "laid")
            try unpack(try Data(contentsOf: URL(filePath: old)), to: laid)
            try unpack(try Data(contentsOf: URL(filePath: new)), to: laid)
            let whole = try Command.run(["verify", laid.path])
            #expect(whole.status == 0, "\(whole.output)")
            #expect(update.output.hasSuffix(whole.output.split(separator: "\n").suffix(1).joined() + "\n"))

            let again = try Command.run(["pack", "--folder", stick.path], in: library)
            #expect(again.status == 0 && !again.output.contains(" 0 unchanged"))
            #expect(try Command.run(["verify", stick.path]).status == 0)
        }
    }

    @Test("what is no pack, cannot be read or could do harm has its exit code and its words, and nothing is written")
    func refusals() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "evil.zip")
            func verify(_ bytes: [UInt8]) throws -> Command.Outcome {
                try Data(bytes).write(to: file)
                return try Command.run(["verify", file.path], in: folder)
            }
            #expect(try verify(Array("no zip".utf8)).status == 3)
            #expect(try Command.run(["verify", folder.path]).status == 3)
            #expect(try Command.run(["verify", "/nowhere/at/all"]).status == 3)
            for zip in HostileZip.refused {
                let outcome = try verify(zip.bytes)
                let isUnreadable = outcome.errors.hasPrefix("error: the zip file cannot be read: ")
                #expect(outcome.status == (isUnreadable ? 3 : 1), "\(zip.description): \(outcome.errors)")
                #expect(isUnreadable || outcome.errors.hasPrefix("error: refused: "), "\(zip.description): \(outcome)")
                #expect(outcome.output.isEmpty)
                #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path) == ["evil.zip"])
            }
            #expect(try Command.run(["pack"]).status == 2)
            #expect(try Command.run(["pack", "--output", "a.zip", "--folder", "b"]).status == 2)
            #expect(try Command.run(["pack", "--output", "a.tar"]).status == 2)
            #expect(try Command.run(["pack", "--folder", "a", "--update-from", "b.zip"]).status == 2)
            #expect(try Command.run(["pack", "--output", "a.zip", "--single-file", "a.html"]).status == 2)
            #expect(try Command.run(["pack", "--single-file", "a.pdf"]).status == 2)
            #expect(try Command.run(["pack", "--output", "a.zip", "--record", "a/b"]).status == 2)
            #expect(try Command.run(["pack", "--single-file", "a.html", "--sign", "k"]).status == 2)
            #expect(try Command.run(["verify", folder.path, "--public-key", "k"]).status == 2)
        }
    }

    @Test("a library in one file, and a practice of it; what is of the library is not replaced")
    func singleFile() throws {
        try withTemporaryFolder { folder in
            let library = folder.appending(path: "library")
            try Command.newLibrary(at: library)
            func pack(_ arguments: String...) throws -> Command.Outcome {
                try Command.run(["pack", "--single-file"] + arguments, in: library)
            }
            let file = folder.appending(path: "库.html")
            let whole = try pack(file.path, "--jobs", "1")
            #expect(whole.status == 0 && whole.output.contains(" pages in \(file.path), "), "\(whole)")
            let first = try Data(contentsOf: file)
            #expect(try pack(file.path).output == whole.output)
            #expect(try Data(contentsOf: file) == first)
            let practices = library.appending(path: "content/practices")
            let record = try #require(
                try FileManager.default.subpathsOfDirectory(atPath: practices.path).first {
                    $0.hasSuffix(".md") && !$0.hasSuffix(".en.md")
                })
            let id = String(record.dropLast(3))
            let one = try pack(file.path, "--record", "practices/" + id)
            #expect(one.status == 0 && one.output.hasPrefix("2 pages in "), "\(one)")
            #expect(try Data(contentsOf: file).count < first.count / 3)
            let unknown = try pack(file.path, "--record", id + "x")
            #expect(unknown.status == 2)
            #expect(
                unknown.errors.hasPrefix("error: there is no practice ‘\(id)x’ to hand on")
                    && unknown.errors.contains("‘\(id)’?"), "\(unknown.errors)")
            #expect(try pack("content/pages/a.html").status == 2)
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "link.html"), withDestinationURL: file)
            #expect(try pack(folder.appending(path: "link.html").path).status == 3)
        }
    }

    @Test("a name that Windows does not take is refused before anything is written")
    func names() throws {
        try withTemporaryFolder { folder in
            let library = folder.appending(path: "library")
            try Command.newLibrary(at: library)
            try FileManager.default.createDirectory(
                at: library.appending(path: "content/pages"), withIntermediateDirectories: true)
            try "---\ntitle: 一\nin-menu: true\n---\n文字。\n".write(
                to: library.appending(path: "content/pages/con.md"), atomically: true, encoding: .utf8)
            let outcome = try Command.run(["pack", "--output", "a.zip"], in: library)
            #expect(outcome.status == 1)
            #expect(
                outcome.errors.hasSuffix(
                    """
                    error: ‘site/pages/con.html’ cannot be carried to every system: ‘con’ is a device on Windows
                    1 error; nothing was written

                    """), "\(outcome.errors)")
            #expect(!FileManager.default.fileExists(atPath: library.appending(path: "a.zip").path))
        }
    }
}
