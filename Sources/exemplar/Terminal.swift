import ArgumentParser
import Diagnostics
import Foundation

/// Where the program speaks to: results go to standard output, everything about the run to standard error.
enum Terminal {
    /// Tells people about the run. If nobody listens, the run goes on.
    static func printError(_ message: String) {
        _ = write(Array((message + "\n").utf8), to: STDERR_FILENO)
    }

    static func printErrorInPlace(_ message: String) {
        _ = write(Array(message.utf8), to: STDERR_FILENO)
    }

    /// Writes a result. A closed pipe (`| head`) ends the program quietly; a result that cannot be written is a
    /// disk error.
    static func write(_ bytes: [UInt8]) throws {
        switch write(bytes, to: STDOUT_FILENO) {
        case 0: return
        case EPIPE: throw ExitCode(ExitStatus.fine.rawValue)
        case let code: throw Failure(.disk, .cannotWriteResult(Foreign(String(cString: strerror(code)))))
        }
    }

    /// A size as people are told it: 3.2 MB, 12 kB.
    static func size(_ bytes: Int) -> String {
        bytes < 100_000 ? "\((bytes + 999) / 1000) kB" : String(format: "%.1f MB", Double(bytes) / 1e6)
    }

    static func write(_ text: String) throws {
        try write(Array(text.utf8))
    }

    /// 0, or the error of the system.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var written = 0
        return bytes.withUnsafeBytes { buffer in
            while written < buffer.count {
                let count = Foundation.write(
                    descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count < 0, errno == EINTR { continue }
                if count < 0 { return errno }
                written += count
            }
            return 0
        }
    }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) != 0 }

    /// Colour only for people who have not asked to be spared it (no-color.org).
    static func usesColor(_ descriptor: Int32) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        let refuses = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return !refuses && environment["TERM"] != "dumb" && isatty(descriptor) != 0
    }
}
