import Diagnostics
import Markdown

extension Checker {
    /// Checks the links of every text, and the locators of every statement.
    mutating func checkTexts() {
        if let home = library.home { checkBody(home.header) }
        for place in library.places { checkBody(place.header) }
        for mechanism in library.mechanisms { checkBody(mechanism.header) }
        for topic in library.topics {
            checkBody(topic.header)
            for mention in topic.mentions { check(mention.statement) }
        }
        for page in library.pages { checkBody(page.header) }
        for practice in library.practices {
            checkBody(practice.header)
            check(practice.problem)
            for item in PracticeItem.statementItems {
                for statement in practice.statements[item] ?? [] { check(statement) }
            }
            for step in practice.steps { check(step.statement) }
            checkLocators(practice.verifiedBy)
            for actor in practice.actors { checkLocators(actor.locators) }
            checkLocators(practice.levels.flatMap(\.locators))
            checkLocators(practice.communities.flatMap(\.locators))
            checkLocators(practice.assets.flatMap(\.locators))
        }
        for study in library.cases {
            checkBody(study.header)
            check(study.problem)
            for statement in study.response + study.result + study.lessons + study.wentWrong { check(statement) }
        }
        for adoption in library.adoptions {
            check(adoption.body)
            checkLocators(adoption.locators)
            for statement in adoption.kept + adoption.changed + adoption.why + adoption.result { check(statement) }
        }
        for term in library.glossary { checkLocators(term.locators) }
    }

    private mutating func checkLocators(_ locators: [Reference]) {
        for locator in locators { _ = resolveLocator(locator) }
    }

    private mutating func checkBody(_ header: Header) {
        check(header.body)
    }

    private mutating func check(_ statement: Statement) {
        checkLocators(statement.locators)
        check(statement.text)
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
                return report(.unknownReference, "‘\(link.destination)’ names nothing", at: link.span)
            }
            let span = link.span
            switch scheme {
            case .source: _ = resolveLocator(Reference(id: name, span: span))
            case .term:
                guard library.index.terms[name] == nil, !raw.seen.mayContain(name, as: .term) else { return }
                report(
                    .unknownTerm, "the glossary has no term ‘\(name)’", at: span,
                    hint: nearest(to: name, among: library.index.terms.keys).map { "did you mean ‘\($0)’?" })
            case .observation:
                guard let index = resolve(Reference(id: name, span: span), .observation) else { return }
                checkFigure(link, against: library.observations[index], isOriginal: language == 0)
            }
            return
        }
        if link.destination.hasPrefix("#") {
            checkFragment(String(link.destination.dropFirst()), in: document, at: link.span)
        } else if library.target(of: link.destination, in: link.span.path) == .nowhere {
            reportDeadLink(link)
        } else if case .record(let record, let fragment?) = library.target(of: link.destination, in: link.span.path),
            let body = library.header(of: record)?.body.best(language)?.value
        {
            checkFragment(fragment, in: body, at: link.span)
        }
    }

    /// The path whose file name is nearest. Whole paths would be near by their folders alone.
    private func nearestPath(to path: String, from file: String) -> String? {
        func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
        let paths = (Array(library.index.records.keys) + Array(library.index.assets.keys)).filter { $0 != file }
        let same = paths.filter { name($0) == name(path) }
        if let found = nearest(to: path, among: same) ?? same.min() { return found }
        guard let near = nearest(to: name(path), among: Array(Set(paths.map(name)))) else { return nil }
        return paths.filter { name($0) == near }.min()
    }

    /// The path of the original that a path to a translation stands for.
    private func originalPath(of path: String) -> String {
        for language in library.languages where path.hasSuffix(".\(language).md") {
            return path.dropLast(language.count + 4) + ".md"
        }
        return path
    }

    /// In the default language the text of a figure is the figure as printed; in others it says the same.
    private mutating func checkFigure(_ link: MarkdownLink, against observation: Observation, isOriginal: Bool) {
        guard let printed = observation.printed, normalizedFigure(link.text) != normalizedFigure(printed) else {
            return
        }
        if !isOriginal, let figure = observation.figure, let text = PrintedFigure(link.text), text.agrees(with: figure)
        {
            return
        }
        report(
            .figureMismatch, "the text says ‘\(link.text)’ but the row says ‘\(printed)’", at: link.span,
            hint: isOriginal
                ? "write [\(printed)](obs:\(observation.id))" : "write the same number with the same qualifier",
            notes: [.init("the row is here", at: observation.printedSpan)])
    }

    private mutating func checkFragment(_ fragment: String, in document: MarkdownDocument, at span: SourceSpan) {
        let decoded = fragment.removingPercentEncoding
        guard !document.headings.contains(where: { $0.id == decoded }) else { return }
        report(
            .deadLink, "no heading has the anchor ‘#\(decoded)’", at: span,
            hint: nearest(to: decoded, among: document.headings.map(\.id)).map { "did you mean ‘#\($0)’?" })
    }

    /// Images are files of the library: a page may not ask another site for anything, and a record is not a
    /// picture.
    private mutating func checkImage(_ link: MarkdownLink) {
        switch library.target(of: link.destination, in: link.span.path) {
        case .asset(let index):
            guard ImageFormat(path: library.assets[index].path) == nil else { return }
            report(
                .externalImage, "‘\(link.destination)’ is not a picture", at: link.span,
                hint: "write [\(link.alt)](\(link.destination)) to link to it")
        case .nowhere: reportDeadLink(link)
        case .record, .observation, .source, .term, .external:
            report(
                .externalImage, "‘\(link.destination)’ is not a picture of this library", at: link.span,
                hint: "put the file beside the record and link to it")
        }
    }

    private mutating func reportDeadLink(_ link: MarkdownLink) {
        guard let relative = RelativeLink(link.destination, in: link.span.path) else {
            let scheme = String(link.destination.prefix { $0 != ":" }).lowercased() + ":"
            let known = LinkScheme.allCases.map(\.rawValue) + ["https:", "http:", "mailto:", "tel:"]
            return report(
                .deadLink, "‘\(link.destination)’ is not an address that a page can lead to", at: link.span,
                hint: nearest(to: scheme, among: known).map { "did you mean ‘\($0)’?" }
                    ?? (known.contains(scheme) ? "write the scheme in lower case: ‘\(scheme)’" : nil))
        }
        let original = originalPath(of: relative.path)
        if raw.draftPaths.contains(original), !includesDrafts {
            report(
                .draftReference, "‘\(relative.path)’ is a draft", at: link.span,
                hint: "publish it, or remove the link")
            return
        }
        if raw.unreadablePaths.contains(original) { return }
        report(
            .deadLink, "there is no file ‘\(relative.path)’", at: link.span,
            hint: nearestPath(to: relative.path, from: link.span.path).map { "did you mean ‘\($0)’?" })
    }
}

/// Full-width forms folded to ASCII and white space dropped, so that a figure may be typed either way.
private func normalizedFigure(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.compactMap { scalar in
                if scalar.properties.isWhitespace { return nil }
                if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) }
                return scalar
            }))
}

extension String {
    /// The text with each `%XX` decoded; a broken escape stands for itself.
    var removingPercentEncoding: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        let source = Array(utf8)
        var bytes: [UInt8] = []
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
                let byte = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(source[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
