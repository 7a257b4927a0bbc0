import Synchronization
import TestSupport
import Testing

@testable import Site

@Suite("Head, menus and foot are written once for the pages that share them")
struct SurroundingsTests {
    /// The pages that are written otherwise when no other page was written before them.
    private func changed(_ site: Site) -> [String] {
        let together = site.plan.pages.map { site.render($0) }
        return zip(site.plan.pages, together).filter { page, bytes in
            site.surroundings.withLock { $0 = [:] }
            return site.render(page) != bytes
        }.map(\.0.path)
    }

    @Test("each page of the five cities is what it would be alone")
    func alone() async throws {
        // A site of its own: other tests write pages of the one that they share.
        #expect(changed(try await SiteTest(SiteTest.fiveCities().tree, jobs: 1).site) == [])
    }

    @Test("so is each part of lists that stand on several pages, below the web's root as well")
    func parts() async throws {
        let site = try await SiteTest.loop(practices: 120).site
        #expect(site.plan.pages.contains { ($0.part?.number ?? 0) > 0 })
        #expect(changed(site) == [])
    }

    @Test("pages of one folder share them, and the kept ones stay few however many folders there are")
    func sharing() async throws {
        let site = try await SiteTest(SiteTest.fiveCities().tree, jobs: 1).site
        let practices = site.plan.pages.filter {
            $0.path.hasPrefix("practices/guangzhou/") && $0.record != nil && $0.target == nil
        }
        #expect(practices.count > 2)
        for page in practices { _ = site.render(page) }
        #expect(site.surroundings.withLock(\.count) == 1)

        for number in 0...Surroundings.limit {
            _ = site.surroundings(
                Surroundings.Key(
                    language: 0, folder: "practices/\(number)"[...], kind: .practice, item: nil,
                    isShownAnywhere: false))
            #expect(site.surroundings.withLock(\.count) <= Surroundings.limit)
        }
    }
}
