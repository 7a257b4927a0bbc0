import Content
import Diagnostics
import Markdown

/// The fourth stage: every output path and page, before anything is rendered. Paths that collide and
/// pages that nothing leads to are found here.
package func plan(_ library: Library, templates: TemplateSet, diagnostics: inout [Diagnostic]) -> SitePlan {
    var planner = Planner(library: library)
    planner.addPages()
    planner.addAliases()
    planner.addAssets(templates)
    planner.checkCollisions()
    planner.checkOrphans()
    diagnostics += planner.diagnostics
    return planner.plan
}

private struct Planner {
    let library: Library
    var plan: SitePlan
    var diagnostics: [Diagnostic] = []
    /// What each planned path comes from, for messages about collisions.
    var origins: [Origin] = []
    /// How many of the plan's assets are the program's own.
    var ownAssets = 0

    struct Origin {
        var path: String
        var span: SourceSpan
        var what: String
        /// A page keeps its address against an alias, whichever is planned first.
        var isAlias = false
    }

    init(library: Library) {
        self.library = library
        plan = SitePlan(languages: library.languages)
    }

    mutating func addPages() {
        if library.home != nil {
            add([library.home?.header].compactMap(\.self), .home)
        } else {
            plan.add(index: .home, name: "index.html")
        }
        for (page, records) in PageKind.indexes {
            plan.add(index: page, name: "\(records.folder)/index.html")
            originate("\(records.folder)/index.html", "the list of all \(records.folder)")
        }
        add(library.places.map(\.header), .place)
        add(library.practices.map(\.header), .practice)
        add(library.cases.map(\.header), .case)
        add(library.mechanisms.map(\.header), .mechanism)
        add(library.topics.map(\.header), .topic)
        add(library.pages.map(\.header), .page)
        let isPrintable = library.practices.count + library.cases.count <= PageKind.mostPrinted
        for (page, name) in PageKind.overviews + PageKind.secondary where page != .print || isPrintable {
            // Search engines know its parts from their own pages.
            plan.add(index: page, name: name, isListed: page != .print)
            originate(name, "the page ‘\(page.rawValue)’")
        }
        for (index, metric) in library.metrics.enumerated() {
            add(
                .metric(index), .metric, name: "metrics/\(metric.id).html", of: "the metric ‘\(metric.id)’",
                at: metric.span)
        }
        addDoing()
        for (index, source) in library.sources.enumerated() {
            let span = SourceSpan(path: source.path, range: 0..<0)
            add(
                .source(index), .source, name: "sources/\(source.id).html", of: "the source ‘\(source.id)’", at: span)
        }
        plan.add(index: .notFound, name: "404.html", isListed: false)
    }

    /// Pages that lead from reading to doing.
    private mutating func addDoing() {
        plan.add(index: .compare, name: "compare.html")
        originate("compare.html", "the page ‘compare’")
        for (index, practice) in library.practices.enumerated() where practice.header.status != .archived {
            add(
                .kit(index), .kit, name: "kits/\(practice.header.id).html",
                of: "the kit of ‘\(practice.header.title[0])’",
                at: practice.header.titleSpan)
        }
        for facet in Facet.all where !library.practices(of: facet).isEmpty {
            plan.add(.facet(facet), kind: .facet, name: "find/\(facet.name).html")
            originate("find/\(facet.name).html", "the page of practices for ‘\(facet.word)’")
        }
        let subjects =
            library.mechanisms.indices.map { RecordID(.mechanism, $0) }
            + library.topics.indices.map { RecordID(.topic, $0) }
        for subject in subjects where library.sideBySide(subject).count >= PageKind.comparable.lowerBound {
            guard let header = library.header(of: subject) else { continue }
            add(
                .comparison(subject), .comparison, name: "compare/\(subject.kind.folder)/\(header.id).html",
                of: "the comparison for ‘\(header.title[0])’", at: header.titleSpan)
        }
    }

    private mutating func add(_ headers: [Header], _ kind: RecordKind) {
        guard let page = PageKind(showing: kind) else { return }
        for (index, header) in headers.enumerated() {
            add(
                .record(RecordID(kind, index)), page,
                name: kind == .home ? "index.html" : "\(kind.folder)/\(header.id).html",
                of: "the page of ‘\(header.title[0])’", at: header.titleSpan, isListed: header.status != .archived)
        }
    }

    private mutating func add(
        _ subject: Subject, _ kind: PageKind, name: String, of what: String, at span: SourceSpan, isListed: Bool = true
    ) {
        plan.add(subject, kind: kind, name: name, isListed: isListed)
        origins.append(Origin(path: name, span: span, what: what))
    }

