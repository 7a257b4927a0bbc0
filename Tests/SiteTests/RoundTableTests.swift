import Content
import Foundation
import TestSupport
import Testing

@testable import Site

/// Facts of the round table, kept as ids, numbers and names apart from the library, so that the two can disagree.
private func facts(_ name: String) throws -> [[String]] {
    let file = SiteTest.fixtures.appending(path: "round-table/\(name).csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
}

@Suite("The five-city library says no more than the round table")
struct RoundTableTests {
    private func library() async throws -> Library { try await SiteTest.fiveCities().site.library }

    private func paragraphs(_ locators: [Reference]) -> Set<String> {
        Set(locators.compactMap { Locator($0.id).map { String($0.paragraph) } })
    }

    @Test("each practice has the modality of the section it is told in, and states nothing from elsewhere")
    func practices() async throws {
        let library = try await library()
        let practices = Dictionary(uniqueKeysWithValues: library.practices.map { ($0.header.id, $0) })
        let facts = try facts("practices")
        #expect(Set(practices.keys) == Set(facts.map { $0[0] }))
        for fact in facts {
            let practice = try #require(practices[fact[0]])
            #expect(practice.modality.rawValue == fact[1], "\(fact[0])")
            // Offices are printed in the list of participants.
            let told = Set(fact[2].split(separator: " ").map(String.init) + (5...9).map(String.init))
            #expect(paragraphs(practice.statementLocators).isSubset(of: told), "\(fact[0])")
        }
    }

    @Test("what a practice states comes from the sections in which things are reported, a proposal from the first")
    func sections() async throws {
        let library = try await library()
        for practice in library.practices {
            let stated = [practice.problem] + practice.steps.map(\.statement) + practice.statements.values.joined()
            for locator in stated.filter({ $0.state == .stated }).flatMap(\.locators).compactMap({ Locator($0.id) }) {
                let section = library.sources[0].paragraph(locator.paragraph)?.section.id
                #expect(
                    section == "s1" ? practice.modality == .proposed : practice.modality == .reported,
                    "\(practice.header.id) \(locator.place)")
            }
        }
    }

    @Test("a problem is stated where a sentence tells one; what is concluded from an aim has its grounds")
    func problems() async throws {
        let library = try await library()
        let stated = library.practices.filter { $0.problem.state == .stated }.map(\.header.id)
        #expect(
            Set(stated) == [
                "changzhou/duty-list", "changzhou/follow-up-tools", "changzhou/four-forces",
                "changzhou/three-community-types", "guangzhou/neighbourly-operation", "panjin/warm-stations",
                "tongzhou/complaint-response", "tongzhou/hub-link-engine", "wuhan/annual-loop",
            ])
        for practice in library.practices where practice.problem.state != .stated {
            #expect(practice.problem.state == .inferred, "\(practice.header.id)")
            #expect(
                (0...1).allSatisfy { practice.problem.origin.reason?.exact($0)?.isEmpty == false },
                "\(practice.header.id)")
        }
    }

    @Test("each cell of the matrix is what a paragraph says of the place; the others are empty")
    func matrix() async throws {
        let library = try await library()
        let facts = try Dictionary(uniqueKeysWithValues: facts("matrix").map { ("\($0[0]) \($0[1])", $0) })
        var found: Set<String> = []
        for (mechanism, cells) in zip(library.mechanisms, library.matrix) {
            for (place, cell) in zip(library.places, cells) {
                let key = "\(mechanism.header.id) \(place.header.id)"
                let fact = facts[key]
                #expect(cell.state.rawValue == fact?[2] ?? "none", "\(key)")
                let told = Set(fact?[3].split(separator: " ").map(String.init) ?? [])
                #expect(paragraphs(cell.locators) == told, "\(key)")
                if fact != nil { found.insert(key) }
            }
        }
        #expect(found == Set(facts.keys))
    }

    @Test("each figure is as printed, by whom it was given, and has its role; only results are results")
    func figures() async throws {
        let library = try await library()
        let rows = library.observations.map { row in
            [row.printed ?? "", row.role.rawValue, row.speaker?.id ?? "", row.locator?.id ?? ""]
        }
        let facts = try facts("figures").map { [$0[0], $0[1], $0[2], "P\($0[3]).S\($0[4])"] }
        #expect(rows == facts)
        let withResults = library.practices.indices.filter { library.itemStates[$0][.results] == .stated }
        #expect(
            withResults.map { library.practices[$0].header.id } == [
                "panjin/smart-community", "panjin/three-grids", "guangzhou/hotline-dispatch",
            ])
        #expect(withResults.allSatisfy { library.evidence(ofPractice: $0) == .figure })
    }

    @Test("no task has a target, and none is called further than its sentence goes")
    func tasks() async throws {
        let library = try await library()
        #expect(library.tasks.allSatisfy { $0.target == nil && $0.stage != nil })
        #expect(
            library.tasks.filter(\.isYearInferred).compactMap { $0.locator?.id } == ["P27.S5", "P26.S6"],
            "where no year is printed")
    }

    @Test("whoever speaks has a page, with what they say that belongs to no practice")
    func speakers() async throws {
        let built = try await SiteTest.fiveCities().build()
        let pages = built.artifacts.keys.filter { $0.hasPrefix("speakers/") }.map {
            String($0.split(separator: "/").last?.dropLast(5) ?? "")
        }
        #expect(Set(pages) == ["ren-yong", "li-yonghai", "zhang-yan", "yin-tao", "hu-yi", "xie-zhibin"])
        let remarks = built.site.library.sources[0].remarks
        for remark in remarks where remark.state == .stated {
            let sections = paragraphs(remark.locators).compactMap {
                Int($0).flatMap { built.site.library.sources[0].paragraph($0)?.section.id }
            }
            #expect(sections.allSatisfy { ($0 == "s1") == (remark.modality == .proposed) }, "\(remark.locators)")
        }
        let page = built.text("en/speakers/roundtable-2025/ren-yong.html")
        #expect(page.contains("First, be clear about key issues"))
        #expect(page.contains("<p class=\"none\">No record here.</p>"), "a scholar reports nothing")
    }

    @Test("what the source gives a name is found in the library, and its sentence is cited")
    func names() async throws {
        let built = try await SiteTest.fiveCities().build()
        let pages = built.artifacts.keys.filter { $0 == "print.html" || $0.hasPrefix("speakers/") }
        let text = pages.sorted().map { words(built.text($0)) }.joined()
        let cited = Set(built.site.library.sourceUses[0].map(\.locator.place))
        let names = try facts("names")
        #expect(names.map { $0[0] }.filter { !text.contains($0) } == [])
        #expect(names.filter { !cited.contains("P\($0[1]).S\($0[2])") } == [])
    }

    /// The words of a page without tags, marks and punctuation.
    private func words(_ html: String) -> String {
        html.replacing(/<(sup|span hidden)[^>]*>.*?<\/(sup|span)>/, with: "").replacing(/<[^>]*>/, with: "")
            .replacing("&quot;", with: "").filter { !"，,。：:；;“”\"、·•()（）《》".contains($0) && !$0.isWhitespace }
    }
}
