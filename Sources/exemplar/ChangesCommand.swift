import ArgumentParser
import Changes
import Diagnostics
import Disk
import Foundation
import Site
import Text

struct ChangesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutChanges, .helpChanges, commandName: "changes")

    @Argument(help: .say(.optionOldLibrary, "old"))
    var old: String?

    @Argument(help: .say(.optionNewLibrary, "new"))
    var new: String?

    @Option(name: .customLong("rev"), help: .say(.optionRevisions, "A..B"))
    var revisions: String?

    @OptionGroup var library: FolderOption

    @Option(help: .say(.optionChangesFormat))
    var format = ChangesFormat.text

    @Option(help: .say(.optionChangesOutput, "file"))
    var output: String?

    @Flag(name: .customLong("exit-code"), help: .say(.optionExitCode))
    var tellsByExitCode = false

    @Option(help: .say(.optionJobs, "n"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @OptionGroup var interface: LanguageOption

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError(.jobsOutOfRange) }
        guard revisions == nil ? old != nil && new != nil : old == nil else {
            throw ValidationError(.nameTwoLibraries)
        }
    }

    func run() async throws {
        let file = try output.map { try OwnFile($0, format.file) }
        let (before, after) = try sides()
        let (one, other) = (await plan(before), await plan(after))
        try refuse([one, other])
        let changes = LibraryChanges(
            from: await ComparedLibrary(name: before.name, planned: one.planned, jobs: jobs),
            to: await ComparedLibrary(name: after.name, planned: other.planned, jobs: jobs))
        let bytes = changes.write(as: format, in: Interface.language)
        if let file { try file.write(bytes) } else { try Terminal.write(bytes) }
        if tellsByExitCode, !changes.isEmpty { throw ExitCode(ExitStatus.problems.rawValue) }
    }

    private typealias Side = (name: String, tree: SourceTree)

    /// The two that are compared: two folders, two revisions, or a revision and what lies in the folder now.
    private func sides() throws -> (Side, Side) {
        guard let revisions else { return (try folder(old ?? ""), try folder(new ?? "")) }
        let ends = revisions.ranges(of: "..").first
        let names = ends.map { [revisions[..<$0.lowerBound], revisions[$0.upperBound...]] } ?? [revisions[...]]
        guard names.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else {
            throw Failure(.usage, .noRange(revisions))
        }
        guard fileKind(library.source) == .folder else {
            throw Failure(.usage, .noSettings(file: SourceTree.settingsName, folder: library.source))
        }
        let repository = try GitRepository(folder: library.source)
        func revision(_ name: Substring) throws -> Side {
            let commit = try repository.commit(of: String(name))
            let tree = try repository.tree(at: commit)
            guard tree[SourceTree.settingsName] != nil else {
                throw Failure(.usage, .noLibraryAtRevision(revision: String(name), folder: library.source))
            }
            let short = String(commit.prefix(9))
            return (name.hasPrefix(short) ? short : "\(name) (\(short))", tree)
        }
        let first = try revision(names[0])
        return (first, names.count > 1 ? try revision(names[1]) : try folder(library.source, isOfRevision: true))
    }

    private func folder(_ folder: String, isOfRevision: Bool = false) throws -> Side {
        try requireLibrary(in: folder)
        return (isOfRevision ? Phrase.workingFolder.text : folder, try scan(folder: folder))
    }

    private func plan(_ side: Side) async -> (name: String, planned: PlannedSite) {
        (side.name, await PlannedSite(side.tree, options: BuildOptions(drafts: false, jobs: jobs)))
    }

    /// A library with errors does not say what it should, so nothing is compared; both are told of.
    private func refuse(_ sides: [(name: String, planned: PlannedSite)]) throws {
        var errors = 0
        for (name, planned) in sides {
            let problems = planned.diagnostics.filter { $0.severity == .error }
            guard !problems.isEmpty else { continue }
            errors += problems.count
            Terminal.printError(Phrase.problemsOfLibrary(name).text)
            Terminal.printError(
                DiagnosticWriter(planned.tree, for: STDERR_FILENO).write(problems, as: .text))
        }
        if errors > 0 { throw Failure(Tally(errors: errors, warnings: 0)) }
    }
}

extension ChangesFormat: ExpressibleByArgument {
    fileprivate var file: OwnFile.Format {
        switch self {
        case .text: .text
        case .json: .json
        case .markdown, .html: .markup
        }
    }
}

extension GitRepository.Failure {
    var failure: Failure {
        switch self {
        case .noGit: Failure(.disk, .noGit)
        case .noRepository(let folder): Failure(.usage, .noRepository(folder))
        case .unknownRevision(let name): Failure(.usage, .unknownRevision(name))
        case .failed(let reason): Failure(.disk, .gitFailed(Foreign(reason)))
        }
    }
}
