import Diagnostics

/// A text of its own: about, methods.
package struct Page: Record, Equatable {
    package static let kind = RecordKind.page
    package static let noun = Phrase.page
    package static let folder = "pages"
    package static var list: WritableKeyPath<Library, [Page]> { \.pages }

    package var header: Header
    package var order = 0
    package var isInMenu = false

    package static let fields: [Field<Page>] =
        header + [.integer("order", \.order), .boolean("in-menu", \.isInMenu), body()]

    package init(_ file: RecordIdentity) { header = Header(file) }

    package func rank(among places: [String: Int]) -> RecordRank { RecordRank(number: order, id: id) }
}
