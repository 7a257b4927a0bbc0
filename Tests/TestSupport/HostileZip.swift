import Foundation

/// A zip file made byte by byte, as no honest program writes one.
package struct HostileZip: Sendable, CustomStringConvertible {
    package struct Entry: Sendable {
        package var name: [UInt8]
        package var content: [UInt8] = Array("x".utf8)
        /// The mode of Unix in the upper half of the external attributes.
        package var mode: UInt32 = 0o100644
        package var flags: UInt16 = 0x0800
        /// 0 stored, 8 deflated; `content` is as it stands in the file.
        package var method: UInt16 = 0
        package var size: UInt32?
        package var checksum: UInt32?
        /// 3 Unix, 0 MS-DOS.
        package var system: UInt16 = 3

        package init(_ name: String, _ change: (inout Entry) -> Void = { _ in }) {
            self.name = Array(name.utf8)
            change(&self)
        }
    }

    package var description: String
    package var entries: [Entry]
    /// Applied to the bytes of the whole file.
    var damage: @Sendable ([UInt8]) -> [UInt8] = { $0 }

    package init(_ description: String, _ entries: Entry...) {
        (self.description, self.entries) = (description, entries)
    }

    package init(_ description: String, _ entries: [Entry], damage: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }) {
        (self.description, self.entries, self.damage) = (description, entries, damage)
    }

    /// Local headers with contents, the central directory, its end (APPNOTE 6.3).
    package var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(file.count)
            let shared =
                number(20, 2) + number(UInt32(entry.flags), 2) + number(UInt32(entry.method), 2)
                + number(0x0021_0000, 4)
                + number(entry.checksum ?? Self.checksum(of: entry.content), 4) + number(UInt32(entry.content.count), 4)
                + number(entry.size ?? UInt32(entry.content.count), 4) + number(UInt32(entry.name.count), 2)
                + number(0, 2)
            file += Array("PK\u{3}\u{4}".utf8) + shared + entry.name + entry.content
            directory += Array("PK\u{1}\u{2}".utf8) + number(UInt32(entry.system) << 8 | 20, 2) + shared
            directory += number(0, 2) + number(0, 2) + number(0, 2) + number(entry.mode << 16, 4) + number(offset, 4)
            directory += entry.name
        }
        let count = number(UInt32(entries.count), 2)
        let end =
            Array("PK\u{5}\u{6}".utf8) + number(0, 4) + count + count + number(UInt32(directory.count), 4)
            + number(UInt32(file.count), 4) + number(0, 2)
        return damage(file + directory + end)
    }

    private func number(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    package static func checksum(of bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }

    /// A deflate stream of so many zeros, thousand times smaller: a literal, then copies of 258 bytes one byte back.
    package static func deflatedZeros(_ count: Int) -> [UInt8] {
        precondition(count % 258 == 1)
        var (bytes, buffer, filled) = ([UInt8](), UInt32(0), UInt32(0))
        func put(_ value: UInt32, _ bits: UInt32) {
            buffer |= value << filled
            filled += bits
            while filled >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: buffer))
                buffer >>= 8
                filled -= 8
            }
        }
        // The last block, with fixed codes: 0 is 00110000, 285 is 11000101, a distance of 1 is 00000, the end 0000000.
        put(0b011, 3)
        put(0b0000_1100, 8)
        for _ in 0..<count / 258 {
            put(0b1010_0011, 8)
            put(0, 5)
        }
        put(0, 7)
        if filled > 0 { bytes.append(UInt8(truncatingIfNeeded: buffer)) }
        return bytes
    }
}

extension HostileZip {
    private static let blank = [UInt8](repeating: 32, count: 1 << 16)

