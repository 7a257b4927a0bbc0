import Foundation

/// `compile-catalogue FOLDER OUTPUT` turns the catalogue of diagnostics into Swift, and refuses one that contradicts
/// itself.
@main
enum CompileCatalogue {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            throw CocoaError(.fileReadUnknown, userInfo: [NSDebugDescriptionErrorKey: "usage: FOLDER OUTPUT"])
        }
        let folder = URL(filePath: CommandLine.arguments[1])
        do {
            let source = try generate(folder)
            try source.write(to: URL(filePath: CommandLine.arguments[2]), atomically: true, encoding: .utf8)
        } catch let error as CatalogueError {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    static func generate(_ folder: URL) throws -> String {
        let first = folder.appending(path: Catalogue.firstLanguage)
        let catalogue = try Catalogue(in: first)
        for diagnostic in catalogue.diagnostics where diagnostic.examples.isEmpty {
            throw CatalogueError(path: first.path, line: 1, message: "‘\(diagnostic.id)’ has no example")
        }
        let others = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0 != Catalogue.firstLanguage && !$0.hasPrefix(".") }
        let translations = try others.map { language in
            let translation = try Catalogue(in: folder.appending(path: language))
            try catalogue.check(translation, in: language)
            return (language, translation)
        }
        return GeneratedSource(catalogue: catalogue, translations: translations).text
    }
}

extension Catalogue {
    /// The catalogue of one language: the Markdown files of a folder, in the order of their names.
    init(in folder: URL) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
        try self.init(
            parsing: names.sorted().map { name in
                let file = folder.appending(path: name)
                return (file.path, try String(contentsOf: file, encoding: .utf8))
            })
    }
}
