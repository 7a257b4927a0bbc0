import Content
import Diagnostics

extension PageName {
    static let finder = PageName("finder")
    static let facet = PageName("facet")
}

extension PageKind {
    /// Questions that lead to practices, and their answers.
    static let finder = PageKind(
        .finder, of: { shared, _ in shared }, pages: { _ in [.only("finder.html", what: .pageNamed("finder"))] },
        styles: { _ in ["finder.css"] }, scripts: ["finder.js"], schemaType: .webPage, menu: .item(.find),
        view: View(
            "finder", pageFields(),
            [
                .list("levels", of: optionView, "at which level are you?") { _, page in
                    page.options(Level.allCases.map(Facet.level))
                },
                .list("communities", of: optionView, "what type of community?") { _, page in
                    page.options(CommunityType.allCases.map(Facet.community))
                },
                .list("problems", of: optionView, "what problem?") { _, page in page.options(.problem) },
                .list("groups", of: optionView, "for whom?") { _, page in page.options(.targetGroup) },
                .list("assets", of: optionView, "what have you got?") { _, page in
                    page.options(Asset.allCases.map(Facet.asset))
                },
                .list("practices", of: finderEntryView, "the practices, as many as the page has room for") {
                    shared, _ in
                    shared.practices.listed().prefix(FinderFile.cardsOnPage).enumerated().map { number, practice in
                        FinderEntry(practice: practice, number: number)
                    }
                },
                .text("facts", "the script with what is known of the others; absent where the page has all") {
                    shared, page in
                    shared.practices.listed().count > FinderFile.cardsOnPage
                        ? page.href(FinderFile.facts(prefix: page.languagePrefix)) : nil
                },
                .text("cards", "the scripts with their cards; {number} stands for the number of each") { _, page in
                    page.href(FinderFile.cards("{number}", prefix: page.languagePrefix))
                },
                .text("cards-on-page", "how many cards the page has room for") { _, _ in String(FinderFile.cardsOnPage)
                },
                .text("cards-in-script", "how many are in a script") { _, _ in String(FinderFile.cardCount) },
                .list("mentions", of: mentionView, "places that only name a problem") { shared, _ in
                    shared.topics.flatMap(\.mentions)
                },
            ]))

    /// An answer to a question of the finder as a page of its own, for those without script.
    static let facet = PageKind(
        .facet, of: { _, index in Facet.all[index] },
        pages: { shared in
            let fitting = Set(shared.practices.listed().flatMap { Facet.of($0.record) })
            return Facet.all.indices.filter { fitting.contains(Facet.all[$0]) }.map { index in
                let facet = Facet.all[index]
                var seed = PageSeed.only("find/\(facet.name).html", what: .pageOfPracticesFor(facet.word))
                seed.index = index
                return seed
            }
        },
        title: { facet, page in page.strings.format(.facetTitle, facet.question, title: page.label(of: facet)) },
        trail: { _, _ in [PageID(.home), PageID(.finder)] }, styles: { _ in ["finder.css"] },
        schemaType: .collectionPage, menu: .below(.finder),
        view: View(
            "facet", pageFields(),
            [
                .text("question", "the question that it answers") { facet, page in
                    page.strings[.question, facet.question]
                }
            ],
            practiceFields(of: { .facet($0) }, where: { $1.origin(of: $0)?.state == .stated }),
            [
                .list("judged", of: judgedView, "what the editor counts here, though no source says so") {
                    facet, page in
                    page.judged(facet)
                },
                .list("others", of: linkView, "the other answers") { facet, page in
                    Facet.all.filter { $0.question == facet.question && $0 != facet }.compactMap { other in
                        page.facetHref(other).map { Link(title: page.label(of: other), href: $0) }
                    }
                },
                .text("finder-href", "the finder") { _, page in page.pageHref(PageID(.finder)) },
                .text("finder-query", "the same question in its address") { facet, _ in
                    "?\(facet.question)=\(facet.word)"
                },
            ]))
}

/// A practice that the editor counts among those that an answer fits.
private struct JudgedPractice {
    var practice: PracticeRef
    var origin: Origin
}

private let judgedView = View<JudgedPractice>(
    "judged practice", practiceCardView.fields { judged, _ in judged.practice }, originFields { $0.origin })

extension SharedLibrary {
    /// The practices that an answer fits, in the order of the library.
    func practices(of facet: Facet) -> [PracticeRef] {
        practices.listed().filter { $0.origin(of: facet) != nil }
    }
}

