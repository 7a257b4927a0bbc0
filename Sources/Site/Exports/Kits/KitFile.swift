import Content
import Foundation
import Markdown
import Text

/// A file of a kit that people take into their own tools.
package enum KitFile: String, CaseIterable, Sendable, Hashable {
    /// The whole kit as plain Markdown.
    case text
    /// A table of figures to fill in, by metrics.
    case figures
    /// A table of tasks, with a row for each step.
    case tasks

    /// Nothing is to be done or measured yet of a proposal; a table without metrics would be nothing but a header.
    static func files(of practice: PracticeRef) -> [KitFile] {
        practice.isProposed ? [.text] : allCases.filter { $0 != .figures || !practice.metrics.isEmpty }
    }

    private var ending: String { self == .text ? ".md" : ".csv" }

    /// The name under which a browser saves it: what it is, in the reader's words, without what a disk refuses in names.
    fileprivate func name(of practice: PracticeRef, on page: PageContext) -> String {
        let name = page.strings.format(.kitName, rawValue, title: page.title(of: practice))
        return name.split { $0 <= " " || "\\/:*?\"<>|".contains($0) }.joined(separator: " ") + ending
    }

    /// The bytes of the file; the address on the page holds them, so that a kit is one file.
    func bytes(of practice: PracticeRef, on page: PageContext) -> [UInt8] {
        switch self {
        case .text: Array(KitText(site: page.site, practice: practice, language: page.language).markdown.utf8)
        case .figures: KitTables(practice: practice, page: page).figures
        case .tasks: KitTables(practice: practice, page: page).tasks
        }
    }
}

/// A file that a page carries in an address of its own (RFC 2397): a click saves it, with no file beside the page.
struct CarriedFile {
    var title: String
    var name: String
    var bytes: [UInt8]
}

extension CarriedFile {
    init(_ file: KitFile, of practice: PracticeRef, on page: PageContext) {
        title = page.strings[.kitFile, file]
        name = file.name(of: practice, on: page)
        bytes = file.bytes(of: practice, on: page)
    }
}

let carriedFileView = View<CarriedFile>(
    "carried file",
    [
        .text("title", "the words of the link") { file, _ in file.title },
        .text("name", "the name under which it is saved") { file, _ in file.name },
        .text("href", "the file itself, as an address") { file, _ in
            "data:\(mediaType(of: file.name) ?? "");charset=utf-8;base64,\(Data(file.bytes).base64EncodedString())"
        },
    ])
