import Archive
import ArgumentParser
import Delivery
import Diagnostics
import Disk
import Foundation

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutVerify, .helpVerify)

    @Argument(help: .say(.optionPack, "pack"))
    var path: String

    @Option(help: .say(.optionPublicKey, "key"))
    var publicKey: String?

    @OptionGroup var interface: LanguageOption

    func run() async throws {
        let key = try publicKey.map { try minisignKey($0) }
        let contents = try await PackContents(at: path, jobs: ProcessInfo.processInfo.activeProcessorCount)
        guard let report = PackReport(contents, key: key) else {
            throw Failure(.disk, .noSums(name: ManifestForm.sumsName, path: path))
        }
        var lines = report.differences.map { $0.difference.phrase($0.path) }
        lines += report.leftovers.map { .packLeftover($0) }
        let isWhole = report.differences.isEmpty
        lines.append(
            !isWhole
                ? .packDiffers(count: report.differences.count, whole: report.whole)
                : report.isUpdate ? .updateIsWhole(report.whole) : .packIsWhole(report.whole))
        // It stands for the list, so of a copy that differs it says nothing.
        if isWhole { lines.append(.fingerprint(report.fingerprint)) }
        if let signature = report.signature.phrase { lines.append(signature) }
        try Terminal.write(lines.map { $0.text + "\n" }.joined())
        if !isWhole || report.signature.isRefusal { throw ExitCode(ExitStatus.problems.rawValue) }
    }
}

/// A public key of minisign, as a text or in the file that `minisign -G` wrote.
private func minisignKey(_ text: String) throws -> MinisignKey {
    if let key = MinisignKey(text) { return key }
    guard fileKind(text) == .file else { throw Failure(.usage, .noPublicKey(text)) }
    guard let key = MinisignKey(String(decoding: try readFile(text), as: UTF8.self)) else {
        throw Failure(.usage, .noPublicKey(text))
    }
    return key
}

extension SignatureState {
    fileprivate var phrase: Phrase? {
        switch self {
        case .none(isAsked: false): nil
        case .none(isAsked: true): .packSignatureMissing
        case .unchecked(let key): .packSignatureUnchecked(key)
        case .good(let comment): .packSignatureGood(Foreign(comment))
        case .otherKey(let signed, let given): .packSignatureOtherKey(signed: signed, given: given)
        case .wrong: .packSignatureWrong
        case .unreadable: .packSignatureUnreadable
        }
    }
}

extension PackContents {
    /// A folder or a zip file.
    init(at path: String, jobs: Int) async throws {
        if fileKind(path) == .folder {
            try await self.init(folder: path, jobs: jobs)
        } else {
            try self.init(zip: try readFile(path))
        }
    }
}

extension PackReport.Difference {
    fileprivate func phrase(_ path: String) -> Phrase {
        switch self {
        case .changed: .packChanged(path)
        case .missing: .packMissing(path)
        case .added: .packAdded(path)
        case .damaged(let reason): .packDamaged(path: path, reason: Foreign(reason))
        case .special: .packSpecial(path)
        }
    }
}

extension ArchiveEntries.Refusal {
    /// A zip file that cannot be read is a matter of the disk; one that could do harm is a problem of its content.
    var failure: Failure {
        switch self {
        case .unreadable(let failure): Failure(.disk, .zipUnreadable(Foreign(failure.reason)))
        case .nameNotUTF8(let entry): Failure(.problems, .zipNameNotUTF8(entry))
        case .outside(let path): Failure(.problems, .zipOutside(path))
        case .link(let path): Failure(.problems, .zipLink(path))
        case .special(let path): Failure(.problems, .zipSpecial(path))
        case .encrypted(let path): Failure(.problems, .zipEncrypted(path))
        case .twins(let first, let second): Failure(.problems, .zipTwins(first: first, second: second))
        case .tooMany(let limit): Failure(.problems, .zipTooMany(limit))
        case .tooBig(let path): Failure(.problems, .zipTooBig(path))
        }
    }
}
