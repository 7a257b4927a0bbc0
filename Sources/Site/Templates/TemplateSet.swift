import Content
import Diagnostics
import Embedded
import Foundation
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

    private static let templateExtension = ".mustache"

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
        let known = Set(views.map { $0.name + Self.templateExtension })
        var files: [String: SourceTree.File] = [:]
        for (path, text) in embeddedTemplates {
            files[path] = .init(path: LibraryPath.templates + path, bytes: Array(text.utf8))
        }
        let embedded = files
        var own: Set<String> = []
        EjectedFiles(tree, diagnostics: &diagnostics).check(tree, against: embedded, diagnostics: &diagnostics)
        for file in tree.files(in: SourceTree.templatesFolder) where file.path != EjectedFiles.path {
            let name = String(file.path.dropFirst(LibraryPath.templates.count))
            if embedded[name] != nil || known.contains(name) || Self.isAddition(name, languages) {
                files[name] = file
                own.insert(name)
            } else {
                diagnostics.append(
                    Diagnostic(
                        .unknownTemplate(name), at: SourceSpan(path: file.path, range: 0..<0),
                        hint: (Self.stringsMeant(by: name, languages) ?? Self.asset(meantBy: name)).map {
                            .didYouMean($0)
                        }
                            ?? .nearest(to: name, among: embedded.keys)))
            }
        }
        diagnostics += Self.unused(own, files, embedded: embedded, languageSpans.isEmpty ? nil : languages)
        let ownSheets = own.filter { $0.hasPrefix("assets/") && $0.hasSuffix(".css") }.sorted().compactMap { files[$0] }
        joinParts(in: &files)
        diagnostics += Self.problems(of: ownSheets, among: files.keys, embedded: embedded)
        var parsed: [String: ParsedTemplate] = [:]
        var names: Set<String> = []
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            if path.hasSuffix(Self.templateExtension) {
                let name = String(path.dropLast(Self.templateExtension.count))
                names.insert(name)
                if own.contains(path), !checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics) {
                    continue
                }
                parsed[name] = ParsedTemplate(file.bytes, path: file.path, diagnostics: &diagnostics)
                if own.contains(path), let contacts {
                    diagnostics += contacts.problems(
                        in: file.bytes, offset: 0, fallback: SourceSpan(path: file.path, range: 0..<0))
                }
            } else if path.hasPrefix("assets/") {
                if own.contains(path), path.hasSuffix(".css") || path.hasSuffix(".js"),
                    !checkEncoding(file.bytes, path: file.path, diagnostics: &diagnostics)
                {
                    continue
                }
                if own.contains(path) { diagnostics += ImageFormat.problems(of: file) }
                assets.append((String(path.dropFirst("assets/".count)), Self.published(file.bytes, path: path)))
            }
        }
        var reader = StringsReader(
            files: files, embedded: embedded, own: own, contacts: contacts,
            askedByTemplates: parsed.values.reduce(into: []) { $0.formUnion($1.words) },
            kinds: kinds, languageSpans: languageSpans)
        for language in languages { strings.append(reader.read(language, first: strings.first)) }
        diagnostics += reader.diagnostics
        compile(parsed, names: names, against: views, diagnostics: &diagnostics)
    }

    /// What readers load of an asset.
    private static func published(_ bytes: [UInt8], path: String) -> [UInt8] {
        if path.hasSuffix(".css") { return StyleSheet.published(bytes) }
        if path.hasSuffix(".js") { return Script.published(bytes) }
        return ImageFormat.published(bytes, path: path)
    }

    /// Files of the library that no page uses: texts of a language that it has not, style sheets that nothing names.
    ///
    /// - Parameter languages: nil where the settings could not be read.
    private static func unused(
        _ own: Set<String>, _ files: [String: SourceTree.File], embedded: [String: SourceTree.File],
        _ languages: [String]?
    ) -> [Diagnostic] {
        let sheets = own.filter {
            embedded[$0] == nil && $0.hasPrefix("assets/") && $0.hasSuffix(".css") && $0 != "assets/" + lookName
                && !$0.contains(".css/")
        }
        let named = sheets.isEmpty ? [] : namedSheets(in: own.compactMap { files[$0] })
        let unnamed = sheets.filter { !named.contains($0.lastPathPart) }.map { name in
            Diagnostic(
                .unusedSheet(String(name.dropFirst("assets/".count))),
                at: SourceSpan(path: LibraryPath.templates + name, range: 0..<0),
                hint: asset(meantBy: name).map { .didYouMean($0) } ?? .writeIntoLook)
        }
        let strings = own.filter { $0.hasPrefix("strings/") }.compactMap { name -> Diagnostic? in
            let language = String(name.dropFirst("strings/".count).prefix { $0 != "." })
            guard let languages, !languages.contains(language) else { return nil }
            return Diagnostic(
                .stringsOfOtherLanguage(language), at: SourceSpan(path: LibraryPath.templates + name, range: 0..<0),
                hint: .listLanguage(language))
        }
        return unnamed + strings
    }

    /// The names of style sheets in templates, sheets and scripts, with percents taken back.
    private static func namedSheets(in files: [SourceTree.File]) -> Set<String> {
        var names: Set<String> = []
        for file in files where [templateExtension, ".css", ".js"].contains(where: file.path.hasSuffix) {
            var from = 0
            while let dot = file.bytes.position(of: ".css", from: from) {
                // As long as a name of a file may be, with each byte in percents.
                let start = file.bytes[from..<dot].suffix(3 * 255).lastIndex {
                    $0 <= UInt8(ascii: " ") || "\"'()/<>=\\".utf8.contains($0)
                }
                let name = String(
                    decoding: file.bytes[(start.map { $0 + 1 } ?? max(from, dot - 3 * 255))..<dot + 4], as: UTF8.self)
                names.formUnion([name, name.removingPercentEncoding ?? name])
                from = dot + 4
            }
        }
        return names
    }

    private static func problems(
        of sheets: [SourceTree.File], among files: some Sequence<String>, embedded: [String: SourceTree.File]
    ) -> [Diagnostic] {
        guard !sheets.isEmpty else { return [] }
        var check = StyleSheetCheck(files: files, embedded: embedded)
        for sheet in sheets { check.read(sheet) }
        check.checkProperties()
        return check.diagnostics
    }

    /// Writes a template.
    func write(_ name: String, _ frame: Frame, _ page: PageContext, to output: inout HTMLOutput) {
        guard let template = templates[page.language][name] else { return }
        template.nodes.render(frame, page, into: &output)
    }

    /// A library may add partials, assets, languages and forms of its own.
    private static func isAddition(_ name: String, _ languages: [String]) -> Bool {
        ["partials/", "assets/"].contains { name.hasPrefix($0) }
            || name.hasPrefix("authoring/forms/") && name.hasSuffix(".yaml")
            || name.hasPrefix("strings/") && stringsMeant(by: name, languages) == name
    }

    /// The file of texts that is meant by `strings/zh_CN.yaml`; that of a language the library may have later is itself.
    private static func stringsMeant(by name: String, _ languages: [String]) -> String? {
        guard name.hasPrefix("strings/") else { return nil }
        let file = name.dropFirst("strings/".count)
        let tag = String(file.prefix { $0 != "." })
        let meant = languages.contains(tag) ? tag : LanguageTag.meant(by: tag)
        return LanguageTag.isTag(meant) ? "strings/\(meant).yaml" : nil
    }

    /// `assets/look.css` by `look.css`.
    private static func asset(meantBy name: String) -> String? {
        ["assets/" + lookName, "assets/icon.svg"].first {
            $0.lastPathPart == name.lastPathPart.lowercased() && $0 != name
        }
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
