import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Disk
@testable import Preview

extension Trait where Self == TimeLimitTrait {
    /// For tests that wait for news and would wait forever if it were lost: far longer than they take where many others
    /// run beside them.
    fileprivate static var endsUnlessNewsIsLost: Self { .timeLimit(.minutes(15)) }
}

@Suite("Changes are noticed, many at once as one")
struct WatchTests {
    @Test("a burst is over when nothing came for a while, or after two seconds at the latest")
    func burst() {
        let start = ContinuousClock.now
        var burst = Burst(at: start)
        #expect(burst.rest(at: start) == .milliseconds(30))
        #expect(burst.rest(at: start + .milliseconds(10)) == .milliseconds(20))
        burst.extend(at: start + .milliseconds(20))
        #expect(burst.rest(at: start + .milliseconds(45)) == .milliseconds(5))
        #expect(burst.rest(at: start + .milliseconds(50)) == nil)
        burst.extend(at: start + .milliseconds(1990))
        #expect(burst.rest(at: start + .milliseconds(1995)) == .milliseconds(5))
        #expect(burst.rest(at: start + .seconds(2)) == nil)
    }

    @Test(
        "files of editors, office programs and version control are nobody's change",
        arguments: [
            (".a.md.swp", true), ("a.md~", true), ("#a.md#", true), (".#a.md", true), ("4913", true), ("~$a.csv", true),
            ("a.csv.tmp", true), ("a.md.bak", true), ("a.md___jb_tmp___", true), (".git", true),
            (".~lock.a.csv#", true),
            ("a.md", false), ("盘锦.md", false), ("a~b.md", false),
        ])
    func toolFiles(name: String, isTool: Bool) { #expect(isOfTool(name) == isTool) }

    #if os(Linux)
        /// Changes a library and waits until what the watch tells of has been read.
        private func generations(
            of library: PreviewedLibrary, after changes: [() throws -> Void]
        ) async throws -> [Int] {
            let preview = library.preview
            let watch = watch(folder: library.folder.path) { preview.begin(burst: $0) }
            defer { watch.stop() }
            #expect(watch.method == .system)
            await preview.refresh(watch: watch)
            var generations: [Int] = []
            var bursts = watch.bursts.makeAsyncIterator()
            for change in changes {
                let before = preview.state.generation
                try change()
                while preview.state.generation == before, let burst = await bursts.next() {
                    await preview.refresh(burst: burst, watch: watch)
                }
                generations.append(preview.state.generation)
            }
            return generations
        }

        @Test(
            "a file saved in place, by renaming, in a new folder, in a folder that was moved and came back",
            .endsUnlessNewsIsLost)
        func changes() async throws {
            let library = try await PreviewedLibrary()
            let about = "content/pages/about.md"
            let text = try library.read(about)
            let folder = library.folder
            let generations = try await generations(
                of: library,
                after: [
                    { try library.write(text + "\n甲\n", to: about) },
                    {
                        try library.write(text + "\n乙\n", to: "content/pages/.about.md.new")
                        _ = rename(folder.path + "/content/pages/.about.md.new", folder.path + "/" + about)
                    },
                    { try library.write("p {}", to: "templates/assets/own.css") },
                    { try library.write("q {}", to: "templates/assets/own.css") },
                    { try library.move("content/pages", to: "away") },
                    { try library.move("away", to: "content/pages") },
                    { try library.write(text + "\n丙\n", to: about) },
                    { try library.remove("templates") },
                ])
            #expect(generations == generations.sorted() && Set(generations).count == generations.count)
            #expect(await library.text("pages/about.html").contains("丙"))
            #expect(library.preview.state.errors == 0)
        }

        @Test(
            "a library that is deleted and made again is seen, and so is what changes in it then",
            .endsUnlessNewsIsLost)
        func madeAgain() async throws {
            let library = try await PreviewedLibrary()
            let (folder, copy) = (library.folder, library.folder.appendingPathExtension("copy"))
            try FileManager.default.copyItem(at: folder, to: copy)
            defer { try? FileManager.default.removeItem(at: copy) }
            let preview = library.preview
            let watch = watch(folder: folder.path) { preview.begin(burst: $0) }
            defer { watch.stop() }
            await preview.refresh(watch: watch)
            let changes = Task {
                for await burst in watch.bursts { await preview.refresh(burst: burst, watch: watch) }
            }
            defer { changes.cancel() }
            /// Copying makes several bursts, so what is waited for is what is seen, for half a minute at most.
            func isSeen(_ condition: () async -> Bool) async throws -> Bool {
                for _ in 0..<3000 {
                    if await condition() { return true }
                    try await Task.sleep(for: .milliseconds(10))
                }
                return false
            }
            for takeAway in [
                { try FileManager.default.removeItem(at: folder) },
                { try FileManager.default.moveItem(at: folder, to: folder.appendingPathExtension("away")) },
            ] {
                try takeAway()
                #expect(try await isSeen { preview.state.failure != nil })
                try FileManager.default.copyItem(at: copy, to: folder)
                #expect(try await isSeen { preview.state.errors == 0 })
                try library.write("p {}", to: "templates/assets/own.css")
                #expect(try await isSeen { await library.get("/assets/own.css").status == 200 })
            }
            try FileManager.default.removeItem(at: folder.appendingPathExtension("away"))
            #expect(await library.text("assets/own.css") == "p {}")
        }

        @Test("where a folder cannot be watched, the library is looked through from then on", .endsUnlessNewsIsLost)
        func unwatched() async throws {
            let library = try await PreviewedLibrary()
            let watch = watch(folder: library.folder.path) { _ in }
            defer { watch.stop() }
            // Time for the thread to wait for news.
            try await Task.sleep(for: .milliseconds(100))
            let unwatchable = library.folder.path + "/content/" + String(repeating: "x", count: 300)
            watch.add(unwatchable)
            watch.keep([library.folder.path, unwatchable])
            var bursts = watch.bursts.makeAsyncIterator()
            let first = try #require(await bursts.next())
            #expect(try #require(await bursts.next()) > first)
        }

        @Test("a file that is open and half written is not read", .endsUnlessNewsIsLost)
        func halfSaved() async throws {
            let library = try await PreviewedLibrary()
            let about = library.folder.appending(path: "content/pages/about.md")
            let text = try Data(contentsOf: about)
            let preview = library.preview
            let watch = watch(folder: library.folder.path) { preview.begin(burst: $0) }
            defer { watch.stop() }
            await preview.refresh(watch: watch)
            let changes = Task {
                for await burst in watch.bursts { await preview.refresh(burst: burst, watch: watch) }
            }
            defer { changes.cancel() }
            let handle = try FileHandle(forWritingTo: about)
            try handle.truncate(atOffset: 0)
            for part in [text.prefix(20), text.dropFirst(20), Data("\n尾\n".utf8)] {
                try handle.write(contentsOf: part)
                // Longer than a burst waits for more.
                try await Task.sleep(for: Burst.quiet * 5)
                #expect(preview.state.generation == 1)
            }
            try handle.close()
            while preview.state.generation == 1 { try await Task.sleep(for: .milliseconds(5)) }
            #expect(await library.text("pages/about.html").contains("尾"))
            #expect(preview.state.generation == 2 && preview.state.errors == 0)
        }
    #endif

    @Test("without word of the system the library is looked through again and again", .endsUnlessNewsIsLost)
    func polling() async throws {
        let watch = PollingWatch()
        var bursts = watch.bursts.makeAsyncIterator()
        let first = try #require(await bursts.next())
        #expect(try #require(await bursts.next()) > first)
        watch.stop()
        while await bursts.next() != nil {}
    }

    @Test("pages that listen hear of a change, and those that are gone are forgotten")
    func events() async throws {
        let library = try await PreviewedLibrary()
        let events = library.preview.events
        var told: [String] = []
        do {
            var stream = events.listen(generation: 1).makeAsyncIterator()
            #expect(events.count == 1)
            told.append(String(decoding: await stream.next() ?? [], as: UTF8.self))
            try library.write("p {}", to: "templates/assets/own.css")
            await library.preview.refresh()
            events.beat()
            told.append(String(decoding: await stream.next() ?? [], as: UTF8.self))
            told.append(String(decoding: await stream.next() ?? [], as: UTF8.self))
        }
        #expect(told == ["retry: 500\ndata: 1\n\n", "data: 2\n\n", ":\n\n"])
        #expect(events.count == 0)
    }

    @Test("a change that comes while a page begins to listen is not lost")
    func changeMeanwhile() async {
        let events = Events()
        func generation() -> Int {
            events.send(generation: 2)
            return 1
        }
        var stream = events.listen(generation: generation()).makeAsyncIterator()
        #expect(await stream.next() == Array("data: 2\n\n".utf8))
        #expect(await stream.next() == Array("retry: 500\ndata: 1\n\n".utf8))
    }
}
