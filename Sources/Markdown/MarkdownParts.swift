import Diagnostics
import Text

/// A link or an image whose address depends on the page it stands on.
package struct MarkdownLink: Sendable, Hashable {
    /// The address as CommonMark reads it: backslash escapes and entities resolved, nothing else changed.
    package var destination: String
    /// `nil` without a title; `[a](b "")` has an empty one, which CommonMark writes out.
    package var title: String?
    /// The plain text of the link's content; for an image the same as ``alt``.
    package var text: String
    /// Where the destination is written; for a reference link, in its definition.
    package var span: SourceSpan
    package var isImage: Bool
    /// The plain text of an image's description; empty for links.
    package var alt: String

    package init(
        destination: String, title: String? = nil, text: String, span: SourceSpan, isImage: Bool = false,
        alt: String = ""
    ) {
        self.destination = destination
        self.title = title
        self.text = text
        self.span = span
        self.isImage = isImage
        self.alt = alt
    }
}

/// A fenced code block that names a block of the site: `chart`, `figures`, `compare` or `steps`.
package struct FencedBlock: Sendable, Hashable {
    package static let names: [String] = ["chart", "figures", "compare", "steps"]

    /// The first word of the info string.
    package var name: String
    /// The lines between the fences, each with its ending, without the indentation of lists and quotes.
    package var content: String
    /// The content's lines in the file, from the start of the first to the end of the last.
    package var span: SourceSpan

    package init(name: String, content: String, span: SourceSpan) {
        self.name = name
        self.content = content
        self.span = span
    }
}

/// The kinds of call-outs GitHub knows: `> [!NOTE]` and its like.
package enum CalloutKind: String, Sendable, Hashable, CaseIterable {
    case note, tip, important, warning, caution

    /// The word that stands for the kind where there is no site to translate it.
    package var englishTitle: String {
        switch self {
        case .note: "Note"
        case .tip: "Tip"
        case .important: "Important"
        case .warning: "Warning"
        case .caution: "Caution"
        }
    }
}

/// A heading, for tables of contents and for links to parts of a page.
package struct MarkdownHeading: Sendable, Hashable {
    /// 1 to 6.
    package var level: Int
    /// The anchor, unique on the page; empty when the text was read without extensions.
    package var id: String
    package var text: String
    /// The heading's lines in the file.
    package var span: SourceSpan

    package init(level: Int, id: String, text: String, span: SourceSpan) {
        self.level = level
        self.id = id
        self.text = text
        self.span = span
    }
}

/// The plain text under one heading, up to the next of whatever level: for search and descriptions.
package struct MarkdownSection: Sendable, Hashable {
    /// An index into the document's headings; `nil` for what stands before the first.
    package var heading: Int?
    /// One line per paragraph, item, row or code line; without the heading itself and named blocks.
    package var text: String

    package init(heading: Int?, text: String) {
        self.heading = heading
        self.text = text
    }
}
