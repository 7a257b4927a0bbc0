import Diagnostics
import Markdown
import Text

extension Checker {
    /// Checks what is no Markdown record: terms, sources and the rows of plans. What the fields of records say is
    /// checked in parts, as ``RecordFacts``.
    mutating func checkTables() {
        check(library.glossary)
        check(library.sources)
        check(library.tasks)
        check(library.checkpoints)
        for task in library.tasks { checkLocator(task.locator, source: task.source, speaker: nil) }
        for checkpoint in library.checkpoints {
            checkLocator(checkpoint.locator, source: checkpoint.source, speaker: nil)
        }
        for source in library.sources { checkSource(source) }
    }

    mutating func check(_ holders: [some FieldHolder]) {
        for holder in holders {
            holder.forEachField { field, value in
                if let claim = RecordFacts.Claim(field, value) { check(claim) }
            }
        }
    }

    mutating func check(_ claim: RecordFacts.Claim) {
        switch claim {
        case .locators(let locators): for locator in locators { _ = resolveLocator(locator) }
        case .references(let references, let kind): for reference in references { _ = resolve(reference, kind) }
        case .text(let text): check(text)
        }
    }

    private mutating func check(_ text: Localized<MarkdownDocument>) {
        for language in library.languages.indices {
            guard let document = text.exact(language) else { continue }
            for link in document.links { check(link, in: document, language: language) }
            checkBlocks(of: document)
        }
    }

    private mutating func check(_ link: MarkdownLink, in document: MarkdownDocument, language: Int) {
        if link.isImage { return checkImage(link) }
        if let (scheme, name) = LinkScheme.split(link.destination) {
            if name.isEmpty {
                return report(.namesNothing(link.destination), at: link.span)
            }
            let span = link.span
            switch scheme {
            case .source: _ = resolveLocator(Reference(id: name, span: span))
            case .term:
                guard library.index.terms[name] == nil, !raw.seen.mayContain(name, as: .term) else { return }
                report(.unknownTerm(name), at: span, hint: hint(for: name, .term))
            case .observation:
                guard let index = resolve(Reference(id: name, span: span), .observation) else { return }
                checkFigure(link, against: library.observations[index], language: language)
            }
            return
        }
        if link.destination.hasPrefix("#") {
            return checkFragment(String(link.destination.dropFirst()), in: document, at: link.span)
        }
        switch library.target(of: link.destination, in: link.span.path) {
        case .nowhere: reportDeadLink(link)
        case .record(let record, let fragment?):
            guard let body = library.header(of: record)?.body.best(language)?.value else { return }
            checkFragment(fragment, in: body, at: link.span)
        case .record, .observation, .source, .term, .asset, .external: break
        }
    }

    /// In the default language the text of a figure is the figure as printed; in others it says the same.
    private mutating func checkFigure(_ link: MarkdownLink, against observation: Observation, language: Int) {
        let own = observation.printed(in: language)
        // A row that says no figure is told itself.
        guard let printed = observation.printed, observation.figure != nil,
            ![own, printed].contains(where: { $0.map(normalizedFigure) == normalizedFigure(link.text) })
        else { return }
        if language > 0, let figure = observation.figure, let text = PrintedFigure(link.text, anyNoun: true),
            text.agrees(with: figure)
        {
            return
        }
        report(
            .textDiffersFromRow(text: link.text, printed: printed), at: link.span,
            hint: language == 0 || own != nil
                ? .writeFigure(printed: own ?? printed, id: observation.id) : .writeSameNumber,
            notes: [.rowIsHere(at: observation.printedSpan)])
    }

    private mutating func checkFragment(_ fragment: String, in document: MarkdownDocument, at span: SourceSpan) {
        let decoded = fragment.percentDecoded
        if let first = document.headings.first?.span, anchors?.text != first {
            anchors = (first, Set(document.headings.map(\.id)))
        }
        guard document.headings.isEmpty || anchors?.ids.contains(decoded) != true else { return }
        let near = suggestions.hint(for: decoded, in: document.headings.first.map { "# \($0.span)" } ?? "#") { _ in
            nearest(to: decoded, among: document.headings.map(\.id)).map { .didYouMeanAnchor($0) }
        }
        report(.noSuchAnchor(decoded), at: span, hint: near)
    }

