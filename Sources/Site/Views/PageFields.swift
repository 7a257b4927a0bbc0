import Content
import Markdown

/// What every page may say of itself.
func pageFields<Subject>() -> [ViewField<Subject>] {
    [
        .text("title", "the title of the page") { _, page in page.title },
        .html("title-parts", "the same for a heading: what stands between its punctuation is kept on a line") {
            _, page, output in
            output.write(titleParts: page.title)
        },
        .text("title-lang", "the language of the title if it is not the page's") { _, page in
            page.header.flatMap { page.foreignLanguage($0.title) }
        },
        .html(
            "body", "the text of the record", where: { _, page in page.hasBody },
            { _, page, output in
                if let header = page.header { page.write(body: header.body, to: &output) }
            }),
        .list("toc", of: linkView, "the headings of its text") { _, page in page.tableOfContents },
        .notes("citations", "the notes of the page"),
        .text("reviewed", "when an editor last compared it with its sources") { _, page in
            page.header?.reviewed.map { page.strings.date($0) }
        },
        .text("reviewed-iso", "the same as YYYY-MM-DD") { _, page in page.header?.reviewed?.description },
        .text("review-overdue", "that the last review is more than twelve months ago; absent otherwise") { _, page in
            guard let reviewed = page.header?.reviewed, let today = page.site.options.today,
                reviewed.isOverdue(on: today)
            else { return nil }
            return page.strings.format(.reviewOverdue, ["date": page.strings.date(reviewed)])
        },
        .list("corrections-here", of: correctionView, "corrections that concern this page") { _, page in
            let indices = page.page.record.flatMap { page.library.correctionsOfRecord[$0] } ?? []
            return indices.map { CorrectionRef(page.site.shared, $0) }
        },
        .text("cite", "how to cite the page") { _, page in
            page.header.map { page.citation($0.title[page.language], date: $0.reviewed) }
        },
        .flag("is-archived", "whether the record is kept for the record only") { _, page in
            page.header?.status == .archived
        },
        .object("previous", of: linkView, "the page before it") { _, page in page.neighbour(-1) },
        .object("next", of: linkView, "the page after it") { _, page in page.neighbour(1) },
        .words,
    ]
}

extension PageContext {
    fileprivate var hasBody: Bool { header?.body.best(language)?.value.pieces.isEmpty == false }

    /// The headings of the second level.
    fileprivate var tableOfContents: [Link] {
        guard let document = header?.body.best(language)?.value else { return [] }
        return document.headings.filter { $0.level == 2 }.map { Link(title: $0.text, href: "#" + $0.id) }
    }

    /// The page before or after this one among the records of its kind.
    fileprivate func neighbour(_ step: Int) -> Link? {
        guard let record = page.record, record.kind != .home else { return nil }
        let other = RecordID(record.kind, record.index + step)
        return site.shared.header(of: other) == nil ? nil : link(to: other)
    }
}
