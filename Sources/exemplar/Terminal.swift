import Foundation

/// Where the program speaks to: results go to standard output, everything about the run to standard error.
enum Terminal {
    static func printError(_ message: String) {
        FileHandle.standardError.write(Data((message + "\n").utf8))
    }

    static func write(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }

    static func write(_ text: String) {
        write(Array(text.utf8))
    }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) != 0 }

    /// Colour only for people who have not asked to be spared it (no-color.org).
    static func usesColor(_ descriptor: Int32) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        let refuses = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return !refuses && environment["TERM"] != "dumb" && isatty(descriptor) != 0
    }
}
