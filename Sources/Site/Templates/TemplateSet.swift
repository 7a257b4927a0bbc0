import Content
import Diagnostics
import Yams

/// All templates, interface texts and assets: those in the binary, replaced file by file by a library's own.
package struct TemplateSet: Sendable {
    /// One template and where it comes from.
    struct Source: Sendable {
        /// For messages: `templates/practice.mustache`.
        var path: String
        var bytes: [UInt8]
    }

    /// By name without extension: `practice`, `partials/crumbs`.
    private(set) var sources: [String: Source] = [:]
    /// In the order of the site's languages.
    package private(set) var strings: [Strings] = []
    /// Below `assets/`, sorted by name.
    package private(set) var assets: [(name: String, bytes: [UInt8])] = []
    private var renderer = TemplateRenderer()

    private static let templateExtension = ".mustache"

    /// Reads the set; every problem of every file is reported.
    package init(overrides tree: SourceTree, languages: [String], diagnostics: inout [Diagnostic]) {
        var files: [String: SourceTree.File] = [:]
        for (path, text) in embeddedTemplates {
            files[path] = .init(path: "templates/" + path, bytes: Array(text.utf8))
        }
        let known = Set(files.keys)
        for file in tree.files(in: "templates") {
            let name = String(file.path.dropFirst("templates/".count))
            if known.contains(name) || Self.isAddition(name) {
                files[name] = file
            } else {
                diagnostics.append(
                    Diagnostic(
                        .unknownTemplate, "‘\(name)’ replaces no file of the set",
                        at: SourceSpan(path: file.path, range: 0..<0),
                        hint: nearest(to: name, among: known).map { "did you mean ‘\($0)’?" }))
            }
        }
        readStrings(files, languages: languages, diagnostics: &diagnostics)
        for name in files.keys.sorted() {
            guard let file = files[name] else { continue }
            if name.hasSuffix(Self.templateExtension) {
                sources[String(name.dropLast(Self.templateExtension.count))] = Source(
                    path: file.path, bytes: file.bytes)
            } else if name.hasPrefix("assets/") {
                assets.append((String(name.dropFirst("assets/".count)), file.bytes))
            }
        }
        checkAndCompile(diagnostics: &diagnostics)
    }

    /// The HTML of a template. Partials are included by their names.
    package func render(_ name: String, _ context: Context) -> [UInt8] {
        renderer.render(name, context)
    }

    /// A library may add partials, assets and languages of its own.
    private static func isAddition(_ name: String) -> Bool {
        ["partials/", "assets/", "strings/"].contains { name.hasPrefix($0) }
    }

    private mutating func checkAndCompile(diagnostics: inout [Diagnostic]) {
        let checker = TemplateChecker(sources: sources, stringKeys: Set(strings.first?.texts.keys ?? [:].keys))
        let problems = checker.check()
        diagnostics += problems
        let broken = Set(problems.filter { $0.code == .invalidTemplate }.map(\.span.path))
        for (name, source) in sources where !broken.contains(source.path) {
            renderer.templates[name] = CompiledTemplate(source.bytes)
        }
    }

    private mutating func readStrings(
        _ files: [String: SourceTree.File], languages: [String], diagnostics: inout [Diagnostic]
    ) {
        var spans: [[String: SourceSpan]] = []
        for language in languages {
            let name = "strings/\(language).yaml"
            guard let file = files[name] else {
                diagnostics.append(
                    Diagnostic(
                        .missingString, "there are no interface texts in ‘\(language)’",
                        at: SourceSpan(path: Configuration.fileName, range: 0..<0),
                        hint: "add templates/\(name), after templates/strings/en.yaml"))
                strings.append(Strings(language: language, texts: [:]))
                spans.append([:])
                continue
            }
            var texts: [String: String] = [:]
            var places: [String: SourceSpan] = [:]
            for entry in readTextMap(file, diagnostics: &diagnostics) {
                texts[entry.key] = entry.value
                places[entry.key] = entry.span
            }
            strings.append(Strings(language: language, texts: texts))
            spans.append(places)
        }
        checkStrings(spans, files: files, languages: languages, diagnostics: &diagnostics)
    }

    /// A key that one language has, or the program asks for, must be there in every language.
    private func checkStrings(
        _ spans: [[String: SourceSpan]], files: [String: SourceTree.File], languages: [String],
        diagnostics: inout [Diagnostic]
    ) {
        let optional = { (key: String) in key.hasSuffix("-one") }
        let all = Set(strings.flatMap(\.texts.keys)).union(Strings.requiredKeys).filter { !optional($0) }
        for (index, language) in languages.enumerated() where files["strings/\(language).yaml"] != nil {
            for key in all.sorted() where strings[index].texts[key] == nil {
                let path = "templates/strings/\(language).yaml"
                let other = spans.compactMap { $0[key] }.first
                diagnostics.append(
                    Diagnostic(
                        .missingString, "the interface text ‘\(key)’ is missing in ‘\(language)’",
                        at: SourceSpan(path: path, range: 0..<0),
                        hint: nearest(
                            to: key,
                            among: strings[index].texts.keys.filter {
                                !all.contains($0) || !Strings.requiredKeys.contains($0)
                            }
                        )
                        .map { "is it ‘\($0)’?" },
                        notes: other.map { [.init("another language has it here", at: $0)] } ?? []))
            }
        }
    }
}
