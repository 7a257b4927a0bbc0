import Content
import Diagnostics
import Foundation
import Site

/// The stages that `build` and `check` share, from a folder to a planned site.
struct Pipeline {
    var source: String
    var includesDrafts: Bool
    var jobs: Int
    var baseURL: String?
    var today: CalendarDate?

    /// All that is known after planning.
    struct Outcome {
        var tree: SourceTree
        var site: Site
        var diagnostics: [Diagnostic]
    }

    func run(_ progress: inout Progress) async throws -> Outcome {
        var diagnostics: [Diagnostic] = []
        progress.begin("scan")
        let tree = try Self.scanSource(source)
        progress.end("scan")
        progress.begin("read")
        let raw = await read(tree, jobs: jobs, diagnostics: &diagnostics)
        progress.end("read")
        progress.begin("check")
        let library = check(raw, includesDrafts: includesDrafts, today: today, diagnostics: &diagnostics)
        let templates = TemplateSet(overrides: tree, languages: library.languages, diagnostics: &diagnostics)
        progress.end("check")
        progress.begin("plan")
        let sitePlan = plan(library, templates: templates, diagnostics: &diagnostics)
        progress.end("plan")
        let options = SiteOptions(baseURL: baseURL ?? library.configuration.baseURL, today: today)
        let site = Site(library: library, plan: sitePlan, templates: templates, options: options)
        return Outcome(tree: tree, site: site, diagnostics: diagnostics.sorted())
    }

    static func scanSource(_ source: String) throws -> SourceTree {
        guard FileManager.default.fileExists(atPath: source + "/" + Configuration.fileName) else {
            throw Failure(
                .usage, "error: there is no \(Configuration.fileName) in ‘\(source)’; name the library with --source")
        }
        // Without this, a renamed folder would quietly become an empty site.
        guard FileManager.default.fileExists(atPath: source + "/content") else {
            throw Failure(.usage, "error: there is no content/ in ‘\(source)’")
        }
        do {
            return try scan(folder: source)
        } catch {
            throw Failure(.disk, "error: cannot read ‘\(error.path)’: \(error.reason)")
        }
    }
}

/// How many problems there are, with warnings counted as errors under `--strict`.
struct Tally {
    var errors: Int
    var warnings: Int

    init(_ diagnostics: [Diagnostic], isStrict: Bool) {
        let warnings = diagnostics.count { $0.severity == .warning }
        self.warnings = isStrict ? 0 : warnings
        errors = diagnostics.count - self.warnings
    }

    var text: String {
        func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        if errors == 0, warnings == 0 { return "0 problems" }
        return [errors > 0 ? count(errors, "error") : nil, warnings > 0 ? count(warnings, "warning") : nil]
            .compactMap(\.self).joined(separator: ", ")
    }
}

extension DiagnosticWriter {
    /// A writer that shows lines of the files that were scanned; embedded templates have none, nor have pictures
    /// of dots.
    init(_ tree: SourceTree, usesColor: Bool) {
        self.init(usesColor: usesColor) { path in
            let format = ImageFormat(path: path)
            return format == nil || format == .svg ? tree[path].map { SourceText($0.bytes) } : nil
        }
    }
}
