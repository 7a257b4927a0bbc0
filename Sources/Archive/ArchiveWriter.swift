import CArchive

/// Writes a zip file whose bytes depend on the files and their order alone: no clock, no time zone, no owner.
///
/// Names are UTF-8 and marked as such. Every file has the date 1980-01-01, the first that the format knows.
package final class ArchiveWriter {
    private let archive: OpaquePointer
    /// What libarchive has given so far, piece by piece.
    private var bytes: [UInt8] = []

    package init() throws(ArchiveFailure) {
        guard let archive = archive_write_new() else { throw ArchiveFailure(reason: "out of memory") }
        self.archive = archive
        try check(archive_write_set_format_zip(archive))
        try check(archive_write_set_format_option(archive, "zip", "compression-level", "9"))
        try check(withUTF8Locale { archive_write_set_format_option(archive, "zip", "hdrcharset", "UTF-8") })
        // Without these the end would be filled up to a whole block.
        try check(archive_write_set_bytes_per_block(archive, 0))
        try check(archive_write_set_bytes_in_last_block(archive, 1))
        try check(
            archive_write_open(
                archive, Unmanaged.passUnretained(self).toOpaque(), nil,
                { _, writer, buffer, count in
                    guard let writer, let buffer else { return -1 }
                    Unmanaged<ArchiveWriter>.fromOpaque(writer).takeUnretainedValue().bytes
                        .append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: count))
                    return count
                }, nil))
    }

    deinit { archive_write_free(archive) }

    /// - Parameter path: of the file in the archive, with slashes.
    package func add(_ bytes: [UInt8], at path: String) throws(ArchiveFailure) {
        guard let entry = archive_entry_new() else { throw ArchiveFailure(reason: "out of memory") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, path)
        archive_entry_set_filetype(entry, EntryKind.file.rawValue)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(bytes.count))
        try check(withUTF8Locale { archive_write_header(archive, entry) })
        let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw ArchiveFailure(archive) }
        try check(archive_write_finish_entry(archive))
    }

    /// The bytes of the whole file.
    package func finish() throws(ArchiveFailure) -> [UInt8] {
        try check(archive_write_close(archive))
        return bytes
    }

    private func check(_ status: Int32) throws(ArchiveFailure) {
        if status != ARCHIVE_OK { throw ArchiveFailure(archive) }
    }
}
