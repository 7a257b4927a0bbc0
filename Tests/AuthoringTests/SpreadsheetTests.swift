import Content
import Diagnostics
import Foundation
import Testing
import Text

@testable import Authoring

@Suite("A table is read however Chinese Windows saved it")
struct SpreadsheetTests {
    /// ‘标题,地区’ in GBK.
    private static let gbk: [UInt8] = [0xB1, 0xEA, 0xCC, 0xE2, 0x2C, 0xB5, 0xD8, 0xC7, 0xF8]

    @Test("UTF-8 stays as it is; GBK and GB18030 become UTF-8")
    func encodings() throws {
        let plain = try Spreadsheet(path: "a.csv", bytes: Array("标题".utf8))
        #expect(plain.file.bytes == Array("标题".utf8) && plain.remarks.isEmpty)
        let converted = try Spreadsheet(path: "a.csv", bytes: Self.gbk)
        #expect(converted.file.bytes == Array("标题,地区".utf8))
        #expect(converted.remarks.map { $0.text(in: .en) } == ["a.csv was read as GB18030"])
        // Four bytes of GB18030 for a character that GBK has not.
        let long = try Spreadsheet(path: "a.csv", bytes: Self.gbk + [0x82, 0x30, 0xC3, 0x32])
        #expect(String(decoding: long.file.bytes, as: UTF8.self).hasPrefix("标题,地区"))
        #expect(long.file.bytes.count > 14)
    }

    @Test("UTF-16 is known by its mark, or by its zeros")
    func utf16() throws {
        let little: [UInt8] = [0x07, 0x68, 0x98, 0x98, 0x2C, 0x00, 0x41, 0x00]
        let big: [UInt8] = [0x68, 0x07, 0x98, 0x98, 0x00, 0x2C, 0x00, 0x41]
        for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
            #expect(try Spreadsheet(path: "a.csv", bytes: bytes).file.bytes == Array("标题,A".utf8))
        }
    }

    @Test("what is no text is refused")
    func refused() {
        #expect(throws: Spreadsheet.Refusal.told(.isNoText("a.csv").suggesting(.importTable))) {
            try Spreadsheet(path: "a.csv", bytes: [0x41, 0x00, 0x00, 0x42])
        }
        #expect(throws: Spreadsheet.Refusal.self) { try Spreadsheet(path: "a.csv", bytes: [0x41, 0xFF, 0xFF]) }
        // Told before a cell is made of each column.
        #expect(throws: Spreadsheet.Refusal.self) {
            try Spreadsheet(path: "a.csv", bytes: Array(("标题" + String(repeating: ",", count: 1000) + "\n").utf8))
        }
    }

    @Test("a row whose last cell is drawn over several rows begins and ends at its own cells")
    func spanOfRow() {
        let cells = [(10, 12), (14, 15), (2, 4)].map { start, end in
            CSVCell(text: "", span: SourceSpan(path: "t", range: start..<end))
        }
        #expect(cells.span == SourceSpan(path: "t", range: 10..<15))
    }
}
