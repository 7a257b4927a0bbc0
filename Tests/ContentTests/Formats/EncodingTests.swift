import Diagnostics
import Testing
import Text

@testable import Content

@Suite("A file that is not UTF-8 is refused with the place of its first broken byte")
struct EncodingTests {
    /// 盘锦 in GBK.
    private static let gbk: [UInt8] = [0xC5, 0xCC, 0xBD, 0xF5]

    private func problems(_ bytes: [UInt8]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        #expect(checkEncoding(bytes, path: "a.csv", diagnostics: &diagnostics) == diagnostics.isEmpty)
        return diagnostics
    }

    @Test(
        "UTF-8 is fine, with or without a byte order mark",
        arguments: [
            "", "panjin", "盘锦", "\u{FEFF}盘锦", "é𠮷\u{10FFFD}\t\r\n", "\u{7FF}\u{800}\u{FFEF}\u{10000}\u{200D}\u{FE0F}",
        ])
    func wellFormed(text: String) {
        #expect(problems(Array(text.utf8)) == [])
    }

    @Test("GBK is named")
    func gbk() {
        #expect(
            problems(Array("id,note\na,".utf8) + Self.gbk + [0x0A]) == [
                Diagnostic(
                    .looksLikeGBK(offset: 10, byte: "C5"), at: SourceSpan(path: "a.csv", range: 10..<11),
                    hint: .convertFromGBK)
            ])
    }

    @Test("GB 18030 is, with a character of four bytes in it: 㐅")
    func gb18030() {
        let bytes = Self.gbk + [0x81, 0x39, 0xEF, 0x34, 0x0A]
        let place = SourceSpan(path: "a.csv", range: 0..<1)
        #expect(
            problems(bytes) == [
                Diagnostic(.looksLikeGBK(offset: 0, byte: "C5"), at: place, hint: .convertFromGBK)
            ])
        #expect(
            problems([0x81, 0x39, 0xEF, 0x0A]) == [
                Diagnostic(.notUTF8(offset: 0, byte: "81"), at: place, hint: .saveAsUTF8)
            ])
    }

    @Test(
        "UTF-16 is named by its byte order mark",
        arguments: [
            [0xFF, 0xFE, 0xD8, 0x76, 0x26, 0x95], [0xFE, 0xFF, 0x76, 0xD8, 0x95, 0x26],
        ] as [[UInt8]])
    func utf16(bytes: [UInt8]) {
        #expect(
            problems(bytes) == [
                Diagnostic(.isUTF16, at: SourceSpan(path: "a.csv", range: 0..<2), hint: .saveAsUTF8)
            ])
    }

    @Test("UTF-16 without a mark is known by its zeros")
    func utf16WithoutMark() {
        let bytes = Array("id,note\n一,二\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(
            problems(bytes) == [
                Diagnostic(.seemsUTF16, at: SourceSpan(path: "a.csv", range: 0..<2), hint: .saveAsUTF8)
            ])
        // A short file in UTF-8 with one zero, of an even length.
        let text = "标题,做法\n甲,乙\u{0}丙\n"
        #expect(text.utf8.count.isMultiple(of: 2) && !seemsUTF16(Array(text.utf8)))
    }

    @Test("characters that no text has are named, each at its place, and the text is read all the same")
    func unwanted() {
        var found: [Diagnostic] = []
        let text = "\u{FEFF}\u{FEFF}甲\u{0}\u{202E}乙\u{2028}\u{FFFD}"
        let bytes = Array(text.utf8) + [0xEF, 0xB7, 0x90, 0xC2, 0x9B]
        #expect(checkEncoding(bytes, path: "a.md", diagnostics: &found))
        #expect(
            found.map { "\($0.span.range) \($0.message)" } == [
                "3..<6 the file has a second byte order mark",
                "9..<10 U+0000 is a control character, which nobody sees",
                "10..<13 U+202E is a control character, which nobody sees",
                "16..<19 U+2028 is a control character, which nobody sees",
                "19..<22 U+FFFD stands where a character was lost",
                "22..<25 U+FDD0 is a control character, which nobody sees",
                "25..<27 U+009B is a control character, which nobody sees",
            ])
    }

    @Test("what nobody sees is told inside a number, and nowhere else")
    func insideNumbers() {
        var found: [Diagnostic] = []
        let text = "\u{FEFF}1甲\u{AD}乙\u{200B}丙，2\u{AD}000件，1\u{200B},200，3\u{2060}4，5\u{FEFF}件，6\u{200D}"
        #expect(checkEncoding(Array(text.utf8), path: "a.md", diagnostics: &found))
        #expect(
            found.map(\.message.description)
                == ["U+00AD", "U+200B", "U+2060", "U+FEFF"].map {
                    "\($0) stands in a number, where nobody sees it"
                })
    }

    @Test("a character cut short is shown where it begins")
    func truncated() {
        #expect(
            problems(Array("title: 盘锦".utf8.dropLast())) == [
                Diagnostic(
                    .notUTF8(offset: 10, byte: "E9"), at: SourceSpan(path: "a.csv", range: 10..<11),
                    hint: .saveAsUTF8)
            ])
    }

    @Test(
        "no byte sequence outside table 3-7 of Unicode is let through",
        arguments: [
            ([0x61, 0x80], 1), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x9F, 0xBF], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0),
            ([0xE7, 0x9B], 0), ([0xE7, 0x9B, 0x41], 0), ([0xF0, 0xA0, 0xAE], 0), ([0x61, 0xC3], 1), ([0xC3, 0x28], 0),
            ([0xF1, 0x80, 0x80, 0x41], 0),
        ] as [([UInt8], Int)])
    func malformed(bytes: [UInt8], offset: Int) {
        #expect(firstInvalidByte(bytes) == offset)
    }

    @Test("whatever kind of file it is, and the others are still read")
    func everyKindOfFile() async {
        let paths = [
            "content/corrections.csv", "content/glossary.yaml", "content/metrics/2025.csv",
            "content/metrics/metrics.yaml", "content/plans/checkpoints.csv", "content/plans/tasks.csv",
            "content/topics/lifts.md", "seeds/roundtable-2025/source.yaml",
        ]
        let files = paths.map { File($0, bytes: Array("---\n".utf8) + Self.gbk) }
        let broken = paths.map {
            "\($0):2:1 invalid-encoding the file is not UTF-8 but looks like GBK: byte 4 is 0xC5"
        }
        let stairs = "content/topics/stairs.md:3:7 invalid-value ‘problems’ is not a value of ‘kind’"
        let outcome = await Folder {
            files
            File("content/topics/stairs.md", "---\ntitle: 楼道\nkind: problems\n---\n")
        }.build()
        #expect(outcome.problems == (broken + [stairs]).sorted())
        // Records without the languages of the settings would all be wrong: what is told are the files to save again.
        let unsettled = await Folder {
            files
            File("exemplar.yaml", bytes: Array("---\n".utf8) + Self.gbk)
            File("content/topics/stairs.md", "---\ntitle: 楼道\nkind: problems\n---\n")
        }.build()
        let settings = "exemplar.yaml:2:1 invalid-encoding the file is not UTF-8 but looks like GBK: byte 4 is 0xC5"
        #expect(unsettled.problems == (broken + [settings]).sorted())
    }
}
