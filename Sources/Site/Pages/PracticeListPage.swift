import Content
import Diagnostics

extension PageName { static let practiceList = PageName("practice-list") }

extension PageKind {
    /// All practices of what has more than its own page shows, as lines.
    static let practiceList = PageKind(
        .practiceList, of: { shared, index in shared.practiceOwners[index] },
        pages: { shared in
            shared.practiceOwners.enumerated().flatMap { index, owner -> [PageSeed] in
                let count = owner.practices(shared).count
                guard count > PracticeOwner.most else { return [] }
                var seed = PageSeed.only(owner.path(shared), what: .pageOfPracticesFor(owner.name(shared)))
                seed.index = index
                return seed.inParts(of: count, most: mostLines)
            }
        },
        title: { owner, page in owner.titleOfList(page) },
        trail: { owner, page in page.context(of: owner.page).kind.trail(page.context(of: owner.page)) + [owner.page] },
        schemaType: .collectionPage, menu: .below(.practices),
        view: View(
            "practice-list", pageFields(),
            [
                .text("owner-href", "the page that shows the first of them") { owner, page in page.pageHref(owner.page)
                },
                .text("owner", "its title") { owner, page in page.context(of: owner.page).title },
                .list("entries", of: entryView, "the practices, as many as stand on the page") { owner, page in
                    page.onThisPage(page.practices(of: owner)).map { page.entry(of: $0) }
                },
            ]))

    private static let mostLines = 150
}

/// What has practices: its own page shows the first few, and a list has all of them.
enum PracticeOwner: Hashable, Sendable {
    /// A topic, mechanism or place.
    case record(RecordID)
    /// Somebody who speaks, by the place among all who do.
    case speaker(Int)
    case evidence(EvidenceLevel)
    case facet(Facet)

    /// How many practices of each modality its own page has room for.
    static let most = 40

    /// All that lists show, in the order of the library.
    fileprivate func practices(_ shared: SharedLibrary) -> [PracticeRef] {
        switch self {
        case .record(let id) where id.kind == .topic: TopicRef(shared, id.index).practices.listed()
        case .record(let id) where id.kind == .mechanism: MechanismRef(shared, id.index).practices.listed()
        case .record(let id): PlaceRef(shared, id.index).practices.listed()
        case .speaker(let index): shared.speakers[index].practices.listed()
        case .evidence(let level): shared.practices.listed().filter { $0.evidence == level }
        case .facet(let facet): shared.practices(of: facet)
        }
    }

    fileprivate var page: PageID {
        switch self {
        case .record(let id): PageID(id)
        case .speaker(let index): PageID(.speaker, index)
        case .evidence: PageID(.evidence)
        case .facet(let facet): PageID(facet)
        }
    }

    /// What a message about its path calls it.
    fileprivate func name(_ shared: SharedLibrary) -> String {
        switch self {
        case .record(let id): shared.header(of: id)?.title[0] ?? ""
        case .speaker(let index): shared.speakers[index].speaker.name[0]
        case .evidence(let level): level.name
        case .facet(let facet): facet.word
        }
    }

    fileprivate func path(_ shared: SharedLibrary) -> String {
        switch self {
        case .record(let id): "\(id.kind.folder)/\(shared.header(of: id)?.id ?? "")-all.html"
        case .speaker(let index): shared.speakers[index].path + "-all.html"
        case .evidence(let level): "find/evidence-\(level.name).html"
        case .facet(let facet): "find/\(facet.name)-all.html"
        }
    }

    fileprivate func titleOfList(_ page: PageContext) -> String {
        let owner =
            if case .evidence(let level) = self {
                level.name + " " + page.strings[.evidence, level.name]
            } else {
                page.context(of: self.page).title
            }
        let count = page.site.lists.list(.count(self, language: page.language)) { _ in
            [page.countText(page.practices(of: self))]
        }
        return page.strings.format(.practiceListTitle, ["title": owner, "practices": count.first ?? ""])
    }
}

extension SharedLibrary {
    /// Whatever has practices, always in the same order.
    fileprivate var practiceOwners: [PracticeOwner] {
        let records = topics.map(\.id) + mechanisms.map(\.id) + places.map(\.id)
        return records.map(PracticeOwner.record) + speakers.indices.map(PracticeOwner.speaker)
            + EvidenceLevel.allCases.map(PracticeOwner.evidence)
            + Facet.all.map(PracticeOwner.facet)
    }
}

extension PageContext {
    /// All that lists show, worked out once.
    func practices(of owner: PracticeOwner) -> [PracticeRef] {
        site.lists.list(.practices(owner)) { owner.practices($0) }
    }

    fileprivate func entry(of practice: PracticeRef) -> Entry {
        let notes = [
            practice.place?.record.header.title[language],
            practice.isProposed ? strings[.modality, practice.record.modality] : practice.evidence.name,
        ]
        return Entry(
            title: title(of: practice), href: href(practice.id),
            note: notes.compactMap(\.self).joined(separator: strings[.listSeparator]))
    }

    /// The list of all practices of a page's subject; nil where the page shows all.
    func linkToAllPractices(of owner: PracticeOwner) -> Link? {
        // Few have such a list; asking for its path is less work than looking through all that may.
        let path = languagePrefix + owner.path(site.shared)
        guard let list = site.plan.page(at: path), list.id.name == .practiceList else { return nil }
        return Link(title: strings.format(.homeAll, count: practices(of: owner).count), href: href(path))
    }
}

/// The practices of something, as many as its page has room for, and the way to all.
///
/// - Parameter isShown: Which of them stand among these; those left out have a place of their own on the page.
func practiceFields<Subject>(
    of owner: @escaping @Sendable (Subject) -> PracticeOwner,
    where isShown: @escaping @Sendable (Subject, PracticeRef) -> Bool = { _, _ in true }
) -> [ViewField<Subject>] {
    func cards(_ modality: Modality) -> @Sendable (Subject, PageContext) -> [PracticeRef] {
        { subject, page in
            let shown = page.practices(of: owner(subject)).lazy.filter {
                $0.record.modality == modality && isShown(subject, $0)
            }
            return Array(shown.prefix(PracticeOwner.most))
        }
    }
    return [
        .list(
            "reported", of: practiceCardView, "what is reported, the first of them if there are many", cards(.reported)),
        .list("proposed", of: practiceCardView, "what is proposed, likewise", cards(.proposed)),
        .object("all-practices", of: linkView, "the list of all of them; absent where all are here") { subject, page in
            page.linkToAllPractices(of: owner(subject))
        },
    ]
}
