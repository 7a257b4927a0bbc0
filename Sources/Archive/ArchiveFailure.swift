import CArchive

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What libarchive could not do, in its words.
package struct ArchiveFailure: Error, Equatable {
    package var reason: String

    init(reason: String) { self.reason = reason }

    init(_ archive: OpaquePointer) {
        reason = archive_error_string(archive).map { String(cString: $0) } ?? "unknown error"
    }
}

/// `AE_IFREG` and its like, which C declares in a way that Swift cannot see.
enum EntryKind: UInt32 {
    case file = 0o100000
    case folder = 0o040000
    case link = 0o120000
}

/// Runs something in a locale of UTF-8: libarchive turns names from and to that of the thread, which is ASCII in a
/// program that was started in a bare environment.
func withUTF8Locale<Result>(_ body: () -> Result) -> Result {
    #if canImport(Darwin)
        let name = "en_US.UTF-8"
    #else
        let name = "C.UTF-8"
    #endif
    guard let locale = newlocale(LC_CTYPE_MASK, name, nil) else { return body() }
    let old = uselocale(locale)
    defer {
        uselocale(old)
        freelocale(locale)
    }
    return body()
}
