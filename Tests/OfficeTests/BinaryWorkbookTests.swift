import Foundation
import Testing

@testable import Office

@Suite("Workbooks from before 2007 are read as those after it, and what is none of them is told")
struct BinaryWorkbookTests {
    private static func fixture(_ name: String) throws -> [UInt8] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: tests.appending(path: "AuthoringTests/Fixtures/" + name)))
    }

    /// A record of BIFF8.
    private static func record(_ kind: Int, _ content: [UInt8]) -> [UInt8] {
        [kind, content.count].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + content
    }

    /// A sheet without a container, whose cells are given.
    private static func workbook(shared: [[UInt8]] = [], _ cells: [UInt8]) -> [UInt8] {
        let beginning = record(0x0809, [0, 6] + [UInt8](repeating: 0, count: 14))
        var texts: [UInt8] = []
        if let first = shared.first {
            texts = record(0x00FC, [1, 0, 0, 0, 1, 0, 0, 0] + first) + shared.dropFirst().flatMap { record(0x3C, $0) }
        }
        let offset = beginning.count + texts.count + 13 + 4
        let sheet = record(0x0085, [UInt8(offset), UInt8(offset >> 8), 0, 0, 0, 0, 1, 0] + Array("A".utf8))
        return beginning + texts + sheet + record(0x000A, []) + beginning + cells + record(0x000A, [])
    }

    private static func shown(_ bytes: [UInt8]) throws -> [OfficeTable.Cell] {
        try OfficeFile(bytes).table(0).rows.flatMap(\.cells)
    }

    @Test("one workbook saved both ways has the same tables", arguments: ["cases", "shown", "joined", "figures"])
    func same(name: String) throws {
        let (old, new) = (
            try OfficeFile(try Self.fixture(name + ".xls")), try OfficeFile(try Self.fixture(name + ".xlsx"))
        )
        #expect(old.tables.map(\.name) == new.tables.map(\.name))
        #expect(old.tables.map(\.isHidden) == new.tables.map(\.isHidden))
        for index in old.tables.indices {
            var (table, other) = (try old.table(index), try new.table(index))
            table.merges.sort(by: Self.isBefore)
            other.merges.sort(by: Self.isBefore)
            #expect(table == other)
        }
    }

    private static func isBefore(_ one: OfficeTable.Merge, _ other: OfficeTable.Merge) -> Bool {
        (one.rows.lowerBound, one.columns.lowerBound) < (other.rows.lowerBound, other.columns.lowerBound)
    }

    @Test("numbers in four bytes, truth, errors, and what formulas gave")
    func cells() throws {
        let value: (UInt8, [UInt8]) -> [UInt8] = { column, value in
            Self.record(0x0006, [0, 0, column, 0, 0, 0] + value + [0, 0, 0, 0, 0, 0])
        }
        let bytes = Self.workbook(
            Self.record(0x00BD, [0, 0, 0, 0, 0, 0, 0x32, 0, 0, 0, 0, 0, 0xEB, 0x04, 0, 0, 1, 0])
                + Self.record(0x027E, [0, 0, 2, 0, 0, 0, 0, 0, 0xF8, 0x3F])
                + Self.record(0x0205, [0, 0, 3, 0, 0, 0, 1, 0]) + Self.record(0x0205, [0, 0, 4, 0, 0, 0, 0x17, 1])
                + value(5, [0, 0, 0, 0, 0, 0, 0xF8, 0xBF]) + value(6, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
                + Self.record(0x0207, [2, 0, 1, 0x32, 0x75, 0x59, 0x4E]) + value(7, [2, 0, 7, 0, 0, 0, 0xFF, 0xFF])
                + value(8, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]))
        #expect(
            try Self.shown(bytes) == [
                .init(column: 0, text: "12", isNumber: true), .init(column: 1, text: "3.14", isNumber: true),
                .init(column: 2, text: "1.5", isNumber: true),
                .init(column: 3, text: "TRUE"), .init(column: 4, text: "#REF!", fault: .error),
                .init(column: 5, text: "-1.5", isNumber: true), .init(column: 6, text: "甲乙"),
                .init(column: 7, text: "#DIV/0!", fault: .error),
            ])
    }

    @Test("a text goes on in the next record, whose first byte says how it is written there")
    func continued() throws {
        let bytes = Self.workbook(
            shared: [[4, 0, 0x08, 1, 0, 0x61, 0x62], [1, 0x32, 0x75, 0x0D, 0, 0, 0, 0, 0]],
            Self.record(0x00FD, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
        #expect(try Self.shown(bytes).map(\.text) == ["ab甲\n"])
    }

    @Test("what is locked, older, cut short or leads in a circle is told as such")
    func refused() throws {
        let bytes = try Self.fixture("cases.xls")
        func refusal(_ bytes: [UInt8]) -> OfficeRefusal? {
            do throws(OfficeRefusal) {
                let file = try OfficeFile(bytes)
                for index in file.tables.indices { _ = try file.table(index) }
                return nil
            } catch { return error }
        }
        func changed(_ old: [UInt8], _ new: [UInt8]) throws -> [UInt8] {
            let range = try #require(bytes.firstRange(of: old))
            return Array(bytes[..<range.lowerBound] + new + bytes[range.upperBound...])
        }
        func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
        #expect(refusal(bytes) == nil)
        #expect(refusal(try Self.fixture("locked.xlsx")) == .encrypted)
        // The record of who wrote it becomes that of a password.
        #expect(refusal(try changed([0x5C, 0, 0x70, 0], [0x2F, 0, 0x70, 0])) == .encrypted)
        #expect(refusal(try changed(wide("Workbook"), wide("WordData"))) == .outdated)
        #expect(refusal(try changed([0x09, 0x08, 0x10, 0, 0, 6], [0x09, 0x08, 0x10, 0, 0, 5])) == .outdated)
        #expect(refusal([0x09, 0x04, 6, 0, 0, 0, 0x10, 0, 0, 0]) == .outdated)
        for end in [8, 64, 512, 600, bytes.count / 2] { #expect(refusal(Array(bytes[..<end])) == .damaged) }
        // Each sector is followed by itself.
        var circle = bytes
        let table = (Int(bytes[76]) + 1) * 512
        for sector in 0..<128 {
            circle.replaceSubrange(table + sector * 4..<table + sector * 4 + 4, with: [UInt8(sector), 0, 0, 0])
        }
        #expect(refusal(circle) == .damaged)
    }
}
