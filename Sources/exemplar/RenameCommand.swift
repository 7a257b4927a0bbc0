import ArgumentParser
import Content
import Diagnostics
import Site
import Text

struct Rename: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutRename, .helpRename)

    @Argument(help: .say(.optionOldName, "old"))
    var old: String

    @Argument(help: .say(.optionNewName, "new"))
    var new: String

    @OptionGroup var options: EditOptions

    func run() async throws {
        let planned = try await options.plan()
        let library = planned.site.library
        let name = try library.name(old)
        let id = try newID(of: name)
        guard !library.has(RecordName(name.kind, id)) else {
            throw Failure(.usage, .idTaken(kind: name.kind.noun, id: id))
        }
        try await options.apply(library.renaming(name, to: id, in: planned.tree), to: planned)
        if [.metric, .source].contains(name.kind), !options.showsOnly {
            Terminal.printError(Phrase.noRedirect(kind: name.kind.noun, id: name.id).text)
        }
    }

    /// The new id alone, however it was written.
    private func newID(of name: RecordName) throws -> String {
        let written = RecordName.split(new) ?? RecordName(path: new)
        // An id of a practice may look like a path: places/x is no file of one.
        let named = written.flatMap { $0.kind == name.kind ? $0.id : nil }
        if let written, named == nil, new.contains(":") {
            throw Failure(.usage, .otherKind(name: written.text, old: name.text))
        }
        let id = named ?? new
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isGrouped = name.recordKind?.isGroupedByPlace == true
        guard parts.count == (isGrouped ? 2 : 1) else {
            throw Failure(
                .usage,
                isGrouped ? .idWithoutPlace(kind: name.kind.noun, id: id) : .idWithFolder(kind: name.kind.noun, id: id))
        }
        if let bad = parts.first(where: { !isValidID($0) }) { throw Failure(.usage, .notAnID(bad)) }
        return id
    }
}
