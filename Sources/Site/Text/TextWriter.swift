import Content
import Diagnostics
import Markdown
import Text

extension PageContext {
    /// A text of blocks in the best language there is, marked if that is not the page's.
    func write(body text: Localized<MarkdownDocument>, to output: inout HTMLOutput) {
        guard let (document, actual) = text.best(language), !document.pieces.isEmpty else { return }
        write(document, in: actual, element: "div", to: &output)
    }

    /// A text of one line.
    func write(line text: Localized<MarkdownDocument>, to output: inout HTMLOutput) {
        guard let (document, actual) = text.best(language) else { return }
        write(document, in: actual, element: "span", to: &output)
    }

    /// A statement with the marks of what it cites.
    func write(_ statement: Statement, to output: inout HTMLOutput) {
        write(line: statement.text, to: &output)
        write(marks: statement.locators, to: &output)
    }

    /// The marks of locators that were checked before.
    func write(marks locators: [Reference], to output: inout HTMLOutput) {
        for locator in locators { if let locator = Locator(locator.id) { write(mark: locator, to: &output) } }
    }

    func write(mark locator: Locator, to output: inout HTMLOutput) {
        guard citesInPlace else { return output.write(mark: locator) }
        output.write(html: " <a class=\"locator\" href=\"")
        output.write(href(of: locator))
        output.write(html: "\">")
        output.write(locator.place)
        output.write(html: "</a>")
    }

    /// The mark of a citation in two columns of a table, source and place.
    func write(mark locator: Reference?, in source: Reference?, to output: inout HTMLOutput) {
        guard let source, let locator, let parsed = Locator(locator.id, source: source.id) else { return }
        write(mark: parsed, to: &output)
    }

    private func write(_ document: MarkdownDocument, in actual: Int, element: String, to output: inout HTMLOutput) {
        if actual != language { output.write(html: "<\(element) lang=\"\(library.languages[actual])\">") }
        var writer = TextWriter(context: self, output: HTMLOutput())
        swap(&writer.output, &output)
        if let part {
            document.embedded(levels: part.levels, prefix: part.anchor + ".").write(to: &writer)
        } else {
            document.write(to: &writer)
        }
        swap(&writer.output, &output)
        if actual != language { output.write(html: "</\(element)>") }
    }
}

/// Writes a text to a page: its links become relative addresses, its citations marks, its blocks drawings.
private struct TextWriter: DocumentPage {
    let context: PageContext
    var output: HTMLOutput
    /// What the link at hand cites.
    private var cited: Locator?

    init(context: PageContext, output: HTMLOutput) {
        (self.context, self.output) = (context, output)
    }

    mutating func write(html: [UInt8]) { output.write(html: html) }

    mutating func draw(_ block: FencedBlock) { context.write(block, to: &output) }

    mutating func write(_ callout: CalloutKind) {
        output.write(html: "<p class=\"callout-title\">")
        output.write(context.strings[.callout, callout])
        output.write(html: "</p>\n")
    }

    mutating func close(_ link: MarkdownLink) {
        guard let locator = cited else { return }
        context.write(mark: locator, to: &output)
        cited = nil
    }

    mutating func resolve(_ link: MarkdownLink) -> ResolvedLink {
        switch context.site.shared.target(of: link.destination, in: link.span.path) {
        case .record(let record, let fragment):
            return .anchor(href: context.href(record, fragment: fragment), attributes: "")
        case .asset(let index): return asset(index, link)
        case .source(_, let locator):
            if !link.isImage { cited = locator }
            // `[P25.S2](src:…#P25.S2)` is a mark alone; other words stay in front of their mark.
            let isBare = link.text.isEmpty || link.text == locator.place
            return isBare ? .html(before: "<span hidden>", after: "</span>") : .html(before: "", after: "")
        case .observation(let index): return figure(ObservationRef(context.site.shared, index))
        case .term(let index):
            let term = context.library.glossary[index]
            // The words that an author wrote on this link come before those of the glossary.
            let title = term.definition?[context.language] ?? term.note?[context.language] ?? ""
            return .anchor(
                href: context.href(ofTerm: term),
                attributes: " class=\"term\"" + (link.title == nil ? " title=\"\(title.htmlEscaped)\"" : ""))
        case .external where !link.destination.hasPrefix("#"):
            return .anchor(href: link.destination, attributes: link.isImage ? "" : " rel=\"external\"")
        case .external, .nowhere: return .anchor(href: link.destination, attributes: "")
        }
    }

    private func asset(_ index: Int, _ link: MarkdownLink) -> ResolvedLink {
        let target = SitePath.ofAsset(context.library.assets[index].path)
        let fragment = link.destination.firstIndex(of: "#").map { String(link.destination[$0...]) } ?? ""
        let href = context.href(SitePath.encoded(target)) + fragment
        guard link.isImage else { return .anchor(href: href, attributes: "") }
        // The size keeps the text from moving when the picture comes in.
        let size = context.library.imageSizes[index].map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
        return .picture(source: href, attributes: size + " loading=\"lazy\" decoding=\"async\"")
    }

    /// A figure in prose leads to its row on the page of its metric; where its words do not
    /// say how it is hedged, those who listen are told.
    private func figure(_ figure: ObservationRef) -> ResolvedLink {
        guard let metric = figure.metric else { return .html(before: "<span class=\"figure\">", after: "</span>") }
        let observation = figure.record
        let address = context.href(PageID(.metric, metric.index), fragment: "figure." + observation.id)
        let spoken = context.qualifier(of: observation).map {
            "<span class=\"spoken\">\(context.strings.format(.spoken, ["text": $0]).htmlEscaped)</span>"
        }
        return .html(before: "<a class=\"figure\" href=\"\(address.htmlEscaped)\">", after: (spoken ?? "") + "</a>")
    }
}
