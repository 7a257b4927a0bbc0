import ArgumentParser
import Delivery
import Diagnostics
import Disk
import Foundation
import Site
import Text

struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutPack, .helpPack, commandName: "pack")

    @OptionGroup var library: SourceOptions

    @Option(help: .say(.optionPackFile, "file"))
    var output: String?

    @Option(help: .say(.optionPackFolder, "dir"))
    var folder: String?

    @Option(help: .say(.optionSingleFile, "file"))
    var singleFile: String?

    @Option(help: .say(.optionRecord, "id"))
    var record: String?

    @Option(help: .say(.optionUpdateFrom, "pack"))
    var updateFrom: String?

    @Option(help: .say(.optionSign, "key-file"))
    var sign: String?

    @Flag(help: .say(.optionStrict))
    var strict = false

    @OptionGroup var publishing: PublishingFlags

    func validate() throws {
        if [output, folder, singleFile].compactMap(\.self).count != 1 { throw ValidationError(.nameOnePlace) }
        if let output, !output.lowercased().hasSuffix(".zip") { throw ValidationError(.packIsZip(output)) }
        if updateFrom != nil, output == nil { throw ValidationError(.updateIsZip) }
        if let singleFile, !singleFile.lowercased().hasSuffix(".html") {
            throw ValidationError(.singleFileIsPage(singleFile))
        }
        if record != nil, singleFile == nil { throw ValidationError(.recordIsInFile) }
        if sign != nil, singleFile != nil { throw ValidationError(.signaturesArePacks) }
    }

    func run() async throws {
        var progress = Progress()
        defer { progress.finish() }
        if let singleFile { return try await write(oneFile: singleFile, &progress) }
        let zipFile = try output.map { try library.ownFile($0, .zip) }
        let old: OldPack? = if let updateFrom { try await oldPack(updateFrom) } else { nil }
        let signer = try sign.map { try PackSigner(key: $0) }
        let (planned, tally) = try await library.planToPublish(drafts: false, strict: strict, &progress)
        var pack = Pack(
            site: await planned.files(jobs: library.jobs, begin: { progress.begin($0) }),
            pages: planned.site.packPages(site: Pack.siteFolder, verifier: Pack.verifierName))
        pack.signer = signer
        try refuseNames(of: pack)
        if let output { try await refuseOther(packAt: output, by: pack) }
        if let folder {
            let (report, fingerprint) = try await pack.write(
                to: folder, options: planned.watching(publishing.options), jobs: library.jobs)
            progress.finish()
            return try tell(
                .folderPacked(
                    files: report.written + report.unchanged + 1, folder: folder, written: report.written,
                    unchanged: report.unchanged, removed: report.removed, tally: tally.phrase), fingerprint)
        }
        guard let zipFile, let output else { return }
        var zip: Pack.Zip? = nil
        if let old {
            zip = try await pack.update(from: old, comments: planned.site.updateWords, jobs: library.jobs)
        } else {
            zip = try await pack.zip(jobs: library.jobs)
        }
        progress.finish()
        guard let zip else { return try Terminal.write(Phrase.nothingChanged.text + "\n") }
        let size = Terminal.size(try zipFile.write(zip.bytes).count)
        try tell(
            old == nil
                ? .zipPacked(files: zip.files, file: output, size: size, tally: tally.phrase)
                : .updatePacked(
                    files: zip.files, file: output, size: size, removed: zip.removed.count, tally: tally.phrase),
            zip.fingerprint)
    }

    private func write(oneFile path: String, _ progress: inout Progress) async throws {
        let ownFile = try library.ownFile(path, .markup)
        let (planned, tally) = try await library.planToPublish(
            drafts: false, strict: strict, shape: record == nil ? .oneFile : .excerpt, &progress)
        let site = planned.site
        let id = record.map { $0.hasPrefix("practices/") ? String($0.dropFirst("practices/".count)) : $0 }
        let excerpt = id.map { site.pages(ofPractice: $0) }
        if let id, excerpt == [] {
            throw Failure(.usage, Phrase.noPractice(id).suggesting(site.hint(forPractice: id)))
        }
        let frame = site.oneFileFrame
        let files =
            record == nil
            ? await planned.files(jobs: library.jobs, begin: { progress.begin($0) }) : planned.filesWithoutSearch()
        try refuseOther(fileAt: path, by: files)
        let file = await OneFile(
            of: files, excerpt: excerpt,
            frame: OneFile.Frame(
                language: frame.language, title: frame.title, notice: frame.notice, script: frame.script,
                start: excerpt?.first ?? site.startPath, missing: excerpt?.first ?? site.notFoundPath),
            baseURL: site.options.baseURL, jobs: library.jobs)
        progress.finish()
        let written = try ownFile.write(file.bytes)
        try tell(
            .filePacked(
                pages: file.pageCount, file: path, size: Terminal.size(written.count), tally: tally.phrase),
            fingerprint(of: written))
    }

    private func tell(_ phrase: Phrase, _ fingerprint: String) throws {
        try Terminal.write(phrase.text + "\n" + Phrase.fingerprint(fingerprint).text + "\n")
    }

    private func oldPack(_ path: String) async throws -> OldPack {
        guard let old = OldPack(try await PackContents(at: path, jobs: library.jobs)) else {
            throw Failure(.disk, .noSums(name: ManifestForm.sumsName, path: path))
        }
        return old
    }

    /// The pack of another library is replaced only by who says so, as its site is.
    private func refuseOther(packAt path: String, by pack: Pack) async throws {
        guard !publishing.takeOver, fileKind(path) == .file, let library = pack.files.library,
            let contents = try? await PackContents(at: path, jobs: self.library.jobs), let there = OldPack(contents),
            let theirs = there.sums.library, !library.owns(there.sums)
        else { return }
        throw Failure(.disk, .packOfOtherLibrary(file: path, id: theirs))
    }

    /// So is a file that holds another library.
    private func refuseOther(fileAt path: String, by files: PublishedFiles) throws {
        guard !publishing.takeOver, fileKind(path) == .file, let library = files.library,
            let theirs = (try? readFile(path)).flatMap({ OneFile.library(of: $0) }), !library.owns(id: theirs)
        else { return }
        throw Failure(.disk, .packOfOtherLibrary(file: path, id: theirs))
    }

    /// A pack that arrives with names changed or files lost is worse than none.
    private func refuseNames(of pack: Pack) throws {
        let problems = pathProblems(of: pack.files.paths)
        for (path, problem) in problems {
            Terminal.printError(
                Phrase.told(severity: Phrase.error, message: Phrase.badName(path: path, reason: problem.phrase)).text)
        }
        if !problems.isEmpty { throw Failure(Tally(errors: problems.count, warnings: 0)) }
    }
}

extension PathProblem {
    fileprivate var phrase: Phrase {
        switch self {
        case .name(.character(let character)): .nameHasCharacter(String(character))
        case .name(.device(let name)): .nameIsDevice(name)
        case .name(.ending(let character)): .nameEndsWith(String(character))
        case .name(.length(let bytes)): .nameTooLong(bytes: bytes, limit: NameFault.longestName)
        case .long(let characters, let limit): .pathTooLong(characters: characters, limit: limit)
        case .twin(let path): .nameHasTwin(path)
        }
    }
}
