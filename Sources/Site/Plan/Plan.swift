import Content
import Diagnostics
import Markdown
import Text

/// The fourth stage: every output path and page, before anything is rendered. Paths that collide and
/// pages that nothing leads to are found here.
package func plan(
    _ library: SharedLibrary, templates: TemplateSet, kinds: PageKinds = .standard, diagnostics: inout [Diagnostic]
) -> SitePlan {
    var planner = Planner(shared: library, kinds: kinds)
    planner.addPages()
    planner.addAliases()
    planner.addAssets(templates)
    planner.checkCollisions()
    planner.checkOrphans()
    planner.checkMenu(templates)
    diagnostics += planner.diagnostics
    return planner.plan
}

private struct Planner {
    let shared: SharedLibrary
    let kinds: PageKinds
    var plan: SitePlan
    var diagnostics: [Diagnostic] = []
    /// What each planned path comes from, for messages about collisions.
    var origins: [Origin] = []
    /// Where a collision was told.
    private var collided: Set<SourceSpan> = []
    /// Where a name was told that not every disk can hold.
    private var unportable: Set<SourceSpan> = []
    /// How many of the plan's assets are the program's own.
    var ownAssets = 0

    struct Origin {
        var path: String
        var span: SourceSpan
        var what: Diagnostics.Phrase
        /// A page keeps its address against an alias, whichever is planned first.
        var isAlias = false
    }

    var library: Library { unsafeAddress { shared.address } }

    init(shared: SharedLibrary, kinds: PageKinds) {
        (self.shared, self.kinds) = (shared, kinds)
        plan = SitePlan(languages: shared.value.languages)
    }

    /// The pages of every kind, in every language.
    mutating func addPages() {
        for kind in kinds.list {
            for seed in kind.seeds(shared) {
                plan.add(seed, of: kind.name)
                if let (what, span) = seed.origin { origins.append(Origin(path: seed.path, span: span, what: what)) }
            }
        }
    }

    /// Old addresses lead to the page in its new place, in every language.
    mutating func addAliases() {
        for page in plan.pages where page.language == 0 {
            guard let record = page.record, let header = shared.header(of: record) else { continue }
            for alias in header.aliases {
                guard let name = Self.fileName(of: alias.id) else {
                    diagnostics.append(
                        Diagnostic(.notAnAddress(alias.id), at: alias.span, hint: .writePath))
                    continue
                }
                for language in library.languages.indices {
                    guard let target = plan.path(of: record, language: language) else { continue }
                    plan.add(redirectAt: plan.prefix(of: language) + name, to: target, language: language)
                }
                origins.append(
                    Origin(path: name, span: alias.span, what: .aliasOf(header.title[0]), isAlias: true))
            }
        }
        addKitAliases()
    }

    /// A kit moves with its practice, so whoever has kept its address is led on too.
    private mutating func addKitAliases() {
        for redirect in plan.pages {
            guard let target = redirect.target.flatMap({ plan.page(at: $0) }), target.id.name == .practice,
                let path = PageKind.kitPath(
                    besidePractice: String(redirect.path.dropFirst(plan.prefix(of: redirect.language).count))),
                let kit = plan.path(of: PageID(.kit, target.id.index), language: redirect.language)
            else { continue }
            let full = plan.prefix(of: redirect.language) + path
            if plan.page(at: full) == nil { plan.add(redirectAt: full, to: kit, language: redirect.language) }
        }
    }

    mutating func addAssets(_ templates: TemplateSet) {
        for (name, bytes) in templates.assets {
            plan.add(asset: PlannedAsset(path: "assets/" + name, bytes: bytes))
        }
        ownAssets = plan.assets.count
        for asset in library.assets {
            plan.add(asset: PlannedAsset(path: SitePath.ofAsset(asset.path), bytes: asset.bytes))
        }
    }

