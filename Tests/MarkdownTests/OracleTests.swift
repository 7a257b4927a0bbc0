import Foundation
import Markdown
import TestSupport
import Testing

/// Output is compared byte for byte with the programs that define it.
struct OracleTests {
    private static let plain = MarkdownOptions(extensions: false)
    /// What ``ChineseTests`` and ``AddressTests`` say of.
    private static let readOtherwise: Set<String> = [
        "chinese lines", "chinese emphasis punctuation", "emphasis chinese brackets", "html inline", "autolink not",
        "bare",
    ]

    @Test(.enabled(if: Oracle.isInstalled("cmark"), "cmark is not installed"))
    func `plain text is written as cmark writes it`() throws {
        let examples = try Example.load("commonmark.txt")
        #expect(examples.count >= 150)
        try compare(examples, with: .cmark) { Reading($0, Self.plain).document.plainHTML() }
    }

    @Test(.enabled(if: Oracle.isInstalled("cmark"), "cmark is not installed"))
    func `raw HTML is passed through as cmark does it`() throws {
        // Dangerous addresses are refused either way.
        let examples = try Example.load("commonmark.txt").filter { !$0.name.hasPrefix("dangerous") }
        let options = MarkdownOptions(allowsRawHTML: true, extensions: false)
        try compare(examples, with: .cmarkUnsafe) { Reading($0, options).document.plainHTML() }
    }

    @Test(.enabled(if: Oracle.isInstalled("cmark"), "cmark is not installed"))
    func `with extensions on, plain text differs in anchors alone`() throws {
        let examples = try Example.load("commonmark.txt").filter {
            !$0.name.hasPrefix("gfm") && !Self.readOtherwise.contains($0.name)
        }
        try compare(examples, with: .cmark) { Reading($0).document.plainHTML().withoutAnchors }
    }

    @Test(.enabled(if: Oracle.isInstalled("cmark-gfm"), "cmark-gfm is not installed"))
    func `extensions are written as cmark-gfm writes them`() throws {
        let examples = try Example.load("gfm.txt")
        try compare(examples, with: .gfm, joinsLines: true) { Reading($0).document.plainHTML().withoutAnchors }
    }

    @Test(.enabled(if: Oracle.isInstalled("cmark"), "cmark is not installed"))
    func `bytes that editors leave behind are read as cmark reads them`() throws {
        let inputs: [(String, [UInt8])] = [
            ("empty", []), ("no final line ending", Array("a\n\n# b".utf8)),
            ("CRLF", Array("a\r\nb\r\n\r\n- c\r\n".utf8)),
            ("CR", Array("a\rb\r\rc".utf8)), ("NUL", Array("a\0b `\0` [c](d\0e)\n".utf8)),
            ("byte order mark", [0xEF, 0xBB, 0xBF] + Array("# a\n".utf8)), ("only a mark", [0xEF, 0xBB, 0xBF]),
            ("invalid", [0x61, 0xFF, 0xC3, 0x28, 0x0A]), ("cut short", [0x61, 0xE4, 0xB8]),
            ("spaces", Array("   ".utf8)),
            ("line ends", Array("\n\r\n\n".utf8)), ("invalid emphasis", [0x2A, 0xC0, 0x80, 0x2A, 0x0A]),
        ]
        let examples = inputs.map { Example(name: $0.0, input: $0.1) }
        try compare(examples, with: .cmark) { Reading($0, Self.plain).document.plainHTML() }
        try compare(examples, with: .cmark) { Reading($0).document.plainHTML().withoutInvalidAnchors }
    }

    @Test(.enabled(if: Oracle.isInstalled("cmark"), "cmark is not installed"))
    func `random texts are read as cmark reads them`() throws {
        var random = SeededGenerator(seed: 20_251_123)
        let examples = (0..<300).map { Example(name: "random \($0)", input: Fragments.plain.compose(using: &random)) }
        try compare(examples, with: .cmark) { Reading($0, Self.plain).document.plainHTML() }
    }

    @Test(.enabled(if: Oracle.isInstalled("cmark-gfm"), "cmark-gfm is not installed"))
    func `random texts with extensions are read as cmark-gfm reads them`() throws {
        var random = SeededGenerator(seed: 7)
        let examples = (0..<300).map { Example(name: "random \($0)", input: Fragments.gfm.compose(using: &random)) }
        try compare(examples, with: .gfm, joinsLines: true) { Reading($0).document.plainHTML().withoutAnchors }
    }

    /// - Parameter joinsLines: whether a line end between Chinese characters leaves nothing, which is no rule of the oracle's.
    private func compare(
        _ examples: [Example], with oracle: Oracle, joinsLines: Bool = false, _ render: ([UInt8]) -> [UInt8]
    ) throws {
        let expected = try oracle.render(examples.map(\.input))
        for (example, expected) in zip(examples, expected) {
            let (ours, expected) = (render(example.input), joinsLines ? expected.withChineseLinesJoined : expected)
            guard ours != expected else { continue }
            let input = String(decoding: example.input, as: UTF8.self)
            let output = String(decoding: ours, as: UTF8.self)
            let theirs = String(decoding: expected, as: UTF8.self)
            Issue.record("\(example.name)\n\(input)\n-- ours\n\(output)\n-- \(oracle.command)\n\(theirs)")
        }
    }
}

extension [UInt8] {
    fileprivate var withChineseLinesJoined: [UInt8] {
        let text = String(decoding: self, as: UTF8.self)
        return Array(text.replacing(/([\p{Han}。，｜～])\n([\p{Han}。，｜～])/) { "\($0.1)\($0.2)" }.utf8)
    }

    /// As ``withoutAnchors``, for bytes that are no text: none of these inputs has a heading beyond `# a`, `# b`.
    fileprivate var withoutInvalidAnchors: [UInt8] {
        contains(UInt8(ascii: "#")) || starts(with: "<h1".utf8) || count(where: { $0 >= 0x80 }) == 0
            ? withoutAnchors : self
    }
}
