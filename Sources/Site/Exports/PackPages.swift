import Content
import Crypto
import Embedded
import Foundation

/// A page that stands beside the site in a pack and needs no other file: style and script are in it.
private struct PackPage {
    var title: String
    var style: String
    var script = ""
    /// Where it leads.
    var section: PackSection
    /// A section in each language.
    var main: [UInt8]
}

/// What a section of such a page leads to. Its words are those of its language.
private struct PackSection {
    /// Where the site and the page that checks it are, from the page.
    var site: String
    var verifier: String
}

private let packPageView = View<PackPage>(
    "pack",
    [
        .text("title", "the title of the page") { pack, _ in pack.title },
        .text("policy", "the content security policy, which names style and script by their hashes") { pack, _ in
            "default-src 'none'; style-src \(source(pack.style)); script-src \(source(pack.script)); base-uri 'none'; "
                + "form-action 'none'"
        },
        .html("style", "the style of the site and of the page", where: { pack, _ in !pack.style.isEmpty }) {
            $2.write(html: $0.style)
        },
        .html("script", "the script of the page; absent if it has none", where: { pack, _ in !pack.script.isEmpty }) {
            $2.write(html: $0.script)
        },
        .html("main", "a section in each language", where: { pack, _ in !pack.main.isEmpty }) {
            $2.write(html: $0.main)
        },
    ],
    packSectionView.fields { pack, _ in pack.section })

private let packSectionView = View<PackSection>(
    "pack section",
    [
        .text("verify-href", "the page that checks the pack") { section, _ in section.verifier },
        .text("home-href", "the home page of the site") { section, page in
            section.site + (page.site.plan.path(of: PageID(.home), language: page.language) ?? "index.html")
        },
        .text("lang", "the language of the section") { _, page in page.library.languages[page.language] },
        .flag("is-first", "whether it is the first section of its page") { _, page in page.language == 0 },
        .flag("is-excerpt", "whether one file holds a few pages, which are read without scripts, too") { _, page in
            page.site.options.shape == .excerpt
        },
        .text("site-title", "the title of the site") { _, page in page.library.configuration.title[page.language] },
        .words,
    ])

extension TemplateSet {
    /// What the pages of a pack may say, by template.
    static let packViews: [(name: String, view: ViewScope)] = [
        ("pack", packPageView.scope), ("pack-start", packSectionView.scope), ("pack-verify", packSectionView.scope),
        ("pack-file", packSectionView.scope),
    ]
}

/// How a content security policy names a text.
private func source(_ text: String) -> String {
    guard !text.isEmpty else { return "'none'" }
    return "'sha256-\(Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString())'"
}

extension Site {
    /// The pages that stand beside the site in a pack: the one to begin with, named in the first language, and the one
    /// that checks the copy.
    ///
    /// - Parameters:
    ///   - folder: of the site in the pack, with a slash.
    ///   - verifier: the name of the page that checks.
    package func packPages(site folder: String, verifier: String) -> [(name: String, bytes: [UInt8])] {
        let section = PackSection(site: folder, verifier: verifier)
        func asset(_ name: String) -> String {
            templates.assets.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        }
        // In the sheet of a library no end tag may end the element; in CSS the slash is the same with a backslash.
        let look = asset(TemplateSet.lookName).replacing("</", with: "<\\/")
        let styles = asset("style.css") + (embeddedText("pack/pack.css") ?? "") + look
        let title = library.configuration.title[0]
        let strings = strings(0)
        return [
            (
                strings[.packName] + ".html",
                document(
                    PackPage(title: title, style: styles, section: section, main: sections("pack-start", section)))
            ),
            (
                verifier,
                document(
                    PackPage(
                        title: strings[.verifyTitle] + " – " + title, style: styles,
                        script: embeddedText("pack/verify.js") ?? "", section: section,
                        main: sections("pack-verify", section)))
            ),
        ]
    }

    /// What one file of the site has around its pages: what it says until they are shown, and the script that does it.
    package var oneFileFrame: (language: String, title: String, notice: [UInt8], script: String) {
        (
            library.languages[0], library.configuration.title[0],
            sections("pack-file", PackSection(site: "", verifier: "")), embeddedText("pack/one-file.js") ?? ""
        )
    }

    /// What an update says of itself, in each language.
    package var updateWords: [String] { library.languages.indices.map { strings($0)[.packUpdateNote] } }

    private func sections(_ template: String, _ section: PackSection) -> [UInt8] {
        library.languages.indices.flatMap { write(template, section, language: $0) }
    }

    private func document(_ page: PackPage) -> [UInt8] { write("pack", page, language: 0) }

    private func write<Subject>(_ template: String, _ subject: Subject, language: Int) -> [UInt8] {
        let page = PageContext(PlannedPage(id: PageID(.home), language: language, path: ""), of: self)
        var output = HTMLOutput()
        templates.write(template, SubjectFrame(subject, outer: nil), page, to: &output)
        return output.finished(page)
    }
}
