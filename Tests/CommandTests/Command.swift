import Foundation
import TestSupport
import Testing

/// Runs the built program as a user would.
struct Command {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The program stands beside the test bundle.
    static let program: URL = {
        let bundle = ProcessInfo.processInfo.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
        var url = URL(filePath: bundle)
        while !url.lastPathComponent.hasSuffix(".xctest"), url.path != "/" { url.deleteLastPathComponent() }
        return url.deletingLastPathComponent().appending(path: "exemplar")
    }()

    /// Makes the library that `init` makes for Chinese editors, but that the program speaks the language of the system.
    static func newLibrary(at folder: URL) throws {
        guard try run(["init", folder.path]).status == 0 else { throw CocoaError(.fileWriteUnknown) }
        let settings = folder.appending(path: "exemplar.yaml")
        let text = try String(contentsOf: settings, encoding: .utf8)
        try text.replacingOccurrences(of: "\ninterface: zh\n", with: "\n# interface: zh\n")
            .write(to: settings, atomically: true, encoding: .utf8)
    }

    /// - Parameter locale: what `LANG` says; nothing else of the language of the machine is passed on.
    static func run(
        _ arguments: [String], in folder: URL = Repository.folder, input: String = "", locale: String = "C"
    ) throws -> Outcome {
        let process = Process()
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("LC_") }
            .merging(["LANG": locale]) { $1 }
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
        (process.standardOutput, process.standardError, process.standardInput) = (output, errors, standardInput)
        // Errors go to a file, so that neither pipe can fill up while the other is read.
        let errorFile = FileManager.default.temporaryDirectory.appending(path: "exemplar-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: errorFile.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: errorFile) }
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        standardInput.fileHandleForWriting.write(Data(input.utf8))
        try standardInput.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
            errors: try String(contentsOf: errorFile, encoding: .utf8))
    }
}

/// A folder of its own for one test, removed afterwards.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "exemplar-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

/// A copy of the five-city library that a test may change.
func withLibraryCopy<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
        for name in ["exemplar.yaml", "content", "seeds", "templates"] {
            try FileManager.default.copyItem(
                at: Repository.folder.appending(path: name), to: folder.appending(path: name))
        }
        return try body(folder)
    }
}
