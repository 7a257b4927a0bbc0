import Content
import Foundation
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
        #expect(library.cases.count == 11)
        #expect(library.observations.count == 21)
        #expect(library.mechanisms.count == 24)
        #expect(library.sources.map { $0.paragraphs.count } == [34])
    }

    @Test("every context is what its schema says, on every page in every language")
    func contextsMatchSchemas() async throws {
        let site = try await SiteTest.fiveCities().site
        for page in site.plan.pages where page.kind != .redirect {
            var builder = PageBuilder(site: site, page: page)
            let content = builder.content()
            #expect(content.mismatches(with: Schemas.schema(of: page.kind)) == [], "\(page.path)")
            #expect(builder.layout(main: "").mismatches(with: Schemas.layout) == [], "\(page.path)")
        }
    }

    @Test("twice, and with one job or four, the bytes are the same")
    func deterministic() async throws {
        let tree = try scan(folder: SiteTest.repository.path)
        let one = await SiteTest(tree, jobs: 1).build(jobs: 1).artifacts
        let four = await SiteTest(tree, jobs: 4).build(jobs: 4).artifacts
        let again = await SiteTest(tree, jobs: 4).build(jobs: 4).artifacts
        #expect(one == four)
        #expect(four == again)
    }

    @Test("every link of every page leads to a file of the site, and every anchor to an element")
    func linksLeadSomewhere() async throws {
        let built = try await SiteTest.fiveCities().build()
        var ids: [String: Set<String>] = [:]
        for path in built.artifacts.keys where path.hasSuffix(".html") {
            ids[path] = Set(attributes(["id"], in: built.text(path)))
        }
        var dead: [String] = []
        for path in built.artifacts.keys.sorted() where path.hasSuffix(".html") {
            for link in attributes(["href", "src"], in: built.text(path)) {
                guard let target = resolve(link, from: path) else { continue }
                if built.artifacts[target.path] == nil || target.path.hasSuffix("/") {
                    dead.append("\(path): \(link)")
                } else if let fragment = target.fragment, ids[target.path]?.contains(fragment) != true {
                    dead.append("\(path): \(link)")
                }
            }
        }
        #expect(dead == [])
    }

    @Test("no page asks anything of another site")
    func staysAtHome() async throws {
        let built = try await SiteTest.fiveCities().build()
        for path in built.artifacts.keys where path.hasSuffix(".html") {
            for link in attributes(["src"], in: built.text(path)) { #expect(!link.contains(":"), "\(path): \(link)") }
            #expect(!built.text(path).contains("@import"))
        }
        #expect(!built.text("assets/style.css").contains("url(http"))
    }

    @Test("the scripts of the comparison are what the page of comparisons loads, and lead where they say")
    func comparisonScripts() async throws {
        let built = try await SiteTest.fiveCities().build()
        let page = built.text("en/compare.html")
        let scripts = attributes(["data-script"], in: page)
        #expect(scripts.count == 28, "five places and 23 practices")
        for script in scripts {
            let text = built.text("en/" + script)
            #expect(text.hasPrefix("exemplarCompare(\""), "\(script)")
            #expect(text.hasSuffix(");\n"))
            #expect(text.contains("\"title\":\""), "\(script)")
        }
    }

    @Test("old community, lifts: Guangzhou has a practice for it, Wuhan only names the problem")
    func lifts() async throws {
        let library = try await SiteTest.fiveCities().site.library
        let topic = try #require(library.index.topics["old-building-lifts"])
        let reported = library.relations.practicesOfTopic[topic].filter { library.practices[$0].modality == .reported }
        #expect(reported.map { library.practices[$0].header.id } == ["guangzhou/old-building-lifts"])
        #expect(library.practices[reported[0]].communities.map(\.word) == [.old])
        #expect(library.topics[topic].mentions.map(\.place.id) == ["wuhan"])
    }

    private func attributes(_ names: [String], in html: String) -> [String] {
        var found: [String] = []
        for name in names {
            var rest = html[...]
            while let start = rest.range(of: " \(name)=\"") {
                rest = rest[start.upperBound...]
                guard let end = rest.firstIndex(of: "\"") else { break }
                found.append(String(rest[..<end]).replacingOccurrences(of: "&amp;", with: "&"))
                rest = rest[end...]
            }
        }
        return found
    }

    /// Nil for addresses of the web.
    private func resolve(_ link: String, from path: String) -> (path: String, fragment: String?)? {
        guard !link.hasPrefix("https:"), !link.hasPrefix("http:"), !link.hasPrefix("mailto:") else { return nil }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count == 2 ? String(parts[1]).removingPercentEncoding : nil
        // What stands behind a question mark is for the scripts of the page.
        let address = parts[0].prefix { $0 != "?" }
        if address.isEmpty { return (path, fragment) }
        var folders = path.split(separator: "/").dropLast().map(String.init)
        for part in address.split(separator: "/", omittingEmptySubsequences: false) {
            if part == ".." { _ = folders.popLast() } else { folders.append(String(part)) }
        }
        return (folders.joined(separator: "/"), fragment)
    }
}
