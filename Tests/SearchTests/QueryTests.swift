import Search
import Testing

/// What a reader asks, and what the script answers.
@Suite(.enabled(if: SearchScript.isRunnable, SearchScript.hint))
struct QueryTests {
    private func answers(_ queries: SearchScript.Query...) async throws -> [SearchScript.Answer] {
        let script = try await SearchScript(Library.small + [Library.odd], settings: Library.settings)
        defer { script.removeIndex() }
        return try script.run(.init(queries: queries)).queries
    }

    private func paths(_ text: String, language: String = "zh-Hans") async throws -> [String] {
        try await answers(.init(text: text, language: language))[0].results?.map(\.path) ?? []
    }

    @Test func `a word of several characters is found where it stands as a whole`() async throws {
        #expect(try await paths("楼门院长") == ["practices/stewards.html"])
        #expect(try await paths("楼院") == ["practices/stewards.html", "practices/grids.html"])
    }

    @Test func `of a query of a megabyte the first two hundred characters are looked for`() async throws {
        let start = "楼门院长" + String(repeating: " ", count: 196)
        let replies = try await answers(
            .init(text: start), .init(text: start + String(repeating: "格子", count: 500_000)))
        #expect(replies[1].results?.map(\.path) == ["practices/stewards.html"])
        #expect(replies[0].results?.map(\.place) == replies[1].results?.map(\.place))
    }

    @Test func `a single character is found`() async throws {
        #expect(try await paths("格") == ["practices/grids.html", "practices/stewards.html"])
    }

    @Test func `quotation marks in a title do not part its words`() async throws {
        #expect(try await paths("三格联建") == ["practices/grids.html"])
    }

    @Test func `traditional and full-width characters find what is written in simplified ones and ASCII`() async throws
    {
        #expect(try await paths("樓門院長") == ["practices/stewards.html"])
        #expect(try await paths("１２３４５") == ["practices/stewards.html"])
    }

    @Test func `the result is the section with the words, with its sentence and its marks`() async throws {
        let result = try #require(try await answers(.init(text: "金点子"))[0].results?.first)
        #expect(result.place == "practices/stewards.html#zuofa")
        #expect(result.markedSnippet == "议出的[金点子]有经费。")
        let title = try #require(try await answers(.init(text: "议事"))[0].results?.first)
        #expect(title.markedTitle == "“楼门院长”与楼院[议事]")
    }

    @Test func `pinyin finds titles and names, behind what has the letters in its text`() async throws {
        #expect(try await paths("tongzhou") == ["places/tongzhou.html", "practices/stewards.html"])
        #expect(try await paths("tz") == ["places/tongzhou.html", "practices/stewards.html"])
        #expect(try await paths("lmyz") == ["practices/stewards.html"])
        #expect(try await paths("panj") == ["practices/grids.html"])
        #expect(try await paths("Tongzhou", language: "en") == ["en/practices/lifts.html"])
    }

    @Test func `words are looked for in all their forms, and the last may be incomplete`() async throws {
        #expect(try await paths("hotlines dispatched", language: "en") == ["en/practices/hotline.html"])
        #expect(try await paths("steward hotl", language: "en") == ["en/practices/hotline.html"])
    }

    @Test(arguments: ["elevater", "elevtor", "elevattor", "elevaotr", "lelevator", "levator"])
    func `one typing error in a long word is forgiven and told`(word: String) async throws {
        let answer = try await answers(.init(text: word, language: "en"))[0]
        #expect(answer.mended == [[word, "elevator"]])
        #expect(answer.results?.count == 2)
    }

    @Test(arguments: ["\"orders to departments\"", "“orders to departments”", "「orders to departments」"])
    func `words in quotation marks stand together`(phrase: String) async throws {
        #expect(try await paths(phrase, language: "en") == ["en/practices/hotline.html"])
        #expect(try await paths("\"hotline elevator\"", language: "en").count == 2)
    }

    @Test func `a word is not found where only its pairs are`() async throws {
        let answer = try await answers(.init(text: "“网格联建”"))[0]
        #expect(answer.relaxed == true)
    }

    @Test(arguments: [
        ("“网格联建”", ["网格联建"]), ("“部门联建” 网格", ["部门联建"]), ("\"hotline elevator\"", ["hotline elevator"]),
        ("“三格” 魑魅", []), ("网格 魑魅", []),
    ])
    func `a phrase that stands nowhere is told as that`(query: String, phrases: [String]) async throws {
        let answer = try await answers(.init(text: query))[0]
        #expect(answer.relaxed == true)
        #expect(answer.phrases == phrases)
    }

    @Test(arguments: [
        ("魑魅网格", ["魑魅"]), ("网格的魑魅", ["魑魅"]), ("网格联建", []), ("网格楼院", []), ("网格魅", ["网格魅"]),
    ])
    func `what stands nowhere of a run of characters is told though the rest is found`(
        query: String, missing: [String]
    ) async throws {
        let answer = try await answers(.init(text: query))[0]
        #expect(answer.total ?? 0 > 0)
        #expect(answer.missing == missing)
    }

    @Test func `where no page has all words, those with most come, and the notice tells`() async throws {
        let answer = try await answers(.init(text: "金点子 部门 乌有"))[0]
        #expect(answer.relaxed == true)
        #expect(answer.missing == ["乌有"])
        #expect(answer.results?.map(\.path) == ["practices/stewards.html", "practices/grids.html"])
    }

    @Test func `pages in the reader's language come, and those in others are counted`() async throws {
        let answer = try await answers(.init(text: "tongzhou"))[0]
        #expect(answer.total == 2)
        #expect(answer.others == [.init(language: "en", count: 1)])
    }

