#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file or folder that cannot be read.
package struct ReadError: Error, Equatable {
    package enum Reason: Equatable, Sendable {
        /// What the system said, such as “Permission denied”.
        case system(String)
        case notARegularFile
        /// A link to what is not there.
        case deadLink
        /// A link to a file that is not the library’s.
        case linkOutside
        /// Neither a file nor a folder, or a link to a folder.
        case special
        /// A name in another encoding, which no path of ours can say; as GBK has it, if that can be.
        case nameNotUTF8(inGBK: String?)
        /// It changes each time it is read.
        case changing
        /// More bytes than are read of such a file.
        case tooLarge(size: Int, limit: Int)
    }

    package var path: String
    package var reason: Reason
}

extension ReadError {
    /// With what the system said just now.
    static func current(_ path: String) -> ReadError {
        let words = String(cString: strerror(errno))
        guard errno == ENOENT, let name = path.split(separator: "/").first(where: { $0.contains("\u{FFFD}") }) else {
            return ReadError(path: path, reason: .system(words))
        }
        let found = nameInGBK(name, in: String(path[..<name.startIndex]))
        return ReadError(path: path, reason: .nameNotUTF8(inGBK: found))
    }
}

/// The bytes of one file.
///
/// - Parameter limit: how many it may have; it is not read if it has more.
package func readFile(_ path: String, atMost limit: Int = .max) throws(ReadError) -> [UInt8] {
    // Without O_NONBLOCK a named pipe would wait for somebody to write into it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw ReadError.current(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ReadError.current(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw ReadError(path: path, reason: .notARegularFile) }
    let expected = Int(status.st_size)
    guard expected <= limit else { throw ReadError(path: path, reason: .tooLarge(size: expected, limit: limit)) }
    guard let bytes = readBytes(descriptor, atMost: expected) else { throw ReadError.current(path) }
    return bytes
}

/// The bytes of an open file from where it stands, fewer than asked for if it ends before; nil, with `errno` set, if it
/// cannot be read to there.
func readBytes(_ descriptor: Int32, atMost count: Int) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count {
            let got = read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
            if got < 0 { isWhole = false }
            if got <= 0 { break }
            filled += got
        }
    }
    return isWhole ? bytes : nil
}

/// Reads to the end what has no size beforehand, such as standard input.
package func readPipe(_ descriptor: Int32, path: String, atMost limit: Int = .max) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        let got = read(descriptor, &chunk, chunk.count)
        if got < 0 { throw ReadError.current(path) }
        if got == 0 { return bytes }
        bytes += chunk[..<got]
        guard bytes.count <= limit else {
            throw ReadError(path: path, reason: .tooLarge(size: bytes.count, limit: limit))
        }
    }
}
