import ArgumentParser
import Authoring
import Content
import Diagnostics
import Disk
import Foundation
import Site
import Text

/// The library that a command changes, and whether it only shows how.
struct EditOptions: ParsableArguments {
    @OptionGroup var library: FolderOption

    @Flag(name: .customLong("dry-run"), help: .say(.optionShowOnly))
    var showsOnly = false

    @OptionGroup var interface: LanguageOption

    /// The library with its drafts. One that has errors is not changed: not all of what it says is known.
    func plan() async throws -> PlannedSite {
        let planned = await Self.plan(try library.readTree())
        try refuse(planned.diagnostics.filter { $0.severity == .error }, of: planned.tree) { Failure($0) }
        return planned
    }

    private static func plan(_ tree: SourceTree) async -> PlannedSite {
        let options = BuildOptions(drafts: true, jobs: ProcessInfo.processInfo.activeProcessorCount)
        return await PlannedSite(tree, options: options, checkFiles: { AuthorGuide.check($0, diagnostics: &$1) })
    }

    private func refuse(_ problems: [Diagnostic], of tree: SourceTree, _ failure: (Tally) -> Failure) throws {
        guard !problems.isEmpty else { return }
        Terminal.printError(DiagnosticWriter(tree, for: STDERR_FILENO).write(problems, as: .text))
        throw failure(Tally(problems, isStrict: false))
    }

    /// Writes a change of the library if it brings no problem that there was not before, and names the files.
    func apply(_ edit: LibraryEdit, to planned: PlannedSite) async throws {
        let after = await Self.plan(edit.tree(planned.tree))
        let before = Dictionary(grouping: planned.diagnostics, by: \.code)
        let new = Dictionary(grouping: after.diagnostics, by: \.code).filter { code, problems in
            problems.count > before[code, default: []].count || problems.contains { $0.severity == .error }
        }
        try refuse(new.values.flatMap(\.self).sorted(), of: after.tree) { Failure(.problems, .editBreaks($0.phrase)) }
        if !showsOnly {
            try change(
                edit.written, new: edit.created, removing: edit.removed, in: library.source, since: planned.tree)
        }
        let moved = edit.moves
        let lines = edit.written.map { file in
            moved[file.path].map { Phrase.movedFile(old: $0.printable, new: file.path.printable) }
                ?? .changedFile(file.path.printable)
        }
        try Terminal.write(lines.map { $0.text + "\n" }.joined())
        let count = edit.written.count
        Terminal.printError((showsOnly ? Phrase.filesWouldChange(count) : .filesChanged(count)).text)
    }
}

extension Library {
    /// What somebody names on the command line.
    func name(_ text: String) throws -> RecordName {
        do throws(RecordName.Refusal) {
            return try RecordName(text, in: self)
        } catch {
            switch error {
            case .unknown:
                let near = RecordName.nearest(to: text, in: self)
                throw Failure(.usage, Phrase.nothingCalled(text).suggesting(near.map { .didYouMean($0) }))
            case .ambiguous(let names):
                throw Failure(.usage, .severalCalled(name: text, names: names.map { Phrase.quoted($0.text) }))
            }
        }
    }
}
