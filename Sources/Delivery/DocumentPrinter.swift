import Disk
import Foundation

/// Prints a page as a PDF with an installed Chromium.
///
/// Browsers do not know on which page a heading comes to stand, so the page is printed twice: `pdfinfo`
/// (poppler-utils) tells the pages of its anchors, and they are written behind the entries of its contents, which have
/// room for them. Without it the contents are links only.
package struct DocumentPrinter: Sendable {
    package enum Failure: Error, Equatable {
        /// There is no Chromium.
        case noBrowser
        /// What it says that went wrong.
        case failed(String)
    }

    private let browser: SystemProgram
    private let inspector = SystemProgram(named: "pdfinfo")

    package init() throws(Failure) {
        guard let browser = SystemProgram(named: "chromium", "chromium-browser", "google-chrome") else {
            throw .noBrowser
        }
        self.browser = browser
    }

    /// Whether contents get the numbers of pages.
    package var numbersContents: Bool { inspector != nil }

    /// The PDF of a page that lies in a folder with all that it loads. Files are added to the folder.
    package func print(_ page: String, in folder: String) throws(Failure) -> [UInt8] {
        let pdf = try printed(page, in: folder)
        guard let inspector, let answer = try? inspector.run(["-dests", pdf]), answer.status == 0 else {
            return try bytes(of: pdf)
        }
        let numbered = page + ".numbered.html"
        let html = String(decoding: try bytes(of: folder + "/" + page), as: UTF8.self)
        let text = numberedContents(of: html, pages: pageNumbers(in: answer.text))
        do {
            try replaceFile(folder + "/" + numbered, with: Array(text.utf8))
        } catch { throw .failed("\(error)") }
        return try bytes(of: try printed(numbered, in: folder))
    }

    /// The path of the PDF of a page.
    private func printed(_ page: String, in folder: String) throws(Failure) -> String {
        let pdf = folder + "/printed.pdf"
        var arguments = [
            "--headless", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline",
            "--user-data-dir=\(folder)/profile", "--print-to-pdf=\(pdf)",
        ]
        // Chromium refuses its sandbox to root; the page has no script that is not ours.
        if isRoot { arguments.append("--no-sandbox") }
        arguments.append(URL(filePath: folder + "/" + page).absoluteString)
        let answer: SystemProgram.Answer
        do { answer = try browser.run(arguments) } catch { throw .failed(error.reason) }
        guard answer.status == 0, fileKind(pdf) == .file else { throw .failed(answer.errors) }
        return pdf
    }

    private func bytes(of path: String) throws(Failure) -> [UInt8] {
        do { return try readFile(path) } catch { throw .failed("\(error)") }
    }
}

/// The pages of anchors in what `pdfinfo -dests` prints:
///
///        3 [ XYZ   85  655 null      ] "place.panjin"
func pageNumbers(in listing: String) -> [String: Int] {
    var pages: [String: Int] = [:]
    for line in listing.split(separator: "\n") {
        let words = line.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let page = Int(words[0]), line.hasSuffix("\""),
            let quote = words[1].range(of: "] \"")
        else { continue }
        pages[String(words[1][quote.upperBound...].dropLast())] = page
    }
    return pages
}

/// A page whose contents say where each entry stands: within `<nav class="contents"…>`, the text of a link to an
/// anchor is followed by its page.
func numberedContents(of html: String, pages: [String: Int]) -> String {
    guard let start = html.range(of: "<nav class=\"contents\""),
        let end = html.range(of: "</nav>", range: start.upperBound..<html.endIndex)
    else { return html }
    var result = String(html[..<start.lowerBound])
    var rest = html[start.lowerBound..<end.lowerBound]
    while let link = rest.range(of: "<a href=\"#"),
        let close = rest.range(of: "</a>", range: link.upperBound..<rest.endIndex)
    {
        result += rest[..<close.lowerBound]
        if let page = pages[String(rest[link.upperBound...].prefix { $0 != "\"" })] {
            result += " <span class=\"page-number\">\(page)</span>"
        }
        result += "</a>"
        rest = rest[close.upperBound...]
    }
    return result + rest + html[end.lowerBound...]
}
