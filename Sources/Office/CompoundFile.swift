import Text

/// The streams of a compound file ([MS-CFB]), in which Office kept workbooks and documents before 2007, and keeps
/// those with a password. Each chain of sectors ends within the file, or the file is damaged.
struct CompoundFile {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// The units that a content is kept in, and which of them follows which.
    private struct Sectors {
        var content: [UInt8]
        /// Where unit 0 begins.
        var start: Int
        var unit: Int
        var next: [Int] = []

        func sector(_ number: Int) throws(OfficeRefusal) -> ArraySlice<UInt8> {
            let offset = start + number * unit
            guard offset < content.count else { throw .damaged }
            return content[offset..<min(offset + unit, content.count)]
        }

        func chain(from first: Int) throws(OfficeRefusal) -> [UInt8] {
            var (chain, number) = ([UInt8](), first)
            while number != CompoundFile.endOfChain {
                guard next.indices.contains(number), chain.count <= content.count else { throw .damaged }
                chain += try sector(number)
                number = next[number]
            }
            return chain
        }
    }

    private struct Stream {
        var start: Int
        var size: Int
    }

    private var large: Sectors
    private var small = Sectors(content: [], start: 0, unit: 64)
    /// Streams with fewer bytes are kept in small units.
    private let leastLarge: Int
    private var streams: [String: Stream] = [:]

    private static let endOfChain = 0xFFFF_FFFE
    private static let lastSector = 0xFFFF_FFF9

    init(_ bytes: [UInt8]) throws(OfficeRefusal) {
        guard bytes.count >= 512 else { throw .damaged }
        let shift = try Self.number(bytes, at: 30, count: 2)
        guard shift == 9 || shift == 12 else { throw .damaged }
        large = Sectors(content: bytes, start: 1 << shift, unit: 1 << shift)
        leastLarge = try Self.number(bytes, at: 56)
        // Which sector follows which stands in sectors that the header names, and a chain after it.
        var tables = Self.numbers(bytes[68..<512])
        var more = tables[0]
        tables.removeFirst(2)
        while more <= Self.lastSector {
            guard tables.count * 4 <= bytes.count else { throw .damaged }
            let named = Self.numbers(try large.sector(more))
            tables += named.dropLast()
            more = named.last ?? Self.endOfChain
        }
        for table in tables where table <= Self.lastSector {
            guard large.next.count * 4 <= bytes.count else { throw .damaged }
            large.next += Self.numbers(try large.sector(table))
        }
        let entries = try large.chain(from: try Self.number(bytes, at: 48))
        small.next = Self.numbers(try large.chain(from: try Self.number(bytes, at: 60))[...])
        small.content = try large.chain(from: try Self.stream(entries, 0).start)
        try findStreams(entries)
    }

    /// The streams that stand in no folder: an object in a workbook has a folder with streams of the same names.
    private mutating func findStreams(_ entries: [UInt8]) throws(OfficeRefusal) {
        var toVisit = [try Self.number(entries, at: 76)]
        var visited: Set<Int> = []
        while let entry = toVisit.popLast() {
            guard entry <= Self.lastSector, visited.insert(entry).inserted else { continue }
            let start = entry * 128
            let length = max(0, try Self.number(entries, at: start + 64, count: 2) - 2)
            guard length <= 62, start + 128 <= entries.count else { throw .damaged }
            let units = stride(from: 0, to: length, by: 2).map {
                UInt16(entries[start + $0]) | UInt16(entries[start + $0 + 1]) << 8
            }
            // 2 is a stream, 1 a folder.
            if entries[start + 66] == 2 {
                streams[String(decoding: units, as: UTF16.self).lowercased()] = try Self.stream(entries, entry)
            }
            toVisit += [try Self.number(entries, at: start + 68), try Self.number(entries, at: start + 72)]
        }
    }

    /// Nil if there is none of that name.
    func stream(_ name: String) throws(OfficeRefusal) -> [UInt8]? {
        guard let stream = streams[name.lowercased()] else { return nil }
        let content = try (stream.size < leastLarge ? small : large).chain(from: stream.start)
        guard content.count >= stream.size else { throw .damaged }
        return Array(content.prefix(stream.size))
    }

    private static func stream(_ entries: [UInt8], _ entry: Int) throws(OfficeRefusal) -> Stream {
        Stream(start: try number(entries, at: entry * 128 + 116), size: try number(entries, at: entry * 128 + 120))
    }

    private static func number(_ bytes: [UInt8], at offset: Int, count: Int = 4) throws(OfficeRefusal) -> Int {
        guard let number = bytes.littleEndian(at: offset, count: count) else { throw .damaged }
        return number
    }

    /// The numbers of sectors in a table.
    private static func numbers(_ table: ArraySlice<UInt8>) -> [Int] {
        let table = Array(table)
        return stride(from: 0, through: table.count - 4, by: 4).compactMap { table.littleEndian(at: $0, count: 4) }
    }
}
