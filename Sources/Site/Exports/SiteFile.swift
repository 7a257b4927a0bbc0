import Content
import Text

/// One file of the output, and how its bytes are made when its turn comes.
package struct SiteFile: Sendable {
    /// Below the output folder.
    package let path: String
    /// Files do not know of each other, so they are rendered in parallel, and the same input gives the same bytes
    /// whatever the number of jobs.
    package let render: @Sendable () -> [UInt8]
}

extension SiteFile {
    /// A script that hands data over to a page: `function(…);`. A page opened from a folder may load scripts, but fetch
    /// nothing.
    static func script(_ path: String, calling function: String, _ data: @escaping @Sendable () -> JSON) -> SiteFile {
        SiteFile(path: path) { Array("\(function)(".utf8) + data().bytes() + Array(");\n".utf8) }
    }
}

extension Site {
    /// The sixth stage: every file of the output, each rendered when it is asked for.
    package func files(search: SiteSearch) -> [SiteFile] { files() + searchFiles(search) }

    /// Every file but those of search, in the order of the plan.
    package func files() -> [SiteFile] {
        var files = plan.pages.map { page in SiteFile(path: page.path) { self.render(page) } }
        files += plan.assets.map { asset in SiteFile(path: asset.path) { asset.bytes } }
        for language in library.languages.indices {
            files += comparisonFiles(language: language) + comparisonChoices(language: language)
            files += finderFiles(language: language)
        }
        files += feedFiles()
        files += DataFile.all.map { file in SiteFile(path: file.path) { self.render(file) } }
        files.append(SiteFile(path: OwnFile.robots.rawValue) { self.robots() })
        return files + sitemapFiles()
    }

    /// A page in its layout; a redirect is a document of its own.
    package func render(_ page: PlannedPage) -> [UInt8] {
        let context = PageContext(page, of: self)
        var output = HTMLOutput(capacity: 32_768)
        if page.id.name == .redirect {
            templates.write(page.id.name.text, context.kind.frame(context), context, to: &output)
        } else {
            templates.write("layout", SubjectFrame(page, outer: nil), context, to: &output)
        }
        return output.finished(context)
    }
}
