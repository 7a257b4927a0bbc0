import Content
import Foundation
import Testing

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
            ([0x50, 0x4B, 0x03, 0x04, 0x14], "is a spreadsheet, not a CSV file"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "is a spreadsheet, not a CSV file"),
            ([0xFF, 0xFE, 0x07, 0x68], "is neither UTF-8 nor GB18030"),
            ([0x41, 0xFF, 0xFF], "is neither UTF-8 nor GB18030"),
            ([0x41, 0x00, 0x42], "is not a text file"),
        ] as [([UInt8], String)])
    func refused(bytes: [UInt8], reason: String) throws {
        let refusal = try #require(throws: Spreadsheet.Refusal.self) { try Spreadsheet(path: "a.csv", bytes: bytes) }
        #expect(refusal.message.hasPrefix("‘a.csv’ \(reason)"))
        #expect(refusal.message.contains("CSV UTF-8（逗号分隔）"))
    }
}

@Suite("New files are written all or none, and never over others")
struct WritingTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "authoring-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func paths(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("folders are made as needed")
    func written() throws {
        try withFolder { folder in
            try write([NewFile(path: "a/b.md", text: "1"), NewFile(path: "c.md", text: "2")], to: folder.path)
            #expect(try paths(in: folder) == ["a", "a/b.md", "c.md"])
            #expect(try String(contentsOf: folder.appending(path: "a/b.md"), encoding: .utf8) == "1")
        }
    }

    @Test("every path that is taken is named, and nothing is written; a dangling link takes its path too")
    func taken() throws {
        try withFolder { folder in
            try "mine".write(to: folder.appending(path: "b.md"), atomically: true, encoding: .utf8)
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/c.md", withDestinationPath: folder.path + "/nowhere")
            let files = ["a.md", "b.md", "c.md"].map { NewFile(path: $0, text: "new") }
            #expect(throws: WritingError.exists(["b.md", "c.md"])) { try Authoring.write(files, to: folder.path) }
            #expect(try paths(in: folder) == ["b.md", "c.md"])
            #expect(try String(contentsOf: folder.appending(path: "b.md"), encoding: .utf8) == "mine")
        }
    }

    @Test("when one file cannot be written, those before it are taken back")
    func takenBack() throws {
        try withFolder { (folder: URL) throws -> Void in
            let name = String(repeating: "n", count: 300)
            #expect(throws: WritingError.self) {
                try write([NewFile(path: "a.md", text: "1"), NewFile(path: name, text: "2")], to: folder.path)
            }
            let left = try paths(in: folder)
            #expect(left == [])
        }
    }
}
