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
    var origins: [(path: String, span: SourceSpan, what: String)] = []

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
            let span = SourceSpan(path: Configuration.fileName, range: 0..<0)
            origins.append(("\(records.folder)/index.html", span, "the list of all \(records.folder)"))
        }
        add(library.places.map(\.header), .place)
        add(library.practices.map(\.header), .practice)
        add(library.cases.map(\.header), .case)
        add(library.mechanisms.map(\.header), .mechanism)
        add(library.topics.map(\.header), .topic)
        add(library.pages.map(\.header), .page)
        for (page, name) in PageKind.secondary {
            plan.add(index: page, name: name)
            origins.append(
                (name, SourceSpan(path: Configuration.fileName, range: 0..<0), "the page ‘\(page.rawValue)’"))
        }
        for source in library.sources {
            plan.add(sourceNamed: source.id)
            let span = SourceSpan(path: source.path, range: 0..<0)
            origins.append(("sources/\(source.id).html", span, "the source ‘\(source.id)’"))
        }
        plan.add(index: .notFound, name: "404.html", isListed: false)
    }

    private mutating func add(_ headers: [Header], _ kind: RecordKind) {
        guard let page = PageKind(showing: kind) else { return }
        for (index, header) in headers.enumerated() {
            let record = RecordID(kind, index)
            plan.add(record: record, kind: page, id: header.id, isListed: header.status != .archived)
            if let path = plan.path(of: record, language: 0) {
                origins.append((path, header.titleSpan, "the page of ‘\(header.title[0])’"))
            }
        }
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
                origins.append((name, alias.span, "an alias of ‘\(header.title[0])’"))
            }
        }
    }

    mutating func addAssets(_ templates: TemplateSet) {
        for (name, bytes) in templates.assets {
            plan.add(asset: PlannedAsset(path: "assets/" + name, bytes: bytes))
        }
        for asset in library.assets {
            plan.add(asset: PlannedAsset(path: Self.outputPath(ofAsset: asset.path), bytes: asset.bytes))
        }
    }

    /// Two files whose names differ only in case are one on many disks, so they collide too.
    mutating func checkCollisions() {
        var first: [String: (span: SourceSpan, what: String)] = [:]
        for origin in origins {
            let key = origin.path.lowercased()
            if let earlier = first[key] {
                diagnostics.append(
                    Diagnostic(
                        .pathCollision, "\(origin.what) wants the file ‘\(origin.path)’, which \(earlier.what) has",
                        at: origin.span, hint: "rename one of them",
                        notes: [.init("\(earlier.what) comes from here", at: earlier.span)]))
            } else {
                first[key] = (origin.span, origin.what)
            }
        }
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

    /// Assets keep their place beside the records: `content/places/map.svg` becomes `places/map.svg`.
    static func outputPath(ofAsset path: String) -> String {
        String(path.dropFirst("content/".count))
    }

    private static func fileName(of alias: String) -> String? {
        let parts = alias.split(separator: "/").map(String.init)
        guard let last = parts.last, !alias.contains("\\"), !alias.contains(":"),
            !parts.contains(where: { $0 == ".." || $0 == "." })
        else { return nil }
        let name = parts.joined(separator: "/")
        return last.contains(".") ? name : name + ".html"
    }
}
