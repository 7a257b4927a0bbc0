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
                .list("practices", of: finderEntryView, "all practices") { shared, _ in shared.practices.listed() },
                .list("mentions", of: mentionView, "places that only name a problem") { shared, _ in
                    shared.topics.flatMap(\.mentions)
                },
            ]))

    /// An answer to a question of the finder as a page of its own, for those without script.
    static let facet = PageKind(
        .facet, of: { $0.facetSubject($1) },
        pages: { shared in
            let fitting = Set(shared.practices.listed().flatMap { Facet.of($0.record) })
            return Facet.all.indices.filter { fitting.contains(Facet.all[$0]) }.map { index in
                let facet = Facet.all[index]
                var seed = PageSeed.only("find/\(facet.name).html", what: .pageOfPracticesFor(facet.word))
                seed.index = index
                return seed
            }
        },
        title: { subject, page in
            page.strings.format(.facetTitle, subject.facet.question, title: page.label(of: subject.facet))
        },
        trail: { _, _ in [PageID(.home), PageID(.finder)] }, styles: { _ in ["finder.css"] },
        schemaType: .collectionPage, menu: .below(.finder),
        view: View(
            "facet", pageFields(),
            [
                .text("question", "the question that it answers") { subject, page in
                    page.strings[.question, subject.facet.question]
                },
                .list("reported", of: practiceCardView, "what places report") { subject, _ in
                    subject.practices(.reported)
                },
                .list("proposed", of: practiceCardView, "what they propose") { subject, _ in
                    subject.practices(.proposed)
                },
                .list("judged", of: judgedView, "what the editor counts here, though no source says so") { subject, _ in
                    subject.practices.compactMap { practice in
                        practice.origin(of: subject.facet).flatMap {
                            $0.state == .stated ? nil : JudgedPractice(practice: practice, origin: $0)
                        }
                    }
                },
                .list("others", of: linkView, "the other answers") { subject, page in
                    Facet.all.filter { $0.question == subject.facet.question && $0 != subject.facet }.compactMap {
                        other in
                        page.facetHref(other).map { Link(title: page.label(of: other), href: $0) }
                    }
                },
                .text("finder-href", "the finder") { _, page in page.pageHref(PageID(.finder)) },
                .text("finder-query", "the same question in its address") { subject, _ in
                    "?\(subject.facet.question)=\(subject.facet.word)"
                },
            ]))
}

/// An answer with the practices it fits.
private struct FacetSubject {
    var facet: Facet
    var practices: [PracticeRef]

    /// Those of which a source says so.
    func practices(_ modality: Modality) -> [PracticeRef] {
        practices.listed(modality).filter { $0.origin(of: facet)?.state == .stated }
    }
}

/// A practice that the editor counts among those that an answer fits.
private struct JudgedPractice {
    var practice: PracticeRef
    var origin: Origin
}

private let judgedView = View<JudgedPractice>(
    "judged practice", practiceCardView.fields { judged, _ in judged.practice }, originFields { $0.origin })

extension SharedLibrary {
    fileprivate func facetSubject(_ index: Int) -> FacetSubject {
        FacetSubject(facet: Facet.all[index], practices: practices(of: Facet.all[index]))
    }

    /// The practices that an answer fits, in the order of the library.
    fileprivate func practices(of facet: Facet) -> [PracticeRef] {
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

private let finderEntryView = View<PracticeRef>(
    "finder entry", practiceCardView.fields, kitNameFields(),
    [
        .text("kit-href", "its kit") { practice, page in page.href(PageID(.kit, practice.index)) },
        .text("unknown", "how many items nobody tells") { practice, _ in
            String(practice.count(of: .unknown))
        },
        .text("topics", "the ids of its topics") { practice, _ in
            practice.topics.map(\.record.header.id).joined(separator: " ")
        },
    ],
    wordFields(.level, "levels", "its levels") { $0.levels.map(\.word.rawValue) },
    wordFields(.community, "communities", "its types of community") { $0.communities.map(\.word.rawValue) },
    wordFields(.asset, "assets", "what it relies on") { $0.assets.map(\.word.rawValue) })

/// Words of a fixed list: as the finder's script compares them, and as the page shows them.
private func wordFields(
    _ family: PhraseFamily, _ name: String, _ meaning: String, _ words: @escaping @Sendable (Practice) -> [String]
) -> [ViewField<PracticeRef>] {
    [
        .text(name, meaning) { practice, _ in words(practice.record).joined(separator: " ") },
        .text("\(family.rawValue)-words", meaning + " in words") { practice, page in
            page.enumerated(words(practice.record).map { page.strings[family, $0] })
        },
    ]
}

extension PageContext {
    fileprivate func facetHref(_ facet: Facet) -> String? {
        Facet.all.firstIndex(of: facet).flatMap { pageHref(PageID(.facet, $0)) }
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
