import Content
import Diagnostics
import Text

/// All templates, interface texts and assets: those in the binary, replaced file by file by a library's own. Interface
/// texts are replaced key by key.
package struct TemplateSet: Sendable {
    /// In the order of the site's languages.
    package private(set) var strings: [Strings] = []
    /// Below `assets/`, sorted by name.
    package private(set) var assets: [(name: String, bytes: [UInt8])] = []
    /// Whether the library has a style sheet of its own that comes after the others.
    var hasLook: Bool { assets.contains { $0.name == Self.lookName } }
    static let lookName = "look.css"
    /// By language and name: `practice`, `print-practice`.
    private var templates: [[String: CompiledTemplate]] = []

    static let templateExtension = ".mustache"

    /// What each template may say, by its name, in the order of the documentation. Partials are bound where they are
    /// included.
    static func views(_ kinds: PageKinds = .standard) -> [(name: String, view: ViewScope)] {
        [("layout", layoutView.scope)] + kinds.list.map { ($0.name.text, $0.view) }
            + PageKind.printed.map { ($0.template, $0.kind.view) } + blockViews
            + [("finder-card", finderEntryView.scope)]
            + [("report", EditorReport.view.scope), ("changes", ChangesPage.view.scope)] + editorViews + packViews
    }

    /// Reads the set; every problem of every file is reported.
    ///
    /// - Parameters:
    ///   - contacts: the numbers and addresses that a library's own files may publish; nil leaves them unchecked.
    ///   - languageSpans: where the settings name each language.
    package init(
        overrides tree: SourceTree, languages: [String], kinds: PageKinds = .standard,
        contacts: PublishedContacts? = nil, languageSpans: [String: SourceSpan] = [:],
        diagnostics: inout [Diagnostic]
    ) {
        let views = Self.views(kinds)
        var files = TemplateFiles(
            overrides: tree, languages: languages, templates: Set(views.map { $0.name + Self.templateExtension }),
            diagnostics: &diagnostics)
        diagnostics += files.unused(among: languageSpans.isEmpty ? nil : languages)
        let sheets = files.ownSheets
        files.joinParts()
        diagnostics += files.problems(of: sheets)
        assets = Self.assets(in: files, diagnostics: &diagnostics)
        let parsed = Self.templates(in: files, contacts: contacts, diagnostics: &diagnostics)
        var reader = StringsReader(
            files: files, contacts: contacts,
            askedByTemplates: parsed.values.reduce(into: []) { $0.formUnion($1.words) },
            kinds: kinds, languageSpans: languageSpans)
        for language in languages { strings.append(reader.read(language, first: strings.first)) }
        diagnostics += reader.diagnostics
        let names = Set(files.all.keys.compactMap(Self.templateName))
        compile(parsed, names: names, against: views, diagnostics: &diagnostics)
    }

    /// `practice` of `practice.mustache`; nil for what is no template.
    private static func templateName(of path: String) -> String? {
        path.hasSuffix(templateExtension) ? String(path.dropLast(templateExtension.count)) : nil
    }

    /// The templates by their names, but those of the library that are not in UTF-8.
    private static func templates(
        in files: TemplateFiles, contacts: PublishedContacts?, diagnostics: inout [Diagnostic]
    ) -> [String: ParsedTemplate] {
        var parsed: [String: ParsedTemplate] = [:]
        for (path, file) in files.all.sorted(by: { $0.key < $1.key }) {
            guard let name = templateName(of: path) else { continue }
            let isOwn = files.own.contains(path)
            if isOwn, !checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) { continue }
            parsed[name] = ParsedTemplate(file.bytes, path: file.path, diagnostics: &diagnostics)
            if isOwn, let contacts {
                diagnostics += contacts.problems(
                    in: file.bytes, offset: 0, fallback: SourceSpan(path: file.path, range: 0..<0))
            }
        }
        return parsed
    }

    /// What is published of each asset, but of those of the library that are texts and not in UTF-8.
    private static func assets(
        in files: TemplateFiles, diagnostics: inout [Diagnostic]
    ) -> [(name: String, bytes: [UInt8])] {
        var assets: [(name: String, bytes: [UInt8])] = []
        for (path, file) in files.all.sorted(by: { $0.key < $1.key })
        where path.hasPrefix(TemplateFiles.assets) && templateName(of: path) == nil {
            if files.own.contains(path) {
                let isText = path.hasSuffix(".css") || path.hasSuffix(".js")
                if isText, !checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) { continue }
                diagnostics += ImageFormat.problems(of: file)
            }
            assets.append((String(path.dropFirst(TemplateFiles.assets.count)), published(file.bytes, path: path)))
        }
        return assets
    }

    /// What readers load of an asset.
    private static func published(_ bytes: [UInt8], path: String) -> [UInt8] {
        if path.hasSuffix(".css") { return StyleSheet.published(bytes) }
        if path.hasSuffix(".js") { return Script.published(bytes) }
        return ImageFormat.published(bytes, path: path)
    }

    /// Writes a template.
    func write(_ name: String, _ frame: Frame, _ page: PageContext, to output: inout HTMLOutput) {
        guard let template = templates[page.language][name] else { return }
        template.nodes.render(frame, page, into: &output)
    }

    /// Every template is compiled in every language; what is wrong with it is the same in all.
    private mutating func compile(
        _ parsed: [String: ParsedTemplate], names: Set<String>, against views: [(name: String, view: ViewScope)],
        diagnostics: inout [Diagnostic]
    ) {
        for (index, strings) in strings.enumerated() {
            var compiler = TemplateCompiler(templates: parsed, names: names, strings: strings)
            var compiled: [String: CompiledTemplate] = [:]
            for (name, view) in views { compiled[name] = compiler.compile(name, against: view) }
            templates.append(compiled)
            // A partial is bound wherever it is included, and what is wrong with it is told once.
            guard index == 0 else { continue }
            var told: Set<[String]> = []
            diagnostics += compiler.diagnostics.filter {
                told.insert([$0.span.path, "\($0.span.range)", $0.code.rawValue]).inserted
            }
        }
    }
}
