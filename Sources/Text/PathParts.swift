extension StringProtocol where SubSequence == Substring {
    /// The names between the slashes of a path, without empty ones: `a/b.md` has `a` and `b.md`. Bytes are compared, since
    /// every path of a library passes through here.
    package var pathParts: [Substring] {
        self[...].utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    }

    /// The last of them: the name of a file without its folders. A path that has none is its own.
    package var lastPathPart: String { pathParts.last.map(String.init) ?? String(self) }
}
