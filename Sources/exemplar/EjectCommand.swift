import ArgumentParser
import Content
import Diagnostics
import Disk
import Foundation
import Site
import Text

struct Eject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutEject, .helpEject)

    @Argument(help: .say(.optionTemplate, "name"))
    var name: String?

    @OptionGroup var library: FolderOption

    @Flag(name: .customLong("print"), help: .say(.optionPrintOriginal))
    var prints = false

    @Flag(help: .say(.optionSeen))
    var seen = false

    @OptionGroup var interface: LanguageOption

    func run() throws {
        guard let name else { return try Terminal.write(EjectedFiles.names.map { $0 + "\n" }.joined()) }
        let short = name.hasPrefix(LibraryPath.templates) ? String(name.dropFirst(LibraryPath.templates.count)) : name
        guard EjectedFiles.names.contains(short), let original = EjectedFiles.original(short) else {
            throw Failure(
                .usage, Phrase.noTemplate(short).suggesting(.nearest(to: short, among: EjectedFiles.names)))
        }
        if prints { return try Terminal.write(String(decoding: original.bytes, as: UTF8.self)) }
        let tree = try library.readTree()
        guard seen == (tree[original.path] != nil) else {
            throw Failure(.usage, seen ? .notEjected(original.path) : .ejectedAlready(original.path))
        }
        var problems: [Diagnostic] = []
        let table = EjectedFiles(tree, diagnostics: &problems).noting(original)
        let files = seen ? [table] : [original, table]
        try change(files, new: Set(files.map(\.path).filter { tree[$0] == nil }), in: library.source, since: tree)
        try Terminal.write(files.map { $0.path + "\n" }.joined())
    }
}
