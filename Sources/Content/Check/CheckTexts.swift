import Diagnostics
import Markdown

extension Checker {
    /// Checks the links of every text, and the locators of every statement.
    mutating func checkTexts() {
        if let home = library.home { checkBody(home.header) }
        for place in library.places { checkBody(place.header) }
        for mechanism in library.mechanisms { checkBody(mechanism.header) }
        for topic in library.topics { checkBody(topic.header) }
        for page in library.pages { checkBody(page.header) }
        for practice in library.practices {
            checkBody(practice.header)
            check(practice.problem)
            for item in PracticeItem.statementItems { practice.statements[item]?.forEach { check($0) } }
            for step in practice.steps { check(step.statement) }
            practice.verifiedBy.forEach { _ = resolveLocator($0) }
            for actor in practice.actors { actor.locators.forEach { _ = resolveLocator($0) } }
        }
        for study in library.cases {
            checkBody(study.header)
            check(study.problem)
            for statement in study.response + study.result + study.lessons + study.wentWrong { check(statement) }
        }
        for adoption in library.adoptions {
            check(adoption.body)
            adoption.locators.forEach { _ = resolveLocator($0) }
            for statement in adoption.kept + adoption.changed + adoption.why + adoption.result { check(statement) }
        }
        for term in library.glossary { term.locators.forEach { _ = resolveLocator($0) } }
    }

    private mutating func checkBody(_ header: Header) {
        check(header.body)
    }

    private mutating func check(_ statement: Statement) {
        statement.locators.forEach { _ = resolveLocator($0) }
        check(statement.text)
    }

    private mutating func check(_ text: Localized<MarkdownDocument>) {
        for language in library.languages.indices {
            guard let document = text.exact(language) else { continue }
            for link in document.links { check(link, in: document, language: language) }
        }
    }

    private mutating func check(_ link: MarkdownLink, in document: MarkdownDocument, language: Int) {
        if let (scheme, name) = LinkScheme.split(link.destination) {
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
                if language == 0 { checkFigure(link, against: library.observations[index]) }
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

    /// The path of the original that a path to a translation stands for.
    private func originalPath(of path: String) -> String {
        for language in library.languages where path.hasSuffix(".\(language).md") {
            return path.dropLast(language.count + 4) + ".md"
        }
        return path
    }

    /// The text of a figure in the language of its source must be the figure as printed.
    private mutating func checkFigure(_ link: MarkdownLink, against observation: Observation) {
        guard let printed = observation.printed, normalizedFigure(link.text) != normalizedFigure(printed) else {
            return
        }
        report(
            .figureMismatch, "the text says ‘\(link.text)’ but the row says ‘\(printed)’", at: link.span,
            hint: "write [\(printed)](obs:\(observation.id))",
            notes: [.init("the row is here", at: observation.span)])
    }

    private mutating func checkFragment(_ fragment: String, in document: MarkdownDocument, at span: SourceSpan) {
        let decoded = fragment.removingPercentEncoding
        guard !document.headings.contains(where: { $0.id == decoded }) else { return }
        report(
            .deadLink, "no heading has the anchor ‘#\(decoded)’", at: span,
            hint: nearest(to: decoded, among: document.headings.map(\.id)).map { "did you mean ‘#\($0)’?" })
    }

    private mutating func reportDeadLink(_ link: MarkdownLink) {
        guard let relative = RelativeLink(link.destination, in: link.span.path) else { return }
        let original = originalPath(of: relative.path)
        if raw.draftPaths.contains(original), !includesDrafts {
            report(
                .draftReference, "‘\(relative.path)’ is a draft", at: link.span,
                hint: "publish it, or remove the link")
            return
        }
        if raw.unreadablePaths.contains(original) { return }
        let paths = Array(library.index.records.keys) + Array(library.index.assets.keys)
        report(
            .deadLink, "there is no file ‘\(relative.path)’", at: link.span,
            hint: nearest(to: relative.path, among: paths).map { "did you mean ‘\($0)’?" })
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