    /// Images are files of the library: a page may not ask another site for anything, and a record is not a
    /// picture.
    private mutating func checkImage(_ link: MarkdownLink) {
        switch library.target(of: link.destination, in: link.span.path) {
        case .asset(let index):
            guard ImageFormat(path: library.assets[index].path) == nil else { return }
            report(
                .notAPicture(link.destination), at: link.span,
                hint: .linkInstead(text: link.alt, address: link.destination))
        case .nowhere: reportDeadLink(link)
        case .record, .observation, .source, .term, .external:
            report(.notAPictureOfLibrary(link.destination), at: link.span, hint: .putFileBesideRecord)
        }
    }

    private mutating func reportDeadLink(_ link: MarkdownLink) {
        if link.destination.isEmpty { return report(.noAddressInLink, at: link.span) }
        let known = LinkScheme.allCases.map(\.rawValue) + ["https:", "http:", "mailto:", "tel:"]
        let scheme = String(link.destination.prefix { $0 != ":" && $0 != "：" }).lowercased() + ":"
        if link.destination.hasPrefix("＃")
            || (known.contains(scheme) && link.destination.dropFirst(scheme.count - 1).first == "：")
        {
            return report(
                .notAnAddressOfPage(link.destination), at: link.span,
                hint: .fullWidthMark(in: link.destination, of: ["：", "＃"]))
        }
        guard let relative = RelativeLink(link.destination, in: link.span.path) else {
            // A path of Windows, `C:\附件.docx`, has a scheme of one letter.
            let isOfComputer = scheme.count == 2
            return report(
                .notAnAddressOfPage(link.destination), at: link.span,
                hint: isOfComputer
                    ? .copyFileBeside(String(link.destination.split { "/\\".contains($0) }.last ?? ""))
                    : .nearest(to: scheme, among: known)
                        ?? (known.contains(scheme) ? .writeSchemeInLowerCase(scheme) : nil))
        }
        let original = translation(at: relative.path, in: library.languages)?.original ?? relative.path
        if raw.draftPaths.contains(original) {
            return report(.draftLink(relative.path), at: link.span, hint: .publishOrRemoveLink)
        }
        if raw.unreadablePaths.contains(original) { return }
        if let hint = AttachedFiles.hint(forLinkTo: relative.path) {
            return report(.notPublished(relative.path), at: link.span, hint: hint)
        }
        report(.noSuchFile(relative.path), at: link.span, hint: hint(forMissing: relative.path, of: link))
    }

    private mutating func hint(forMissing path: String, of link: MarkdownLink) -> Diagnostic.Hint? {
        if path.contains("\\") { return .writeSlashes(link.destination.replacing("\\", with: "/")) }
        let file = link.span.path
        let near = suggestions.hint(for: path, in: file) { [library] _ in
            library.nearestPath(to: path, from: file).map { .didYouMean($0) }
        }
        return near ?? (AttachedFiles.isPublished(path) ? .copyFileBeside(path.lastPathPart) : nil)
    }
}

extension Library {
    /// The path whose file name is nearest. Whole paths would be near by their folders alone.
    fileprivate func nearestPath(to path: String, from file: String) -> String? {
        let paths = (Array(index.records.keys) + Array(index.assets.keys)).filter { $0 != file }
        let same = paths.filter { $0.lastPathPart == path.lastPathPart }
        if let found = nearest(to: path, among: same) ?? same.min() { return found }
        guard let near = nearest(to: path.lastPathPart, among: Array(Set(paths.map(\.lastPathPart)))) else {
            return nil
        }
        return paths.filter { $0.lastPathPart == near }.min()
    }
}

/// Full-width forms folded to ASCII and white space dropped, so that a figure may be typed either way.
private func normalizedFigure(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.halfWidth)))
}
