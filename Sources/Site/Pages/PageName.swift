import Content

/// The name of a kind of page, which is also that of its template. Each file of this folder declares its own.
package struct PageName: Hashable, Sendable, CustomStringConvertible {
    package let text: String
    /// Stands for the text in hash tables, which are asked for every link of every page.
    private let number: Int

    init(_ text: String) {
        self.text = text
        number = text.utf8.reduce(0) { $0 &* 31 &+ Int($1) }
    }

    /// The kind of page that shows a record.
    init(showing kind: RecordKind) { self.init(kind.rawValue) }

    package var description: String { text }

    package static func == (left: PageName, right: PageName) -> Bool {
        left.number == right.number && left.text == right.text
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

/// A page, in whatever language: its kind, and which of them it is. Of most kinds there is one.
package struct PageID: Hashable, Sendable {
    package var name: PageName
    package var index: Int
    /// Which part of a long list it is, from 0.
    package var part: Int

    package init(_ name: PageName, _ index: Int = 0, part: Int = 0) {
        (self.name, self.index, self.part) = (name, index, part)
    }

    package init(_ record: RecordID) { self.init(PageName(showing: record.kind), record.index) }
}
