import Content
import Disk
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("The five-city library becomes a whole site")
struct FiveCityTests {
    @Test("it has no problem, not even a warning")
    func noProblems() async throws {
        let test = try await SiteTest.fiveCities()
        #expect(test.report == "")
    }

    @Test("it has its places, practices, cases and figures")
    func counts() async throws {
        let library = try await SiteTest.fiveCities().site.library
        #expect(library.places.map(\.header.id) == ["tongzhou", "panjin", "changzhou", "wuhan", "guangzhou"])
        #expect(library.practices.count == 23)
        #expect(
            library.practices.filter { $0.modality == .proposed }.map(\.header.id) == [
                "tongzhou/hub-link-engine", "changzhou/duty-list", "changzhou/follow-up-tools", "wuhan/annual-loop",
            ])
        #expect(library.cases.map(\.header.id) == ["changzhou/three-community-types-study"])
        #expect(library.observations.count == 21)
        #expect(library.mechanisms.count == 24)
        #expect(library.sources.map { $0.paragraphs.count } == [34])
    }

    @Test("twice, and with one job or four, the bytes are the same")
    func deterministic() async throws {
        let tree = try await SiteTest.fiveCities().tree
        let one = try await SiteTest(tree, jobs: 1).build(jobs: 1).artifacts
        let four = try await SiteTest(tree, jobs: 4).build(jobs: 4).artifacts
        #expect(one == four)
        #expect(try await SiteTest.fiveCities().build().artifacts == four)
    }

    @Test("every link of every page leads to a file of the site, and every anchor to an element")
    func linksLeadSomewhere() async throws {
        let built = try await SiteTest.fiveCities().build()
        #expect(built.deadLinks == [])
    }

    @Test("no page asks anything of another site")
    func staysAtHome() async throws {
        let built = try await SiteTest.fiveCities().build()
        for path in built.artifacts.keys where path.hasSuffix(".html") {
            for (name, link) in attributes(in: built.artifacts[path] ?? []) where name == "src" {
                #expect(!link.contains(":"), "\(path): \(link)")
            }
            #expect(!built.text(path).contains("@import"))
        }
        #expect(!built.text("assets/style.css").contains("url(http"))
    }

    @Test("the scripts of the comparison are what the page of comparisons loads, and lead where they say")
    func comparisonScripts() async throws {
        let built = try await SiteTest.fiveCities().build()
        let page = built.artifacts["en/compare.html"] ?? []
        let scripts = attributes(in: page).filter { $0.name == "data-script" }.map(\.value)
        #expect(scripts.count == 28, "five places and 23 practices")
        #expect(
            Set(scripts).sorted()
                == ["compare/data/places-0.js", "compare/data/places-1.js", "compare/data/practices-0.js"])
        let columns = zip(scripts, attributes(in: page).filter { $0.name == "value" }.map(\.value))
        for (script, id) in columns {
            let text = built.text("en/" + script)
            #expect(text.hasPrefix("exemplarCompare({\"rows\":[\""), "\(script)")
            #expect(text.hasSuffix("});\n"))
            #expect(text.contains("\"\(id)\":{\"title\":\""), "\(script)")
        }
    }

    @Test("old community, lifts: Guangzhou has a practice for it, Wuhan a proposal, and the two are told apart")
    func lifts() async throws {
        let library = try await SiteTest.fiveCities().site.library
        let topic = try #require(library.index.topics["old-building-lifts"])
        let reported = library.relations.practicesOfTopic[topic].filter { library.practices[$0].modality == .reported }
        #expect(reported.map { library.practices[$0].header.id } == ["guangzhou/old-building-lifts"])
        #expect(library.practices[reported[0]].communities.map(\.word) == [.old])
        let proposed = library.relations.practicesOfTopic[topic].filter { library.practices[$0].modality == .proposed }
        #expect(proposed.map { library.practices[$0].header.id } == ["wuhan/annual-loop"])
        #expect(library.topics[topic].mentions.isEmpty)
    }
}
