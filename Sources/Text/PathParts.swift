extension StringProtocol where SubSequence == Substring {
    /// The names between the slashes of a path, without empty ones: `a/b.md` has `a` and `b.md`. Bytes are compared, since
    /// every path of a library passes through here.
    package var pathParts: [Substring] {
        self[...].utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    }

    /// The last of them: the name of a file without its folders. A path that has none is its own.
    package var lastPathPart: String { pathParts.last.map(String.init) ?? String(self) }

    /// The path without `.` and `..`; nil if it leads out of where it begins. Empty parts stay: `a//b` is another path
    /// than `a/b`.
    package var withoutDots: String? {
        var parts: [Substring] = []
        for part in self[...].split(separator: "/", omittingEmptySubsequences: false) {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else if part != "." {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