    @Test func `where the reader's language has nothing, the others are shown`() async throws {
        let answer = try await answers(.init(text: "elevator"))[0]
        #expect(answer.widened == true)
        #expect(answer.results?.count == 2)
    }

    @Test func `facets count what is found and filter it, each without its own filter`() async throws {
        let answer = try await answers(.init(text: "通州"), .init(text: "通州", facets: ["kind": ["place"]]))
        let counts = answer.map { $0.facets?.first { $0.id == "kind" }?.values.map { "\($0.id) \($0.count)" } }
        #expect(counts == [["practice 1", "place 1"], ["practice 1", "place 1"]])
        #expect(answer[1].results?.map(\.path) == ["places/tongzhou.html"])
    }

    // MARK: Questions

    /// A topic, its practice and a proposal that people look for by words of their own.
    private static let asked: [SearchDocument] = [
        SearchDocument(
            path: "topics/appeals.html", language: 0, title: "群众诉求", also: ["投诉、信访"], facets: [[1]],
            sections: [SearchSection(text: "同一件事一再反映。")]),
        SearchDocument(
            path: "practices/hotline.html", language: 0, title: "热线派单", also: ["群众诉求", "投诉、信访"], facets: [[0]],
            sections: [SearchSection(anchor: "zuofa", heading: "做法", text: "工单一分钟派到部门。COVID-19期间照常。")]),
        SearchDocument(
            path: "practices/lifts.html", language: 0, title: "装电梯怎么办", facets: [[0]],
            sections: [SearchSection(text: "怎么办、找谁办，居民多半不知道。covid19以后少了。")]),
        SearchDocument(
            path: "en/practices/hotline.html", language: 1, title: "Routing", also: ["complaints"], facets: [[0]],
            sections: [SearchSection(text: "Orders go out in a minute.")]),
        SearchDocument(
            path: "en/how.html", language: 1, title: "How we do it", facets: [[1]],
            sections: [SearchSection(text: "What do we do, and how do we do it?")]),
    ]

    private func asked(_ queries: SearchScript.Query...) async throws -> [SearchScript.Answer] {
        let script = try await SearchScript(Self.asked, settings: Library.settings)
        defer { script.removeIndex() }
        return try script.run(.init(queries: queries)).queries
    }

    @Test(arguments: ["投诉多怎么办", "投诉太多了如何处理？", "有没有投诉的", "信访怎么管"])
    func `words that only ask are passed over, and what people say finds the practice`(question: String) async throws {
        let answer = try await asked(.init(text: question))[0]
        #expect(answer.results?.map(\.path) == ["practices/hotline.html", "topics/appeals.html"])
    }

    @Test func `nothing is said to be missing where all that was asked for is there`() async throws {
        let answers = try await asked(
            .init(text: "投诉多怎么办"), .init(text: "what do we do about complaints", language: "en"),
            .init(text: "投诉 魑魅"))
        #expect(answers.map(\.relaxed) == [false, false, true])
        #expect(answers.map(\.missing) == [[], [], ["魑魅"]])
        #expect(answers[1].results?.map(\.path) == ["en/practices/hotline.html"])
    }

    @Test func `a query of nothing but such words is looked for as it stands`() async throws {
        let answers = try await asked(.init(text: "怎么办"), .init(text: "how do we do it", language: "en"))
        #expect(answers[0].results?.map(\.path) == ["practices/lifts.html"])
        #expect(answers[1].results?.first?.path == "en/how.html")
    }

    @Test func `a run of characters that is nowhere is cut into the longest pieces that are somewhere`() async throws {
        let answer = try await asked(.init(text: "居民投诉工单"))[0]
        #expect(answer.results?.first?.path == "practices/hotline.html")
        #expect(answer.missing == [])
    }

    @Test(arguments: ["covid19", "COVID-19", "covid 19"])
    func `letters and digits are found together and apart`(word: String) async throws {
        let answer = try await asked(.init(text: word))[0]
        #expect(Set(answer.results?.map(\.path) ?? []) == ["practices/hotline.html", "practices/lifts.html"])
    }

    @Test(arguments: ["12345热线", "12345-热线", "12345 热线"])
    func `a sign between a number and a word changes nothing`(text: String) async throws {
        #expect(try await paths(text) == ["practices/stewards.html"])
    }

    @Test func `a query without a hit offers what is near`() async throws {
        let answers = try await answers(
            .init(text: "stewerrds", language: "en"), .init(text: "魑魅院"), .init(text: "zzzz"), .init(text: "……"))
        #expect(answers.map(\.total) == [0, 0, 0, 0])
        #expect(answers[0].near?.words == ["steward"])
        #expect(answers[1].near?.pages.map(\.path) == ["practices/stewards.html", "practices/grids.html"])
        #expect(answers[2].near?.words == [])
    }

    @Test func `what is rare comes out of the index as it went in`() async throws {
        let result = try #require(try await answers(.init(text: "野家"))[0].results?.first)
        #expect(result.path == Library.odd.path)
        #expect(result.markedTitle == "𠮷[野家] \"\\ é ﬁ")
        #expect(result.markedSnippet == "\u{2028}😀{}|~")
    }

    @Test func `a file that cannot be loaded is named, and the next query tries again`() async throws {
        let script = try await SearchScript(Library.small, settings: Library.settings)
        defer { script.removeIndex() }
        try script.remove(prefix: "g0.")
        let answers = try script.answers(.init(text: "网格"), .init(text: "steward", language: "en"))
        #expect(answers[0].error?.hasPrefix("cannot load search/g0.") == true)
        #expect(answers[1].results?.count == 1)
    }
}
