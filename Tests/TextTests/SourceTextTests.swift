import Testing

@testable import Text

@Suite("A byte is found again by its line and column")
struct SourceTextTests {
    typealias Position = SourceText.Position

    @Test(arguments: [
        ("", [0]), ("盘锦", [0]), ("a\nb", [0, 2]), ("a\n", [0, 2]), ("a\r\nb\r\n", [0, 3, 6]), ("a\rb\r", [0, 2, 4]),
        ("\n\r\n\r", [0, 1, 3, 4]), ("a\r\r\nb", [0, 2, 4]),
    ])
    func linesEndAtLineFeedsCarriageReturnsOrBoth(text: String, starts: [Int]) {
        #expect(SourceText(Array(text.utf8)).lineStarts == starts)
    }

    @Test("columns count characters, not bytes")
    func columnsCountScalars() {
        let text = SourceText(Array("标题: 盘锦\n层级: é𠮷x".utf8))
        let expected: [(Int, Position)] = [
            (0, .init(line: 1, column: 1)), (3, .init(line: 1, column: 2)), (8, .init(line: 1, column: 5)),
            (14, .init(line: 1, column: 7)), (15, .init(line: 2, column: 1)), (23, .init(line: 2, column: 5)),
            (25, .init(line: 2, column: 6)), (29, .init(line: 2, column: 7)), (30, .init(line: 2, column: 8)),
        ]
        #expect(expected.map { text.position(of: $0.0) } == expected.map(\.1))
        #expect(expected.map { text.offset(line: $0.1.line, column: $0.1.column) } == expected.map(\.0))
    }

    @Test("places in a line of many thousand characters are those that counting gives")
    func veryLongLines() {
        let line = (0..<4_000).map { ["a", "盘", "é", "𠮷"][$0 * 7 % 11 % 4] }.joined()
        let whole = "x\n" + line + "\n" + line + line
        let text = SourceText(Array(whole.utf8))
        var (offset, row, column) = (0, 1, 1)
        for (index, scalar) in whole.unicodeScalars.enumerated() {
            if index % 97 == 0 || scalar == "\n" {
                #expect(text.position(of: offset) == Position(line: row, column: column))
                #expect(text.offset(line: row, column: column) == offset)
            }
            offset += UTF8.width(scalar)
            (row, column) = scalar == "\n" ? (row + 1, 1) : (row, column + 1)
        }
        #expect(text.offset(line: 2, column: 9_000) == 1 + 1 + line.utf8.count)
        #expect(text.lineEnd(2) == 2 + line.utf8.count)
    }

    @Test("the end of a line belongs to the line, whatever ends it", arguments: ["\n", "\r\n", "\r"])
    func theEndBelongsToItsLine(ending: String) {
        let text = SourceText(Array("盘\(ending)锦\(ending)".utf8))
        let second = 3 + ending.utf8.count
        #expect(text.position(of: 3) == Position(line: 1, column: 2))
        #expect(text.position(of: second) == Position(line: 2, column: 1))
        #expect(text.position(of: second + 3) == Position(line: 2, column: 2))
        #expect(text.position(of: second + 3 + ending.utf8.count) == Position(line: 3, column: 1))
        #expect((0...4).map(text.line) == ["", "盘", "锦", "", ""])
    }

    @Test("what lies before the start or past the end is the start or the end")
    func clampsToTheText() {
        let text = SourceText(Array("一\n二".utf8))
        #expect(text.position(of: -5) == Position(line: 1, column: 1))
        #expect(text.position(of: 7) == Position(line: 2, column: 2))
        #expect(text.position(of: 1_000) == Position(line: 2, column: 2))
        #expect(text.offset(line: 0, column: 3) == 0)
        #expect(text.offset(line: 1, column: 99) == 3, "a column past the line is its end, before the line feed")
        #expect(text.offset(line: 9, column: 1) == 7)
    }

    @Test("an empty file has one place")
    func anEmptyFile() {
        let text = SourceText([])
        #expect(text.position(of: 0) == Position(line: 1, column: 1))
        #expect(text.position(of: 8) == Position(line: 1, column: 1))
        #expect(text.line(1) == "")
    }

    @Test("a broken byte is shown as the replacement character")
    func brokenBytesAreShown() {
        #expect(SourceText([0x61, 0xC5, 0x62]).line(1) == "a\u{FFFD}b")
    }

    @Test("long texts have the lines that a reader counts, whatever stands between the breaks")
    func breaks() {
        var random = SystemRandomNumberGenerator()
        let parts: [[UInt8]] = ["\n", "\r", "\r\n", "\u{0B}", "\u{0C}", "\u{8D}", "\u{8A}", "盘", "a", "一段较长的文字"].map {
            Array($0.utf8)
        }
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
                parts[Int.random(in: 0..<parts.count, using: &random)]
            }
            var starts = [0]
            for (index, byte) in bytes.enumerated() {
                let isInside = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                if byte == 0x0A || byte == 0x0D, !isInside { starts.append(index + 1) }
            }
            #expect(SourceText(bytes).lineStarts == starts)
        }
    }
}
