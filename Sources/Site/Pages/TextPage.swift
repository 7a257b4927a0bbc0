import Content

extension PageName { static let page = PageName("page") }

extension PageKind {
    /// A text of its own: about, methods.
    static let page = PageKind(
        .page, of: { PageRef($0, $1) }, pages: { $0.pages.map { .record($0.id, $0.record.header) } },
        title: { text, page in text.record.header.title[page.language] },
        description: { _, page in page.descriptionOfBody }, styles: { $0.stylesOfBody }, schemaType: .article,
        menu: .item(.about), printedAnchor: { recordAnchor(.page, $0.pages[$1].header) },
        search: { text, page in page.searchWriter.document(of: text.record, .page) },
        view: View("page", pageFields()))
}
