import Diagnostics

/// The home page's own text.
package struct Home: Record, Equatable {
    package static let kind = RecordKind.home
    package static let noun = Phrase.home
    package static let folder = ""
    package static var list: WritableKeyPath<Library, [Home]> { \.homes }

    package var header: Header
    package var summary: Localized<String>?

    /// It is always published.
    package static let fields: [Field<Home>] =
        header.filter { $0.key != "status" } + [.localized("summary", \.summary), body()]

    package init(_ file: RecordIdentity) { header = Header(file) }
}
