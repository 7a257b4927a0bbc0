import CArchive

/// Reads a zip file that somebody sent, within limits, by libarchive. Nothing is written to a disk.
package struct ArchiveReader: Sendable {
    /// What a file may cost at most.
    package struct Limits: Sendable {
        package var entries = 4096
        /// Bytes of all entries that are read, unpacked.
        package var bytes = 96 << 20
        /// Bytes unpacked for each byte of the file, from ``allowance`` on.
        package var ratio = 200
        /// What may always be unpacked.
        package var allowance = 4 << 20

        package init() {}
    }

    /// Why a file is not read.
    package enum Refusal: Error, Equatable {
        /// No zip file, or one that is cut short or broken.
        case damaged
        case encrypted
        /// An entry whose name leads out of the folder it would be unpacked in, that stands there twice, or that is no
        /// plain file.
        case unsafeEntry(String)
        case tooManyEntries(Int)
        /// More bytes than this come out of it.
        case tooLarge(Int)
    }

    private let limits: Limits

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// The entries that are wanted, by name. All others are passed over, but their names are looked at too.
    package func entries(
        of bytes: [UInt8], where isWanted: (String) -> Bool
    ) throws(Refusal) -> [String: [UInt8]] {
        let result = bytes.withUnsafeBytes { buffer -> Result<[String: [UInt8]], Refusal> in
            // Only the reader that goes by the directory at the end: what is cut short has none.
            guard let archive = archive_read_new() else { return .failure(.damaged) }
            defer { archive_read_free(archive) }
            guard archive_read_support_format_zip_seekable(archive) == ARCHIVE_OK,
                archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK
            else { return .failure(.damaged) }
            return Result { () throws(Refusal) in try read(archive, size: buffer.count, where: isWanted) }
        }
        return try result.get()
    }

    private func read(
        _ archive: OpaquePointer, size: Int, where isWanted: (String) -> Bool
    ) throws(Refusal) -> [String: [UInt8]] {
        let most = min(
            limits.bytes, max(limits.allowance, size.multipliedReportingOverflow(by: limits.ratio).partialValue))
        var entries: [String: [UInt8]] = [:]
        var names: Set<String> = []
        var total = 0
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return entries }
            // A warning says that a name is not of this locale; it is read as it stands.
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw .damaged }
            guard names.count < limits.entries else { throw .tooManyEntries(limits.entries) }
            let name = try Self.name(of: entry)
            guard names.insert(name).inserted else { throw .unsafeEntry(name) }
            if archive_entry_is_encrypted(entry) != 0 { throw .encrypted }
            if name.hasSuffix("/") { continue }
            guard archive_entry_filetype(entry) == 0o100000 else { throw .unsafeEntry(name) }
            guard isWanted(name) else { continue }
            guard let data = try Self.data(of: archive, atMost: most - total) else { throw .tooLarge(most) }
            total += data.count
            entries[name] = data
        }
    }

    /// The name of an entry, if it stays within its folder on every system.
    private static func name(of entry: OpaquePointer) throws(Refusal) -> String {
        guard let pointer = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { throw .damaged }
        let name = String(cString: pointer)
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.contains(":"), !parts.contains("..")
        else {
            throw .unsafeEntry(name)
        }
        return name
    }

    /// All of an entry; nil if it is more than may be read.
    private static func data(of archive: OpaquePointer, atMost most: Int) throws(Refusal) -> [UInt8]? {
        var data: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            if count == 0 { return data }
            guard count > 0 else { throw .damaged }
            guard data.count + count <= most else { return nil }
            data += chunk[..<count]
        }
    }
}
