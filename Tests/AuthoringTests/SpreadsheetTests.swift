import Content
import Diagnostics
import Foundation
import Testing
import Text

@testable import Authoring

@Suite("A table is read however Chinese Windows saved it, or refused with a way out")
struct SpreadsheetTests {
    /// ‘标题,地区’ in GBK.
    private static let gbk: [UInt8] = [0xB1, 0xEA, 0xCC, 0xE2, 0x2C, 0xB5, 0xD8, 0xC7, 0xF8]

    @Test("UTF-8 stays as it is; GBK and GB18030 become UTF-8")
    func encodings() throws {
        let plain = try Spreadsheet(path: "a.csv", bytes: Array("标题".utf8))
        #expect(plain.file.bytes == Array("标题".utf8) && !plain.isConverted)
        let converted = try Spreadsheet(path: "a.csv", bytes: Self.gbk)
        #expect(converted.file.bytes == Array("标题,地区".utf8) && converted.isConverted)
        // Four bytes of GB18030 for a character that GBK has not.
        let long = try Spreadsheet(path: "a.csv", bytes: Self.gbk + [0x82, 0x30, 0xC3, 0x32])
        #expect(String(decoding: long.file.bytes, as: UTF8.self).hasPrefix("标题,地区"))
        #expect(long.file.bytes.count > 14)
    }

    @Test(
        "workbooks, UTF-16 and broken bytes are refused",
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 0x14], .isSpreadsheet("a.csv")),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .isSpreadsheet("a.csv")),
            ([0xFF, 0xFE, 0x07, 0x68], .isNoKnownEncoding("a.csv")),
            ([0x41, 0xFF, 0xFF], .isNoKnownEncoding("a.csv")),
            ([0x41, 0x00, 0x42], .isNoText("a.csv")),
        ] as [([UInt8], Phrase)])
    func refused(bytes: [UInt8], reason: Phrase) throws {
        let refusal = try #require(throws: Spreadsheet.Refusal.self) { try Spreadsheet(path: "a.csv", bytes: bytes) }
        #expect(refusal.message == reason.suggesting(.importCSV))
        #expect(refusal.message.text(in: .en).contains("CSV UTF-8（逗号分隔）"))
    }
}
