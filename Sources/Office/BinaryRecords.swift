import Text

/// The records of a stream of BIFF8 ([MS-XLS] 2.1.4), in order.
struct BinaryRecords {
    struct Record {
        var kind: Int
        /// The content, and that of the records that continue it.
        var pieces: [[UInt8]]

        func number(at offset: Int, count: Int = 2) throws(OfficeRefusal) -> Int {
            guard let number = pieces[0].littleEndian(at: offset, count: count) else { throw .damaged }
            return number
        }

        /// The number at an offset as IEEE 754 has it.
        func double(at offset: Int) throws(OfficeRefusal) -> Double {
            let (low, high) = (try number(at: offset, count: 4), try number(at: offset + 4, count: 4))
            return Double(bitPattern: UInt64(high) << 32 | UInt64(low))
        }

        func texts(at offset: Int) -> BinaryTexts { BinaryTexts(pieces, at: offset) }
    }

    private let bytes: [UInt8]
    private var offset: Int

    private static let continuation = 0x3C

    init(_ bytes: [UInt8], at offset: Int = 0) { (self.bytes, self.offset) = (bytes, offset) }

    /// Nil at the end of the stream.
    mutating func next() throws(OfficeRefusal) -> Record? {
        guard offset < bytes.count else { return nil }
        let (kind, content) = try one()
        var record = Record(kind: kind, pieces: [content])
        while bytes.littleEndian(at: offset, count: 2) == Self.continuation { record.pieces.append(try one().content) }
        return record
    }

    private mutating func one() throws(OfficeRefusal) -> (kind: Int, content: [UInt8]) {
        guard let kind = bytes.littleEndian(at: offset, count: 2),
            let count = bytes.littleEndian(at: offset + 2, count: 2), offset + 4 + count <= bytes.count
        else { throw .damaged }
        defer { offset += 4 + count }
        return (kind, Array(bytes[offset + 4..<offset + 4 + count]))
    }
}

/// Texts of BIFF8 ([MS-XLS] 2.5.293, 2.5.294), one after the other. Where one goes on in the next record, a byte says
/// anew how its characters are written.
struct BinaryTexts {
    private let pieces: [[UInt8]]
    private var piece = 0
    private var offset: Int

    init(_ pieces: [[UInt8]], at offset: Int) { (self.pieces, self.offset) = (pieces, offset) }

    /// - Parameter lengthBytes: of the number of characters in front of it.
    mutating func next(lengthBytes: Int = 2) throws(OfficeRefusal) -> String {
        let length = try number(lengthBytes)
        let flags = try number(1)
        let runs = flags & 8 == 0 ? 0 : try number(2)
        let readings = flags & 4 == 0 ? 0 : try number(4)
        var isWide = flags & 1 != 0
        var units: [UInt16] = []
        while units.count < length {
            if offset == pieces[piece].count { isWide = try number(1) & 1 != 0 }
            let count = min(length - units.count, (pieces[piece].count - offset) / (isWide ? 2 : 1))
            guard count > 0 else { throw .damaged }
            for _ in 0..<count {
                units.append(UInt16(pieces[piece][offset]) | (isWide ? UInt16(pieces[piece][offset + 1]) << 8 : 0))
                offset += isWide ? 2 : 1
            }
        }
        // How parts of it are set, and how it is read aloud.
        try pass(runs * 4 + readings)
        return String(decoding: units, as: UTF16.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    private mutating func number(_ count: Int) throws(OfficeRefusal) -> Int {
        if offset == pieces[piece].count { try goOn() }
        guard let number = pieces[piece].littleEndian(at: offset, count: count) else { throw .damaged }
        offset += count
        return number
    }

    private mutating func pass(_ count: Int) throws(OfficeRefusal) {
        var rest = count
        while rest > pieces[piece].count - offset {
            rest -= pieces[piece].count - offset
            try goOn()
        }
        offset += rest
    }

    private mutating func goOn() throws(OfficeRefusal) {
        guard piece + 1 < pieces.count else { throw .damaged }
        (piece, offset) = (piece + 1, 0)
    }
}
