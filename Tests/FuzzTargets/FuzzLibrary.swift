import Content
import Diagnostics
import Disk
import Foundation
import Site
import TestSupport
import Text

/// A small library, one file of which somebody else wrote, on its way to a site.
enum FuzzLibrary {
    private static let base = Task {
        let folder = SiteTest.fixtures.appending(path: "small/library").path
        var files = (try? scan(folder: folder))?.files ?? []
        if let index = files.firstIndex(where: { $0.path == "content/pages/about.md" }) {
            files[index].bytes += ["png", "jpg", "webp", "gif", "svg"].flatMap { "\n![a](picture.\($0))\n".utf8 }
        }
        var memory = BuildMemory()
        _ = await PlannedSite(SourceTree(files: files), options: BuildOptions(), memory: &memory)
        return (files: files, memory: memory)
    }

    /// - Returns: what is wrong with the pages, if the library has no errors.
    static func build(with bytes: [UInt8], at paths: [String]) async -> [String] {
        let path = paths[Int(bytes.first ?? 0) % paths.count]
        let file = SourceTree.File(path: path, bytes: Array(bytes.dropFirst()))
        var (files, memory) = await base.value
        files.removeAll { $0.path == path }
        files.append(file)
        let planned = await PlannedSite(SourceTree(files: files), options: BuildOptions(), memory: &memory)
        tell(planned.diagnostics, in: files)
        guard !planned.diagnostics.contains(where: { $0.severity == .error }) else { return [] }
        let site = await planned.files(jobs: 1)
        var problems: [String] = []
        for (index, path) in site.paths.enumerated() {
            let bytes = site.bytes(index)
            guard !file.path.hasPrefix("templates/"), !planned.site.library.configuration.allowsRawHTML else {
                continue
            }
            if path.hasSuffix(".html") {
                problems += MarkupFaults.problems(in: bytes).map { "\(path): \($0)" }
            } else if path.hasSuffix(".xml"), !XMLChecker.isWellFormed(bytes) {
                problems.append("\(path): not well-formed")
            }
        }
        return problems
    }
}
