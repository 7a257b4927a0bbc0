import CBuild

/// Which program this is. The number stands here alone; what `script/package` makes takes it from `--version`.
enum Version {
    static let number = "0.1.0"

    /// `0.1.0 (009c958d1)`; without the commit where the program was not built in a clone.
    static var text: String {
        let commit = String(cString: exemplar_commit())
        return commit.isEmpty ? number : "\(number) (\(commit))"
    }

    /// Of this very program: two that were built from different sources never have the same. Nil where the linker gave none.
    static var buildID: [UInt8]? {
        var count = 0
        return exemplar_build_id(&count).map { Array(UnsafeBufferPointer(start: $0, count: count)) }
    }
}