    /// A page that comes from no file of the library.
    private mutating func originate(_ path: String, _ what: String) {
        origins.append(Origin(path: path, span: SourceSpan(path: Configuration.fileName, range: 0..<0), what: what))
    }

    /// Old addresses lead to the page in its new place, in every language.
    mutating func addAliases() {
        for page in plan.pages where page.language == 0 {
            guard let record = page.record, let header = library.header(of: record) else { continue }
            for alias in header.aliases {
                guard let name = Self.fileName(of: alias.id) else {
                    diagnostics.append(
                        Diagnostic(
                            .invalidValue, "‘\(alias.id)’ is not an address below the site", at: alias.span,
                            hint: "write a path such as practices/panjin/grids.html"))
                    continue
                }
                for language in library.languages.indices {
                    guard let target = plan.path(of: record, language: language) else { continue }
                    plan.add(redirectAt: plan.prefix(of: language) + name, to: target, language: language)
                }
                origins.append(
                    Origin(path: name, span: alias.span, what: "an alias of ‘\(header.title[0])’", isAlias: true))
            }
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
        var first: [String: Origin] = [:]
        var folders: [String: Origin] = [:]
        for origin in allOrigins() {
            let key = origin.path.lowercased()
            var parents: [String] = []
            var rest = key[...]
            while let slash = rest.lastIndex(of: "/") {
                rest = rest[..<slash]
                parents.append(String(rest))
            }
            if let earlier = first[key] ?? folders[key] ?? parents.lazy.compactMap({ first[$0] }).first {
                reportCollision(of: origin, with: earlier)
            } else {
                first[key] = origin
                for parent in parents where folders[parent] == nil { folders[parent] = origin }
            }
        }
    }

    private mutating func reportCollision(of origin: Origin, with earlier: Origin) {
        let problem = Diagnostic(
            .pathCollision, "\(origin.what) wants the file ‘\(origin.path)’, which \(earlier.what) has",
            at: origin.span, hint: "rename one of them",
            notes: [.init("\(earlier.what) comes from here", at: earlier.span)])
        // The same two things collide in every language; once is enough.
        guard !diagnostics.contains(where: { $0.code == problem.code && $0.span == problem.span }) else { return }
        diagnostics.append(problem)
    }

    /// What each output file comes from, in every language; the program's own files first.
    private func allOrigins() -> [Origin] {
        let own = SourceSpan(path: Configuration.fileName, range: 0..<0)
        var all: [Origin] =
            (["robots.txt", "sitemap.xml", "exemplar-manifest.json", "search/manifest.js"] + DataFile.all.map(\.path))
            .map {
                Origin(path: $0, span: own, what: "the program’s own \($0)")
            }
        all += plan.assets.prefix(ownAssets).map {
            Origin(path: $0.path, span: own, what: "the program’s own \($0.path)")
        }
        let names = ["404.html", "feed.xml", "corrections.xml"].map {
            Origin(path: $0, span: own, what: "the program’s own \($0)")
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
                path: asset.path, span: SourceSpan(path: "content/" + asset.path, range: 0..<0),
                what: "the file ‘\(asset.path)’")
        }
        return all.filter { !$0.isAlias } + all.filter(\.isAlias)
    }

    /// Records are listed on the page of their kind; only free-standing pages can be lost.
    mutating func checkOrphans() {
        let linked = linkedRecords()
        for (index, page) in library.pages.enumerated()
        where !page.isInMenu && page.header.status != .archived && !linked.contains(RecordID(.page, index)) {
            diagnostics.append(
                Diagnostic(
                    .orphanPage, "no page leads to ‘\(page.header.title[0])’", at: page.header.titleSpan,
                    hint: "write ‘in-menu: true’, or link to it"))
        }
    }

    private func linkedRecords() -> Set<RecordID> {
        guard library.pages.contains(where: { !$0.isInMenu }) else { return [] }
        var linked: Set<RecordID> = []
        for page in plan.pages where page.language == 0 {
            guard let record = page.record, let header = library.header(of: record) else { continue }
            for link in header.body.exact(0)?.links ?? [] {
                if case .record(let target, _) = library.target(of: link.destination, in: header.path), target != record
                {
                    linked.insert(target)
                }
            }
        }
        return linked
    }

    private static func fileName(of alias: String) -> String? {
        let parts = alias.split(separator: "/").map(String.init)
        guard let last = parts.last, !alias.contains("\\"), !alias.contains(":"),
            !parts.contains(where: { $0 == ".." || $0 == "." || $0.utf8.count > 200 }),
            !alias.unicodeScalars.contains(where: { $0.value < 0x20 || "?#%\"<>|*".unicodeScalars.contains($0) })
        else { return nil }
        let name = parts.joined(separator: "/")
        return last.contains(".") ? name : name + ".html"
    }
}