extension Ref where Record == Practice {
    /// Who says that an answer fits; nil where nobody does.
    fileprivate func origin(of facet: Facet) -> Origin? {
        switch facet {
        case .level(let word): record.levels.first { $0.word == word }?.origin
        case .community(let word): record.communities.first { $0.word == word }?.origin
        case .asset(let word): record.assets.first { $0.word == word }?.origin
        }
    }
}

/// A possible answer of the finder.
private struct Option {
    var value: String
    var label: String
    var href: String?
}

private let optionView = View<Option>(
    "option",
    [
        .text("value", "the word in the address") { option, _ in option.value },
        .text("label", "the answer") { option, _ in option.label },
        .text("href", "its page; absent where no practice says so") { option, _ in option.href },
    ])

/// A practice among the answers of the finder.
struct FinderEntry {
    var practice: PracticeRef
    /// Its place among all practices that lists show.
    var number: Int
}

let finderEntryView = View<FinderEntry>(
    "finder entry", practiceAnswerView.fields { entry, _ in entry.practice },
    [.text("number", "its place in the order of the library") { entry, _ in String(entry.number) }, .words])

private let practiceAnswerView = View<PracticeRef>(
    "answer of the finder", practiceCardView.fields, kitNameFields(),
    [
        .text("kit-href", "its kit") { practice, page in page.href(PageID(.kit, practice.index)) },
        .text("unknown", "how many items nobody tells") { practice, _ in
            String(practice.count(of: .unknown))
        },
    ], FinderWords.all.flatMap(\.fields))

/// Words of a practice that answers of the finder are compared with.
struct FinderWords: Sendable {
    var name: String
    var meaning: String
    /// The interface texts of a fixed list; nil for ids of records.
    var family: PhraseFamily?
    var list: @Sendable (PracticeRef) -> [Word]

    /// A word, and whether no source says it of the practice: the editor concludes or adds it.
    struct Word: Sendable {
        var id: String
        var isJudged = false

        init(_ id: String) { self.id = id }

        init<Kind>(_ attribution: Attribution<Kind>) {
            id = attribution.word.rawValue
            isJudged = attribution.origin.state != .stated
        }

        /// As the script reads it.
        var mark: String { isJudged ? "~" + id : id }
    }

    /// In the order in which the finder's script gets them.
    static let all = [
        FinderWords(name: "topics", meaning: "the ids of its topics") { $0.topics.map { Word($0.record.header.id) } },
        FinderWords(name: "levels", meaning: "its levels", family: .level) { $0.record.levels.map(Word.init) },
        FinderWords(name: "communities", meaning: "its types of community", family: .community) {
            $0.record.communities.map(Word.init)
        },
        FinderWords(name: "assets", meaning: "what it relies on", family: .asset) { $0.record.assets.map(Word.init) },
    ]

    func words(_ practice: PracticeRef) -> String { list(practice).map(\.mark).joined(separator: " ") }

    /// The words as the script compares them, with `~` before those that the editor judges, and as the page shows them.
    var fields: [ViewField<PracticeRef>] {
        let compared = ViewField<PracticeRef>.text(name, meaning) { practice, _ in words(practice) }
        guard let family else { return [compared] }
        return [
            compared,
            .text("\(family.rawValue)-words", meaning + " in words") { practice, page in
                page.enumerated(
                    list(practice).map { word in
                        let text = page.strings[family, word.id]
                        return word.isJudged ? page.strings.format(.wordJudged, ["word": text]) : text
                    })
            },
        ]
    }
}

extension PageID {
    init(_ facet: Facet) { self.init(.facet, Facet.all.firstIndex(of: facet) ?? 0) }
}

extension PageContext {
    /// The practices that the editor counts among those an answer fits, as many as the page has room for.
    fileprivate func judged(_ facet: Facet) -> [JudgedPractice] {
        let judged = practices(of: .facet(facet)).lazy.compactMap { practice in
            practice.origin(of: facet).flatMap {
                $0.state == .stated ? nil : JudgedPractice(practice: practice, origin: $0)
            }
        }
        return Array(judged.prefix(PracticeOwner.most))
    }

    fileprivate func facetHref(_ facet: Facet) -> String? {
        pageHref(PageID(facet))
    }

    fileprivate func label(of facet: Facet) -> String { strings[facet.family, facet.word] }

    fileprivate func options(_ facets: [Facet]) -> [Option] {
        facets.map { Option(value: $0.word, label: label(of: $0), href: facetHref($0)) }
    }

    fileprivate func options(_ kind: TopicKind) -> [Option] {
        site.shared.topics.filter { $0.record.topicKind == kind }.map {
            Option(value: $0.record.header.id, label: $0.record.header.title[language], href: href($0.id))
        }
    }
}
