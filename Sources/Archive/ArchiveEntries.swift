import CArchive
import Foundation
import Text

/// The entries of a zip file that somebody sent: looked at one by one in memory, never unpacked to the disk.
///
/// All names, kinds and declared sizes are checked before the first byte is decompressed. An archive with a single
/// entry that could do harm when unpacked is refused as a whole.
package struct ArchiveEntries: Sendable {
    /// What an archive may hold at most.
    package struct Limits: Sendable {
        package var entries = 100_000
        /// Bytes of one entry, decompressed.
        package var entryBytes = 1 << 30
        /// Bytes of all entries, decompressed.
        package var totalBytes = 8 << 30
        /// How many times its own size the archive may grow, above the allowance.
        package var ratio = 100
        /// Bytes that may always be decompressed.
        package var allowance = 1 << 20

        package init() {}
    }

    /// A file of the archive; entries for folders are passed over.
    package struct Entry: Sendable, Equatable {
        package var path: String
        /// Its place among all entries.
        fileprivate var number: Int
    }

    /// Why an archive is not read.
    package enum Refusal: Error, Equatable {
        /// It is no zip file, or its list of entries is broken.
        case unreadable(ArchiveFailure)
        /// A name that is not UTF-8; with the number of its entry, from 1.
        case nameNotUTF8(entry: Int)
        /// It would land outside the folder it is unpacked into, or somewhere else on another system.
        case outside(String)
        /// A symbolic or hard link.
        case link(String)
        /// A device or a socket. Pipes are read as files: Info-ZIP calls what it was given through a pipe so.
        case special(String)
        case encrypted(String)
        /// Two entries that are one file, on this system or on one that ignores case.
        case twins(String, String)
        case tooMany(limit: Int)
        case tooBig(String)
    }

    private let bytes: [UInt8]
    private let limits: Limits
    package let list: [Entry]

    package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Refusal) {
        var bytes = bytes
        clearNameFlags(&bytes)
        (self.bytes, self.limits) = (bytes, limits)
        list = try Self.headers(of: bytes, limits: limits)
    }

    /// The contents of the files that are wanted, by path; nothing else is decompressed.
    ///
    /// - Throws: ``Refusal/unreadable(_:)`` also if one of them is broken.
    package func contents(where isWanted: (String) -> Bool) throws(Refusal) -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        var failure: ArchiveFailure?
        try forEach(where: isWanted) { index, piece in
            contents[list[index].path, default: []].append(contentsOf: piece)
        } damaged: {
            failure = $1
        }
        if let failure { throw .unreadable(failure) }
        return contents
    }

    /// Gives the content of each file in pieces. What cannot be decompressed is told, and the next one is read.
    ///
    /// - Parameters:
    ///   - isWanted: whether to read the file with this path; the others are not decompressed.
    ///   - piece: is given the index of the entry in ``list`` and some of its bytes, in order.
    ///   - damaged: is told of an entry whose bytes are not what was packed.
    package func forEach(
        where isWanted: (String) -> Bool = { _ in true },
        piece: (Int, UnsafeRawBufferPointer) -> Void, damaged: (Int, ArchiveFailure) -> Void
    ) throws(Refusal) {
        var (next, total) = (0, 0)
        // After a broken entry libarchive reads no further, so the archive is opened anew behind it.
        while next < list.count {
            let reader = try Reader(bytes)
            var number = -1
            var isBroken = false
            while !isBroken, next < list.count, try reader.header() != nil {
                number += 1
                guard list[next].number == number else { continue }
                defer { next += 1 }
                guard isWanted(list[next].path) else { continue }
                var size = 0
                let failure = try reader.content { (buffer) throws(Refusal) in
                    size += buffer.count
                    total += buffer.count
                    guard size <= limits.entryBytes, total <= limits.bytes(of: bytes.count) else {
                        throw .tooBig(list[next].path)
                    }
                    piece(next, buffer)
                }
                if let failure {
                    damaged(next, failure)
                    isBroken = true
                }
            }
            // A list that changed between two readings of the same bytes would never end.
            guard isBroken || next == list.count else { return }
        }
    }

    private static func headers(of bytes: [UInt8], limits: Limits) throws(Refusal) -> [Entry] {
        let reader = try Reader(bytes)
        var list: [Entry] = []
        var seen = PathTwins()
        var (number, total) = (0, 0)
        while let header = try reader.header() {
            defer { number += 1 }
            guard number < limits.entries else { throw .tooMany(limit: limits.entries) }
            let path = try header.path(number: number)
            if archive_entry_is_encrypted(header.entry) != 0 { throw .encrypted(path) }
            if archive_entry_hardlink(header.entry) != nil { throw .link(path) }
            let isFolder: Bool
            switch EntryKind(rawValue: UInt32(archive_entry_filetype(header.entry))) {
            case .file: isFolder = false
            case .folder: isFolder = true
            case .link: throw .link(path)
            case nil: throw .special(path)
            }
            let name = isFolder && path.hasSuffix("/") ? String(path.dropLast()) : path
            guard staysInside(name) else { throw .outside(path) }
            if let twin = seen.insert(name, isFolder: isFolder) { throw .twins(twin, name) }
            let (size, isHuge) = total.addingReportingOverflow(Int(clamping: archive_entry_size(header.entry)))
            guard !isHuge, archive_entry_size(header.entry) <= limits.entryBytes,
                size <= limits.bytes(of: bytes.count)
            else { throw .tooBig(path) }
            total = size
            if !isFolder { list.append(Entry(path: name, number: number)) }
        }
        return list
    }

    /// Whether a path stays below the folder it is unpacked into, on every system.
    private static func staysInside(_ path: String) -> Bool {
        let isPlain = path.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\u{7F}" && $0 != "\\" && $0 != ":" }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return isPlain && !parts.contains { ["", ".", ".."].contains($0) }
    }
}

