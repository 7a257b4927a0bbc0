import Content
import Diagnostics
import Text

/// What changed from one library to another, in words: the page for whoever signs, which stands alone. The same words
/// are written as text and as Markdown.
package struct ChangesPage: Sendable, Equatable {
    /// One line of what stood there or stands there now. What is not the same in both is marked.
    package struct Text: Sendable, Equatable {
        package var before = ""
        package var marked: String
        package var after = ""

        package init(_ text: String) { marked = text }

        /// - Parameter marked: the part that is not the same, as bytes of UTF-8.
        package init(_ text: String, marking marked: Range<Int>) {
            let bytes = Array(text.utf8)
            func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            (before, self.marked, after) = (
                part(0..<marked.lowerBound), part(marked), part(marked.upperBound..<bytes.count)
            )
        }

        package var whole: String { before + marked + after }
    }

    package struct Line: Sendable, Equatable {
        package var label: String
        package var old: [Text] = []
        package var new: [Text] = []

        package init(_ label: String, old: [Text] = [], new: [Text] = []) {
            (self.label, self.old, self.new) = (label, old, new)
        }
    }

    package struct Entry: Sendable, Equatable {
        /// Added, removed, changed, renamed.
        package var mark: String
        /// The same for style sheets.
        package var style: String
        package var name: String
        package var path: String
        package var note: String
        package var lines: [Line]

        package init(mark: String, style: String, name: String, path: String, note: String = "", lines: [Line] = []) {
            (self.mark, self.style, self.name, self.path) = (mark, style, name, path)
            (self.note, self.lines) = (note, lines)
        }
    }

    package struct Group: Sendable, Equatable {
        package var heading: String
        package var entries: [Entry]

        package init(_ heading: String, _ entries: [Entry]) { (self.heading, self.entries) = (heading, entries) }
    }

    /// The tag of the language of the words.
    package var language: String
    package var title: String
    /// Which two were compared.
    package var subtitle: String
    /// How many changes there are, or that there are none.
    package var summary: String
    /// Over the columns: what, before, now.
    package var columns: (what: String, old: String, new: String)
    package var groups: [Group]

    package init(
        language: String, title: String, subtitle: String, summary: String,
        columns: (what: String, old: String, new: String), groups: [Group]
    ) {
        (self.language, self.title, self.subtitle, self.summary) = (language, title, subtitle, summary)
        (self.columns, self.groups) = (columns, groups)
    }

    package static func == (one: ChangesPage, other: ChangesPage) -> Bool {
        (one.language, one.title, one.subtitle, one.summary) == (
            other.language, other.title, other.subtitle, other.summary
        ) && one.columns == other.columns && one.groups == other.groups
    }

    static let view = View<ChangesPage>(
        "changes",
        [
            .text("lang", "the language of the page") { page, _ in page.language },
            .text("title", "the title of the site") { _, page in page.library.configuration.title[page.language] },
            .text("heading", "what the page is") { page, _ in page.title },
            .text("versions", "which two libraries were compared") { page, _ in page.subtitle },
            .text("summary", "how many changes there are, or that there are none") { page, _ in page.summary },
            .text("what", "over the first column") { page, _ in page.columns.what },
            .text("before", "over the column of what stood there") { page, _ in page.columns.old },
            .text("now", "over the column of what stands there now") { page, _ in page.columns.new },
            .list("groups", of: changeGroupView, "the changes by kind") { page, _ in page.groups },
        ])
}

extension Site {
    package func write(_ changes: ChangesPage) -> [UInt8] {
        let page = PageContext(PlannedPage(id: PageID(.home), language: 0, path: ""), of: self)
        var output = HTMLOutput()
        templates.write("changes", SubjectFrame(changes, outer: nil), page, to: &output)
        return output.finished(page)
    }
}

private let changeGroupView = View<ChangesPage.Group>(
    "changes of a kind",
    [
        .text("kind", "the kind of record") { group, _ in group.heading },
        .list("entries", of: changedRecordView, "what changed of it") { group, _ in group.entries },
    ])

private let changedRecordView = View<ChangesPage.Entry>(
    "changed record",
    [
        .text("mark", "added, removed, changed or renamed") { entry, _ in entry.mark },
        .text("style", "the same, for style sheets") { entry, _ in entry.style },
        .text("name", "its title") { entry, _ in entry.name },
        .text("path", "its file") { entry, _ in entry.path },
        .text("note", "its old id, or whether readers see it") { entry, _ in entry.note },
        .flag("has-lines", "whether anything is told of it") { entry, _ in !entry.lines.isEmpty },
        .list("lines", of: changeLineView, "what changed in it") { entry, _ in entry.lines },
    ])

private let changeLineView = View<ChangesPage.Line>(
    "change",
    [
        .text("label", "which field, which of its items") { line, _ in line.label },
        .list("old", of: changedTextView, "what stood there, line by line") { line, _ in line.old },
        .list("new", of: changedTextView, "what stands there now") { line, _ in line.new },
    ])

private let changedTextView = View<ChangesPage.Text>(
    "changed text",
    [
        .text("start", "what is the same in both") { text, _ in text.before },
        .text("marked", "what is not") { text, _ in text.marked },
        .text("end", "what is the same in both") { text, _ in text.after },
    ])
