import Foundation
import TestSupport
import Testing

@testable import compile_catalogue

@Suite("The document of the diagnostics is their catalogue")
struct DiagnosticsDocumentationTests {
    static let introduction = """
        # Diagnostics

        What each problem means, why it is one, and how to fix it; `exemplar explain CODE` says the same.
        Warnings let the site be built, unless `--strict` is given. Under each stands a file that, put into a new
        library (`exemplar init`), has the problem, and what the program says of it.

        This file is written from `Sources/Diagnostics/Catalogue`:
        `EXEMPLAR_RECORD=1 swift test --filter DiagnosticsDocumentationTests`.

        """

    static let chineseIntroduction = """
        # 问题一览

        每种问题是什么意思，为什么算问题，怎样改；`exemplar explain 代号`说的也是这些。警告不妨碍生成网站，除非加了`--strict`。
        每种问题下面有一个例子：把文件放进新建的库（`exemplar init`），就会有这个问题，接着是程序的提示。

        本文由`Sources/Diagnostics/Catalogue`生成：
        `EXEMPLAR_RECORD=1 swift test --filter DiagnosticsDocumentationTests`。

        """

    @Test("docs/diagnostics.md explains every diagnostic and shows it")
    func diagnostics() throws {
        try compare(
            Self.introduction + ExampleTests.diagnostics.map { $0.documentation(stop: ".") }.joined(),
            with: "diagnostics.md")
    }

    @Test("docs/limits.zh.md lists the limits of docs/limits.md, with the same numbers")
    func limits() throws {
        let tables = try ["limits.md", "limits.zh.md"].map { name in
            try String(contentsOf: Repository.folder.appending(path: "docs/\(name)"), encoding: .utf8)
                .split(separator: "\n").filter { $0.hasPrefix("| ") && $0.hasSuffix(" |") }
                .map { $0.matches(of: /[0-9][0-9,]*/).map { String($0.output) } }
        }
        #expect(tables[0].count > 10 && tables[0] == tables[1])
    }

    @Test("docs/diagnostics.zh.md does in Chinese, with the words of a run where LANG is Chinese and no English ones")
    func chinese() throws {
        let folder = ExampleTests.folder.deletingLastPathComponent().appending(path: "zh")
        let explained = Dictionary(
            uniqueKeysWithValues: try Catalogue(in: folder).diagnostics.map { ($0.id, $0) })
        var text = Self.chineseIntroduction
        for original in ExampleTests.diagnostics {
            var diagnostic = try #require(explained[original.id])
            for line in [diagnostic.title, diagnostic.reason, diagnostic.remedy] {
                #expect(!line.hasEnglishSentence, "\(original.id): \(line)")
            }
            diagnostic.severity = original.severity == "error" ? "错误" : "警告"
            diagnostic.examples = try original.examples.map { example in
                var example = example
                example.report = try ExampleTests.report(of: original.id, in: example, locale: "zh_CN.UTF-8")
                #expect(example.report.contains(" [\(original.id)]\n"))
                for line in example.report.split(separator: "\n") where !line.isExcerpt {
                    #expect(!String(line).hasEnglishSentence, "\(line)")
                }
                return example
            }
            text += diagnostic.documentation(stop: "。")
        }
        try compare(text, with: "diagnostics.zh.md")
    }

    private func compare(_ text: String, with name: String) throws {
        let url = Repository.folder.appending(path: "docs/\(name)")
        if ProcessInfo.processInfo.environment["EXEMPLAR_RECORD"] == "1" {
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: url, encoding: .utf8) == text)
    }
}

extension Catalogue.Diagnostic {
    /// - Parameter stop: the full stop of the language.
    fileprivate func documentation(stop: String) -> String {
        "\n## \(id)\n\n*\(severity)* – \(title)\(stop)\n\n\(reason)\n\n\(remedy)\n"
            + examples.map { example in
                example.files.map { "\n`\($0.path)`\n\n\(fence($0.content))" }.joined()
                    + "\n`exemplar \(example.arguments.joined(separator: " "))`\n\n\(fence(example.report))"
            }
            .joined()
    }

    private func fence(_ text: String) -> String {
        let mark = text.contains("```") ? "````" : "```"
        return "\(mark)\n\(text)\(mark)\n"
    }
}

extension String {
    /// Whether two English words follow each other outside of quotation marks, brackets, options and commands.
    var hasEnglishSentence: Bool {
        let prose = replacing(#/“[^”]*”|【[^】]*】|\[[^\]]*\]|<[^>]*>|--[a-z]+|(exemplar|iconv)( [!-~]+)+/#, with: "")
        return prose.contains(#/[a-z]{2,} [a-z]{2,}/#)
    }
}

extension Substring {
    /// A line of a file, or the caret under it.
    fileprivate var isExcerpt: Bool { contains(#/^ +\d* \| /#) }
}

extension Unicode.Scalar {
    /// Whether a document would hold it as a byte that nobody sees.
    fileprivate var isUnseen: Bool { value < 0x20 && value != 0x0A && value != 0x09 || value == 0xFEFF }
}

extension Catalogue.Example.File {
    /// Bytes that are no text are shown as the catalogue writes them.
    fileprivate var content: String {
        String(validating: bytes, as: UTF8.self).flatMap { $0.unicodeScalars.contains(where: \.isUnseen) ? nil : $0 }
            ?? bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ") + "\n"
    }
}
