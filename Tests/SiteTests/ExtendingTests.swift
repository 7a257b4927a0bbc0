import Content
import Diagnostics
import TestSupport
import Testing

@testable import Site

// What docs/extending.md tells to write for a new kind of page, word for word.

extension PageName { fileprivate static let people = PageName("people") }

extension PageKind {
    fileprivate static let people = PageKind(
        .people, of: { shared, _ in shared }, pages: { _ in [.only("people.html", what: .pageNamed("people"))] },
        schemaType: .collectionPage, menu: .item(.about),
        view: View(
            "people", pageFields(),
            [.list("speakers", of: personView, "who speaks") { shared, _ in shared.sources.flatMap(\.record.speakers) }]
        ))
}

private let personView = View<Source.Speaker>(
    "person", [.text("name", "the name") { speaker, page in speaker.name[page.language] }])

@Suite("Adding to the program takes what docs/extending.md says")
struct ExtendingTests {
    private let template = "<h1>{{title}}</h1>{{#speakers}}<p>{{name}}</p>{{/speakers}}"
    private let words = [
        "templates/strings/zh-Hans.yaml": "people-title: 人物\ndescription-people: 谁说的\n",
        "templates/strings/en.yaml": "people-title: People\ndescription-people: Who says so\n",
    ]

    private func site(_ files: [String: String]) async throws -> SiteTest {
        try await SiteTest.library("small", with: files, kinds: PageKinds(PageKind.all + [.people]))
    }

    @Test("a kind of page is one file, a template and its words: planned, linked, listed, described")
    func pageKind() async throws {
        let test = try await site(words.merging(["templates/people.mustache": template]) { first, _ in first })
        #expect(test.report == "")
        let built = try await test.build()
        #expect(built.text("people.html").contains("<h1>人物</h1><p>李某</p>"))
        #expect(built.text("en/people.html").contains("<h1>People</h1><p>Li</p>"))
        #expect(built.text("en/people.html").contains("<meta name=\"description\" content=\"Who says so\">"))
        #expect(built.text("en/people.html").contains("\"@type\":\"CollectionPage\",\"headline\":\"People\""))
        #expect(built.text("en/practices/yibin/stairwell.html").contains("<a href=\"../../people.html\">People</a>"))
        #expect(built.text("sitemap.xml").contains("<loc>https://small.example/lib/people.html</loc>"))
        #expect(built.deadLinks == [])
    }

    @Test("what is missing of it is told")
    func incomplete() async throws {
        let untold = try await site(["templates/people.mustache": template])
        #expect(
            untold.diagnostics.map(\.code) == [.missingString, .missingString, .missingString, .missingString])
        let misspelt = try await site(
            words.merging(["templates/people.mustache": "{{#speakers}}{{nam}}{{/speakers}}"]) { first, _ in first })
        #expect(
            misspelt.report == """
                templates/people.mustache:1:16: error: ‘nam’ is not in the context ‘person’ [unknown-variable]
                  1 | {{#speakers}}{{nam}}{{/speakers}}
                    |                ^~~
                    = did you mean ‘name’?

                """)
    }
}
