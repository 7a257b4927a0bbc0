#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// By what a file is known to be the same as before without reading it: the file itself (its inode), its size, and when
/// it was changed.
struct FileStamp: Hashable, Sendable {
    private var device: UInt64
    private var inode: UInt64
    private var size: Int64
    /// Nanoseconds since 1970; the system sets the second one at every change of the file.
    private var modified: Int64
    private var changed: Int64

    /// Equal to no file's.
    static let unknown = FileStamp(device: 0, inode: 0, size: -1, modified: 0, changed: 0)

    private init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
        (self.device, self.inode, self.size) = (device, inode, size)
        (self.modified, self.changed) = (modified, changed)
    }

    init(_ status: stat) {
        func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
        #if canImport(Darwin)
            let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        self.init(
            device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino),
            size: Int64(status.st_size),
            modified: nanoseconds(modified), changed: nanoseconds(changed))
    }

    /// Whether a later change will show in the stamp. Clocks of file systems tick slowly, some every two seconds, so a
    /// file that has just changed may change again within a tick.
    func isSettled(at now: Int64) -> Bool { changed < now - 2_500_000_000 }

    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
