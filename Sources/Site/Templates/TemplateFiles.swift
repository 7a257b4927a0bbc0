import Content
import Diagnostics
import Embedded
import Foundation
import Text

/// The files that templates, interface texts and assets are read from: those in the binary, with a library's own in their place.
struct TemplateFiles {
    static let assets = "assets/"
    static let strings = "strings/"

    /// The file with the interface texts of a language.
    static func strings(of language: String) -> String { strings + language + ".yaml" }

    /// By their path below `templates/`.
    var all: [String: SourceTree.File]
    /// Those in the binary.
    let embedded: [String: SourceTree.File]
    /// The paths of those that the library has itself.
    private(set) var own: Set<String> = []

    /// Files of the library that mean nothing are told of and left out.
    ///
    /// - Parameter templates: the paths of those that the program writes pages with.
    init(
        overrides tree: SourceTree, languages: [String], templates: Set<String>, diagnostics: inout [Diagnostic]
    ) {
        embedded = Dictionary(
            embeddedTemplates.map { path, text in
                (path, SourceTree.File(path: LibraryPath.templates + path, bytes: Array(text.utf8)))
            }, uniquingKeysWith: { $1 })
        all = embedded
        EjectedFiles(tree, diagnostics: &diagnostics).check(tree, against: embedded, diagnostics: &diagnostics)
        for file in tree.files(in: SourceTree.templatesFolder) where file.path != EjectedFiles.path {
            let name = String(file.path.dropFirst(LibraryPath.templates.count))
            guard embedded[name] != nil || templates.contains(name) || Self.isAddition(name, languages) else {
                let meant = Self.stringsMeant(by: name, languages) ?? Self.asset(meantBy: name)
                diagnostics.append(
                    Diagnostic(
                        .unknownTemplate(name), at: SourceSpan(path: file.path, range: 0..<0),
                        hint: meant.map { .didYouMean($0) } ?? .nearest(to: name, among: embedded.keys)))
                continue
            }
            all[name] = file
            own.insert(name)
        }
    }

    // MARK: Paths

    /// A library may add partials, assets, languages and forms of its own.
    private static func isAddition(_ name: String, _ languages: [String]) -> Bool {
        ["partials/", assets].contains { name.hasPrefix($0) }
            || name.hasPrefix("authoring/forms/") && name.hasSuffix(".yaml")
            || name.hasPrefix(strings) && stringsMeant(by: name, languages) == name
    }

    /// The file of texts that is meant by `strings/zh_CN.yaml`; that of a language the library may have later is itself.
    private static func stringsMeant(by name: String, _ languages: [String]) -> String? {
        guard name.hasPrefix(strings) else { return nil }
        let tag = String(name.dropFirst(strings.count).prefix { $0 != "." })
        let meant = languages.contains(tag) ? tag : LanguageTag.meant(by: tag)
        return LanguageTag.isTag(meant) ? strings(of: meant) : nil
    }

    /// `assets/look.css` by `look.css`.
    private static func asset(meantBy name: String) -> String? {
        [assets + TemplateSet.lookName, assets + "icon.svg"].first {
            $0.lastPathPart == name.lastPathPart.lowercased() && $0 != name
        }
    }

    // MARK: Style sheets

    /// The library's own, in the order of their names.
    var ownSheets: [SourceTree.File] {
        own.filter { $0.hasPrefix(Self.assets) && $0.hasSuffix(".css") }.sorted().compactMap { all[$0] }
    }

    /// What is wrong with style sheets of the library.
    func problems(of sheets: [SourceTree.File]) -> [Diagnostic] {
        guard !sheets.isEmpty else { return [] }
        var check = StyleSheetCheck(files: all.keys, embedded: embedded)
        for sheet in sheets { check.read(sheet) }
        check.checkProperties()
        return check.diagnostics
    }

    // MARK: What no page uses

    /// Files of the library that no page uses: texts of a language that it has not, style sheets that nothing names.
    ///
    /// - Parameter languages: nil where the settings could not be read.
    func unused(among languages: [String]?) -> [Diagnostic] {
        let sheets = own.filter {
            embedded[$0] == nil && $0.hasPrefix(Self.assets) && $0.hasSuffix(".css")
                && $0 != Self.assets + TemplateSet.lookName && !$0.contains(".css/")
        }
        let named = sheets.isEmpty ? [] : namedSheets
        let unnamed = sheets.filter { !named.contains($0.lastPathPart) }.map { name in
            Diagnostic(
                .unusedSheet(String(name.dropFirst(Self.assets.count))),
                at: SourceSpan(path: LibraryPath.templates + name, range: 0..<0),
                hint: Self.asset(meantBy: name).map { .didYouMean($0) } ?? .writeIntoLook)
        }
        let strings = own.filter { $0.hasPrefix(Self.strings) }.compactMap { name -> Diagnostic? in
            let language = String(name.dropFirst(Self.strings.count).prefix { $0 != "." })
            guard let languages, !languages.contains(language) else { return nil }
            return Diagnostic(
                .stringsOfOtherLanguage(language), at: SourceSpan(path: LibraryPath.templates + name, range: 0..<0),
                hint: .listLanguage(language))
        }
        return unnamed + strings
    }

    /// The names of style sheets in the library's templates, sheets and scripts, with percents taken back.
    private var namedSheets: Set<String> {
        let endings = [TemplateSet.templateExtension, ".css", ".js"]
        var names: Set<String> = []
        for file in own.compactMap({ all[$0] }) where endings.contains(where: file.path.hasSuffix) {
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
}
