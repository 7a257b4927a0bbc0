import Foundation
import Synchronization

/// A program of the system that does something for us, such as `git` or a browser.
package struct SystemProgram: Sendable {
    /// Why a program did nothing.
    package struct Failure: Error, Equatable {
        package var reason: String
    }

    /// How it ended, and all that it said.
    package struct Answer: Sendable {
        /// 0 where all went well.
        package var status: Int32
        package var output: [UInt8]
        package var errors: String

        package var text: String { String(decoding: output, as: UTF8.self) }
    }

    package let path: String

    /// The first of these names that is in a folder of `PATH`; nil if none is.
    package init?(named names: String...) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let paths = names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
        guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
        self.path = path
    }

    /// Runs it and waits for its end.
    ///
    /// - Parameters:
    ///   - folder: where it runs; where this program runs if not given.
    ///   - environment: all that it finds there; what this program found if not given.
    ///   - input: what it reads.
    package func run(
        _ arguments: [String], in folder: String? = nil, environment: [String: String]? = nil, input: String = ""
    ) throws(Failure) -> Answer {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        if let environment { process.environment = environment }
        let (output, errors, feed) = (Pipe(), Pipe(), Pipe())
        (process.standardOutput, process.standardError, process.standardInput) = (output, errors, feed)
        do {
            try process.run()
        } catch {
            throw Failure(reason: error.localizedDescription)
        }
        // Three pipes, each of which may be full while another is waited for.
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) {
            try? feed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? feed.fileHandleForWriting.close()
        }
        let said = Said()
        DispatchQueue.global().async(group: group) { said.set(errors.fileHandleForReading.readDataToEndOfFile()) }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        group.wait()
        process.waitUntilExit()
        return Answer(status: process.terminationStatus, output: Array(data), errors: said.text)
    }

    /// What it says on standard error.
    private final class Said: Sendable {
        private let data = Mutex(Data())

        func set(_ value: Data) { data.withLock { $0 = value } }
        var text: String { String(decoding: data.withLock { $0 }, as: UTF8.self) }
    }
}