    /// Each is refused as a whole.
    package static let refused: [HostileZip] = [
        HostileZip("climbs out", Entry("../evil.html")),
        HostileZip("climbs out deep inside", Entry("site/a/../../../evil.html")),
        HostileZip("climbs and comes back", Entry("site/../site/index.html")),
        HostileZip("climbs out at the end", Entry("site/..")),
        HostileZip(
            "a folder that climbs out",
            Entry("../out/") {
                $0.mode = 0o040755
                $0.content = []
            }),
        HostileZip("a dot on the way", Entry("site/./index.html")),
        HostileZip("absolute", Entry("/etc/cron.d/evil")),
        HostileZip("absolute with two slashes", Entry("//server/share/evil")),
        HostileZip("an empty part", Entry("site//index.html")),
        HostileZip("no name", Entry("")),
        HostileZip("a drive", Entry("C:/Windows/evil.exe")),
        HostileZip("a drive without a slash", Entry("C:evil.exe")),
        HostileZip("a stream of NTFS", Entry("site/index.html:hidden")),
        HostileZip("backslashes that climb out", Entry("..\\..\\evil.exe")),
        HostileZip("backslashes among slashes", Entry("site/..\\..\\evil.exe")),
        HostileZip(
            "backslashes of MS-DOS that climb out",
            Entry("..\\evil.exe") {
                $0.system = 0
                $0.mode = 0
            }),
        HostileZip("a server of Windows", Entry("\\\\server\\share\\evil.exe")),
        HostileZip("a line break in a name", Entry("site/a\n../b")),
        HostileZip("an escape in a name", Entry("site/\u{1B}[2J.html")),
        HostileZip("a deleting character in a name", Entry("site/\u{7F}.html")),
        HostileZip(
            "a symbolic link",
            Entry("site/link") {
                $0.mode = 0o120777
                $0.content = Array("/etc/passwd".utf8)
            }),
        HostileZip(
            "a symbolic link and a file behind it",
            Entry("site") {
                $0.mode = 0o120777
                $0.content = Array("/tmp".utf8)
            }, Entry("site/evil")),
        HostileZip("a symbolic link after honest files", Entry("a"), Entry("b"), Entry("c") { $0.mode = 0o120777 }),
        HostileZip(
            "a character device",
            Entry("dev/zero") {
                $0.mode = 0o020666
                $0.content = []
            }),
        HostileZip(
            "a block device",
            Entry("dev/sda") {
                $0.mode = 0o060666
                $0.content = []
            }),
        HostileZip(
            "a socket",
            Entry("socket") {
                $0.mode = 0o140644
                $0.content = []
            }),
        HostileZip(
            "an encrypted file",
            Entry("secret.html") {
                $0.flags |= 1
                $0.content = [UInt8](repeating: 7, count: 20)
            }),
        HostileZip("the same name twice", Entry("site/index.html"), Entry("site/index.html")),
        HostileZip("case twins", Entry("site/index.html"), Entry("site/INDEX.html")),
        HostileZip("folders that are case twins", Entry("site/a.html"), Entry("Site/b.html")),
        HostileZip("twins in two spellings of é", Entry("caf\u{E9}.html"), Entry("cafe\u{301}.html")),
        HostileZip("a file that is a folder too", Entry("site"), Entry("site/index.html")),
        HostileZip("a folder that is a file too", Entry("site/index.html"), Entry("site")),
        HostileZip("a name that is not UTF-8", Entry("") { $0.name = [0xB4, 0xF2, 0xBF, 0xAA] }),
        HostileZip(
            "a name that is not UTF-8 and says nothing",
            Entry("") {
                $0.name = [0xB4, 0xF2, 0xBF, 0xAA]
                $0.flags = 0
            }),
        HostileZip("a name with half a character", Entry("") { $0.name = Array("site/".utf8) + [0xE6, 0x89] }),
        HostileZip(
            "a bomb by its word",
            Entry("big") {
                $0.method = 8
                $0.content = [3, 0]
                $0.size = 0xFFFF_FFF0
            }),
        HostileZip(
            "many that are a bomb together",
            (0..<40).map {
                Entry("big\($0)") {
                    $0.method = 8
                    $0.content = [3, 0]
                    $0.size = 1 << 26
                }
            }),
        HostileZip("no zip at all", [], damage: { _ in Array("<!DOCTYPE html>".utf8) }),
        HostileZip("nothing", [], damage: { _ in [] }),
        HostileZip(
            "cut off in the middle", [Entry("a") { $0.content = blank }], damage: { Array($0.prefix($0.count / 2)) }),
        HostileZip("cut off in the list", [Entry("a"), Entry("b")], damage: { Array($0.dropLast(30)) }),
        HostileZip("only the end of a list", [Entry("a")], damage: { Array($0.suffix(22)) }),
        HostileZip(
            "a list that lies outside", [Entry("a")],
            damage: { file in
                var file = file
                file.replaceSubrange(file.count - 6..<file.count - 2, with: [0, 0, 0, 0x70])
                return file
            }),
    ]

    /// Bombs that hide their size, and what a scratched stick gives: found when they are read.
    package static let hidden = HostileZip(
        "a bomb that hides its size",
        Entry("big") {
            $0.method = 8
            $0.content = deflatedZeros(258 * 40_000 + 1)
            $0.size = 258 * 40_000 + 1
        })
}