extension ArchiveEntries.Limits {
    /// What an archive of some size may hold in all.
    fileprivate func bytes(of archive: Int) -> Int {
        let (grown, isHuge) = archive.multipliedReportingOverflow(by: ratio)
        return isHuge ? totalBytes : min(totalBytes, grown + allowance)
    }
}

/// One pass over an archive.
private final class Reader {
    struct Header {
        var entry: OpaquePointer

        func path(number: Int) throws(ArchiveEntries.Refusal) -> String {
            guard let name = archive_entry_pathname(entry),
                let path = String(validatingCString: name)
            else { throw .nameNotUTF8(entry: number + 1) }
            return path
        }
    }

    private let archive: OpaquePointer
    /// What libarchive reads from for as long as it reads.
    private let bytes: NSData

    init(_ bytes: [UInt8]) throws(ArchiveEntries.Refusal) {
        guard let archive = archive_read_new() else { throw .unreadable(ArchiveFailure(reason: "out of memory")) }
        self.archive = archive
        self.bytes = NSData(bytes: bytes, length: bytes.count)
        // The list at the end of the file is what every other program goes by too.
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_memory(archive, self.bytes.bytes, self.bytes.length) == ARCHIVE_OK else {
            throw .unreadable(ArchiveFailure(archive))
        }
    }

    deinit { archive_read_free(archive) }

    /// The next entry; nil at the end.
    func header() throws(ArchiveEntries.Refusal) -> Header? {
        var entry: OpaquePointer?
        let status = archive_read_next_header(archive, &entry)
        if status == ARCHIVE_EOF { return nil }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
            throw .unreadable(ArchiveFailure(archive))
        }
        // A warning is about a field. What is in the entry is judged when it is read.
        return Header(entry: entry)
    }

    /// Gives the content of the entry at hand; what libarchive says if it is broken.
    func content(
        _ piece: (UnsafeRawBufferPointer) throws(ArchiveEntries.Refusal) -> Void
    ) throws(ArchiveEntries.Refusal) -> ArchiveFailure? {
        while true {
            var (start, count, offset) = (UnsafeRawPointer?.none, 0, Int64(0))
            let status = archive_read_data_block(archive, &start, &count, &offset)
            if status == ARCHIVE_EOF { return nil }
            guard status == ARCHIVE_OK else { return ArchiveFailure(archive) }
            try piece(UnsafeRawBufferPointer(start: start, count: count))
        }
    }
}
