import Foundation
import Synchronization
import Text

/// A library in a repository of git, read as it was at a revision by the system's `git`.
///
/// Objects are read as they are stored, and nothing else is asked for: no filter, hook, pager, monitor or remote program
/// that the configuration of a repository names is ever run.
package struct GitRepository: Sendable {
    package enum Failure: Error, Equatable {
        /// There is no program `git`.
        case noGit
        /// The folder lies in no repository.
        case noRepository(String)
        case unknownRevision(String)
        /// What git says that went wrong.
        case failed(String)
    }

    let folder: String
    private let program: String
    /// The folder of the library in the repository, with a slash at its end; empty at the root.
    private let prefix: String

    /// - Parameter folder: the library's folder, in a work tree; it need not hold a library now.
    package init(folder: String) throws(Failure) {
        guard let program = Self.program else { throw .noGit }
        (self.folder, self.program) = (folder, program)
        let answer = try Self.run(program, ["rev-parse", "--show-prefix"], in: folder)
        guard answer.status == 0 else {
            throw answer.errors.contains("not a git repository") ? .noRepository(folder) : .failed(answer.errors)
        }
        prefix = String(decoding: answer.output, as: UTF8.self).replacing("\n", with: "")
    }

    /// The commit that a revision names.
    package func commit(of revision: String) throws(Failure) -> String {
        let answer = try Self.run(
            program, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], in: folder)
        guard answer.status == 0, !revision.isEmpty else { throw .unknownRevision(revision) }
        return String(decoding: answer.output, as: UTF8.self).replacing("\n", with: "")
    }

    /// The files of the library at a commit: those that ``scan(folder:)`` would read from the folder. Links are left
    /// out.
    package func tree(at commit: String) throws(Failure) -> SourceTree {
        let listing = try Self.run(
            program, ["ls-tree", "-r", "-z", "--full-tree", commit] + (prefix.isEmpty ? [] : ["--", prefix]), in: folder
        )
        guard listing.status == 0 else { throw .failed(listing.errors) }
        var entries: [(path: String, object: Substring)] = []
        for line in listing.output.split(separator: 0) {
            // 100644 blob <object>\t<path>
            let text = String(decoding: line, as: UTF8.self)
            guard let tab = text.firstIndex(of: "\t") else { continue }
            let words = text[..<tab].split(separator: " ")
            let path = String(text[text.index(after: tab)...].dropFirst(prefix.count))
            guard words.count == 3, words[0].hasPrefix("100"), Self.isOfLibrary(path) else { continue }
            entries.append((path, words[2]))
        }
        let contents = try contents(of: entries.map(\.object))
        return SourceTree(files: zip(entries, contents).map { SourceTree.File(path: $0.path, bytes: $1) })
    }

    private static func isOfLibrary(_ path: String) -> Bool {
        if path == SourceTree.settingsName { return true }
        let parts = path.pathParts.map(String.init)
        return parts.count > 1 && SourceTree.folders.contains(parts[0]) && !parts.contains(where: isOfTool)
    }

    /// The bytes of objects, in their order.
    private func contents(of objects: [Substring]) throws(Failure) -> [[UInt8]] {
        guard !objects.isEmpty else { return [] }
        let answer = try Self.run(
            program, ["cat-file", "--batch"], in: folder, input: objects.map { $0 + "\n" }.joined())
        guard answer.status == 0 else { throw .failed(answer.errors) }
        // <object> blob <size>\n<bytes>\n
        var rest = answer.output[...]
        var contents: [[UInt8]] = []
        for object in objects {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
                let size = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ").last.flatMap({ Int($0) }
                ),
                rest.distance(from: end, to: rest.endIndex) > size + 1
            else { throw .failed("cat-file \(object)") }
            let start = rest.index(after: end)
            contents.append(Array(rest[start..<start + size]))
            rest = rest[(start + size + 1)...]
        }
        return contents
    }

    // MARK: The program

    private static var program: String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { $0 + "/git" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static func run(
        _ program: String, _ arguments: [String], in folder: String, input: String = ""
    ) throws(Failure) -> (status: Int32, output: [UInt8], errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments =
            ["--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]
            + arguments
        process.currentDirectoryURL = URL(filePath: folder)
        // A hook that runs this program names its own repository; and objects that are missing here are fetched from
        // nowhere, since that would run what the configuration names.
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
        environment.merge(
            [
                "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0",
                "GIT_OPTIONAL_LOCKS": "0",
            ]) { $1 }
        process.environment = environment
        let (output, errors, feed) = (Pipe(), Pipe(), Pipe())
        (process.standardOutput, process.standardError, process.standardInput) = (output, errors, feed)
        do {
            try process.run()
        } catch {
            throw .failed(error.localizedDescription)
        }
        // Three pipes, each of which may be full while another is waited for.
        let group = DispatchGroup()
        let told = Told()
        DispatchQueue.global().async(group: group) {
            try? feed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? feed.fileHandleForWriting.close()
        }
        DispatchQueue.global().async(group: group) { told.set(errors.fileHandleForReading.readDataToEndOfFile()) }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        group.wait()
        process.waitUntilExit()
        let message = told.text.split(separator: "\n").first.map(String.init) ?? ""
        return (process.terminationStatus, Array(data), message)
    }

    /// What the program says on standard error.
    private final class Told: Sendable {
        private let data = Mutex(Data())

        func set(_ value: Data) { data.withLock { $0 = value } }
        var text: String { String(decoding: data.withLock { $0 }, as: UTF8.self) }
    }
}
