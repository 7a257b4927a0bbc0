/// Stands for the content of a file in its name, in 64 bits as FNV-1a has them. It tells versions of our own files apart and
/// protects against nobody.
struct Fingerprint: Sendable, Hashable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        var value = value
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        self.value = value
    }

    /// Adds a text, eight bytes at a time, and its length.
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var index = 0
            while index + 8 <= raw.count {
                add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
                index += 8
            }
            add(raw[index...])
            add(UInt64(raw.count))
        }
    }

    private mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 32
    }

    mutating func add(_ other: Fingerprint) {
        add(other.value)
    }

    static func of(_ bytes: [UInt8]) -> Fingerprint {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes)
        return fingerprint
    }

    private var mixed: UInt64 {
        var mixed = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
        mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return mixed ^ mixed >> 33
    }

    /// Letters and digits, the same on disks that do not tell capitals apart.
    var name: String { Self.text(mixed, count: Self.length) }

    /// How many characters a name has.
    static let length = 6

    /// A number below 93³, which is three digits of the index, and the four letters of it in a file name.
    var short: (number: UInt32, name: String) {
        let number = UInt32(mixed % (93 * 93 * 93))
        return (number, Self.text(UInt64(number), count: 4))
    }

    private static func text(_ number: UInt64, count: Int) -> String {
        var number = number
        var characters: [UInt8] = []
        for _ in 0..<count {
            characters.append(Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)[Int(number % 36)])
            number /= 36
        }
        return String(decoding: characters.reversed(), as: UTF8.self)
    }
}