    /// Two files whose names differ only in case are one on many disks, so they collide too; and a file
    /// cannot have the name of a folder.
    mutating func checkCollisions() {
        let origins = allOrigins()
        // What first wanted a path, and a folder; by number, since origins are large.
        var first: [Substring: Int] = [:]
        var folders: [Substring: Int] = [:]
        for (number, origin) in origins.enumerated() {
            let key = origin.path.lowercased()[...]
            var new: [Substring] = []
            var rest = key
            // A folder that is known was compared with all files before it, and files after it are compared with it.
            while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")), folders[rest[..<slash]] == nil {
                rest = rest[..<slash]
                new.append(rest)
            }
            for path in [key] + new { checkName(path, of: origin) }
            if let earlier = first[key] ?? folders[key] ?? new.lazy.compactMap({ first[$0] }).first {
                reportCollision(of: origin, with: origins[earlier])
            } else {
                first[key] = number
                for folder in new { folders[folder] = number }
            }
        }
    }

    /// A name that a stick cannot hold would be missing there, without a word.
    private mutating func checkName(_ path: Substring, of origin: Origin) {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path
        guard let fault = name.nameFault, unportable.insert(origin.span).inserted else { return }
        let message: Diagnostic.Message =
            if case .length(let bytes) = fault {
                .longName(bytes: bytes, limit: NameFault.longestName, name: String(name))
            } else {
                .unportableName(String(name))
            }
        diagnostics.append(Diagnostic(message, at: origin.span, hint: .nameOtherwise))
    }

    private mutating func reportCollision(of origin: Origin, with earlier: Origin) {
        let problem = Diagnostic(
            .pathCollision(second: origin.what, path: origin.path, first: earlier.what), at: origin.span,
            hint: .renameOne,
            notes: [.comesFromHere(earlier.what, at: earlier.span)])
        // The same two things collide in every language; once is enough.
        if collided.insert(problem.span).inserted { diagnostics.append(problem) }
    }

    /// What each output file comes from, in every language; the program's own files first.
    private func allOrigins() -> [Origin] {
        let own = SourceSpan(path: Configuration.fileName, range: 0..<0)
        var all: [Origin] =
            (OwnFile.paths + DataFile.all.map(\.path))
            .map {
                Origin(path: $0, span: own, what: .ownFile($0))
            }
        all += plan.assets.prefix(ownAssets).map {
            Origin(path: $0.path, span: own, what: .ownFile($0.path))
        }
        let names = ([PageKinds.notFoundFile] + FeedFile.allCases.map(\.rawValue)).map {
            Origin(path: $0, span: own, what: .ownFile($0))
        }
        for language in library.languages.indices {
            all += (names + origins).map { origin in
                Origin(
                    path: plan.prefix(of: language) + origin.path, span: origin.span, what: origin.what,
                    isAlias: origin.isAlias)
            }
        }
        all += plan.assets.dropFirst(ownAssets).map { asset in
            Origin(
                path: asset.path, span: SourceSpan(path: LibraryPath.content + asset.path, range: 0..<0),
                what: .fileOfLibrary(asset.path))
        }
        return all.filter { !$0.isAlias } + all.filter(\.isAlias)
    }

    /// Records are listed on the page of their kind; only free-standing pages can be lost.
    mutating func checkOrphans() {
        let linked = linkedRecords()
        for (index, page) in library.pages.enumerated()
        where !page.isInMenu && page.header.status != .archived && !linked.contains(RecordID(.page, index)) {
            diagnostics.append(
                Diagnostic(.orphanPage(page.header.title[0]), at: page.header.titleSpan, hint: .putInMenu))
        }
    }

    /// A name that the menu does not have would quietly do nothing.
    mutating func checkMenu(_ templates: TemplateSet) {
        guard let menu = library.configuration.menu else { return }
        let names = kinds.menuNames(of: shared, in: templates.strings)
        func check(_ references: [Reference], _ known: [MenuName]) {
            for reference in references where !known.contains(where: { $0.name == reference.id }) {
                diagnostics.append(
                    Diagnostic(
                        .unknownMenuName(reference.id), at: reference.span, hint: Self.hint(for: reference.id, known)))
            }
        }
        check(menu.order, names.sections + names.pages)
        func section(meantBy name: String) -> String? {
            func isMeant(_ known: MenuName) -> Bool { known.name == name || known.shown.contains(name) }
            return names.pages.contains(where: isMeant) ? nil : names.sections.first(where: isMeant)?.name
        }
        check(menu.hidden.filter { section(meantBy: $0.id) == nil }, names.pages)
        for reference in menu.hidden {
            guard let section = section(meantBy: reference.id) else { continue }
            let pages = names.pages.filter { $0.section == section }.map(Self.word)
            diagnostics.append(
                Diagnostic(.sectionCannotHide(reference.id), at: reference.span, hint: .hidePages(pages)))
        }
    }

    private static func word(of name: MenuName) -> Diagnostics.Phrase {
        guard let meaning = name.shown.first, meaning != name.name else { return .wordAlone(name.name) }
        return .wordWithMeaning(word: name.name, meaning: meaning)
    }

    private static func hint(for text: String, _ known: [MenuName]) -> Diagnostic.Hint {
        let shown = Set(known.filter { $0.shown.contains(text) }.map(\.name))
        if let name = shown.first, shown.count == 1 { return .writeShownName(name) }
        var seen: Set<String> = []
        let words = known.filter { seen.insert($0.name).inserted }.map(word(of:))
        return .chineseMarks(around: text) ?? .fullWidthMark(in: text) ?? .nearest(to: text, among: known.map(\.name))
            ?? .useOneOf(words)
    }

    private func linkedRecords() -> Set<RecordID> {
        guard library.pages.contains(where: { !$0.isInMenu }) else { return [] }
        var linked: Set<RecordID> = []
        for page in plan.pages where page.language == 0 {
            guard let record = page.record, let header = shared.header(of: record) else { continue }
            for link in header.body.exact(0)?.links ?? [] {
                if case .record(let target, _) = library.target(of: link.destination, in: header.path), target != record
                {
                    linked.insert(target)
                }
            }
        }
        return linked
    }

    /// Of an old address only what a server hands out as a page: not what it acts on, such as `.htaccess`, `x.php` and
    /// `web.config`, and no script or style sheet.
    private static let pageEndings: Set<String> = ["", "html", "htm"]

    private static func fileName(of alias: String) -> String? {
        let parts = alias.pathParts.map(String.init)
        guard let last = parts.last, !alias.contains("\\"), !alias.contains(":"),
            !parts.contains(where: { $0.hasPrefix(".") || $0.utf8.count > 200 }),
            pageEndings.contains(fileExtension(last)),
            !alias.unicodeScalars.contains(where: { $0.value < 0x20 || "?#%\"<>|*".unicodeScalars.contains($0) })
        else { return nil }
        let name = parts.joined(separator: "/")
        return last.contains(".") ? name : name + ".html"
    }
}
