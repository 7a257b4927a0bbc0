import Foundation
import PackagePlugin

/// Turns the catalogue of diagnostics into a Swift file before `Diagnostics` is compiled.
@main
struct CompileCatalogue: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Sources/Diagnostics/Catalogue")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let output = context.pluginWorkDirectoryURL.appending(path: "Catalogue.swift")
        return [
            .buildCommand(
                displayName: "Compiling the catalogue of diagnostics",
                executable: try context.tool(named: "compile-catalogue").url,
                arguments: [folder.path, output.path],
                inputFiles: names.sorted().filter { $0.hasSuffix(".md") }.map { folder.appending(path: $0) },
                outputFiles: [output])
        ]
    }
}
