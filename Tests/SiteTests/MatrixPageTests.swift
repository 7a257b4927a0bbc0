import Content
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("The matrix and the lists of likeness lead to what stands for them")
struct MatrixPageTests {
    private func practice(_ id: String, _ modality: String, _ fields: String) -> (String, String) {
        (
            "content/practices/\(id).md",
            """
            ---
            title: {zh-Hans: \(id), en: \(id)}
            place: \(id.prefix { $0 != "/" })
            problem: {text: {zh-Hans: 问题, en: Problem}, from: reports#P1.S1}
            modality: \(modality)
            \(fields)
            ---

            """
        )
    }

    private func mechanism(_ id: String, _ fields: String = "") -> (String, String) {
        (
            "content/mechanisms/\(id).md",
            "---\ntitle: {zh-Hans: \(id), en: \(id)}\nkind: hotline\n\(fields)---\n"
        )
    }

    @Test("a cell leads to its practice if that is what it says, else to the sentence, and to every practice")
    func cells() async throws {
        let standings = ["jia: proposed", "yi: reported", "bing: reported"].map { entry in
            let words = entry.split(separator: ": ")
            return "  - {place: \(words[0]), is: \(words[1]), from: reports#P1.S1}\n"
        }
        let practices = [
            practice("jia/done", "reported", "mechanisms: [hotline]"),
            practice("yi/wish", "proposed", "mechanisms: [hotline]"),
            practice("bing/done", "reported", "mechanisms: [hotline]"),
        ]
        let files = Dictionary(
            uniqueKeysWithValues: practices + [mechanism("hotline", "places:\n" + standings.joined())])
        let test = try await SiteTest.library(
            "loop", with: files, without: ["content/practices/jia/dispatch.md"])
        #expect(test.report == "")
        let page = try await test.build().text("en/matrix.html")
        // For each cell where its links lead.
        let cells = page.components(separatedBy: "<td data-state=\"").dropFirst().map { text in
            let cell = text.components(separatedBy: "</td>")[0]
            return ([String(cell.prefix { $0 != "\"" })] + cell.matches(of: /href="([^"]+)"/).map { String($0.1) })
                .joined(separator: " ")
        }
        let sentence = "mechanisms/hotline.html#page.s-standings"
        #expect(
            cells == [
                "proposed practices/jia/done.html \(sentence)", "reported practices/yi/wish.html \(sentence)",
                "reported practices/bing/done.html",
            ])
        let mechanism = try await test.build().text("en/mechanisms/hotline.html")
        #expect(mechanism.contains("<li><a href=\"#page.s-standings\">State by place</a></li>"))
    }

    @Test("the most alike practice of elsewhere shares a problem, then what is rare; what all places have is nothing")
    func likeness() async throws {
        func topic(_ id: String, _ kind: String) -> (String, String) {
            ("content/topics/\(id).md", "---\ntitle: {zh-Hans: \(id), en: \(id)}\nkind: \(kind)\n---\n")
        }
        let files = Dictionary(uniqueKeysWithValues: [
            topic("noise", "problem"), topic("elders", "target-group"), mechanism("list"), mechanism("rare"),
            mechanism("everywhere"),
            ("content/places/ding.md", "---\ntitle: {zh-Hans: 丁市, en: Ding}\nlevel: city\n---\n"),
            practice("jia/own", "reported", "mechanisms: [list, rare, everywhere]\ntopics: [noise, elders]"),
            practice("jia/neighbour", "reported", "mechanisms: [everywhere]\ntopics: [noise]"),
            practice("yi/common", "reported", "mechanisms: [list, everywhere]"),
            practice("bing/common", "reported", "mechanisms: [list]"),
            practice("bing/problem", "reported", "mechanisms: [everywhere]\ntopics: [noise]"),
            practice("ding/group", "reported", "mechanisms: [list, rare]\ntopics: [elders]"),
            practice("ding/nothing", "reported", "mechanisms: [everywhere]"),
        ])
        let library = try await SiteTest.library("loop", with: files, without: ["content/practices/jia/dispatch.md"])
            .site.library
        let own = try #require(library.index.practices["jia/own"])
        let similar = Neighbours(library: library).similar[own].map { library.practices[$0].header.id }
        #expect(similar == ["bing/problem", "ding/group"])
    }
}
