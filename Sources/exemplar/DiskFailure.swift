import Archive
import Delivery
import Diagnostics
import Disk
import Preview

extension Failure {
    /// What people are told of an error that ended a command; nil if it is about how the command was called.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as ReadError: self.init(.disk, error.phrase)
        case let error as WriteError: self.init(.disk, error.phrase)
        case let error as PublishingError: self.init(.disk, error.phrase)
        case let refusal as ArchiveEntries.Refusal: self = refusal.failure
        case let failure as DocumentPrinter.Failure: self = failure.failure
        case let failure as PackSigner.Failure: self = failure.failure
        case let failure as GitRepository.Failure: self = failure.failure
        case let failure as ArchiveFailure: self.init(.disk, .cannotPack(Foreign(failure.reason)))
        default: return nil
        }
    }
}

extension PackSigner.Failure {
    fileprivate var failure: Failure {
        switch self {
        case .noProgram: Failure(.disk, .noMinisign)
        case .failed(let reason): Failure(.disk, .cannotSign(Foreign(reason)))
        }
    }
}

extension WriteError {
    fileprivate var phrase: Phrase {
        switch self {
        case .exists(let paths):
            paths.count > 5
                ? .alreadyThereAndMore(paths: paths.prefix(5).map { .quoted($0) } as [Phrase], count: paths.count - 5)
                : .alreadyThere(paths.map { .quoted($0) } as [Phrase])
        case .special(let path): .specialInTheWay(path)
        case .foreign(let path): .foreignInTheWay(path)
        case .changed(let path): .changedInTheWay(path)
        case .changedSince(let path): .changedSince(path)
        case .system(let path, let reason): .cannotWrite(path: path, reason: Foreign(reason))
        }
    }
}

extension PublishingError {
    fileprivate var phrase: Phrase {
        switch self {
        case .notOurs(let folder, let example):
            .notOurFolder(folder: folder, example: example)
        case .foreignFiles(let folder, let paths):
            .foreignFiles(folder: folder, paths: Array(paths.prefix(5)))
        case .changedFiles(let folder, let paths):
            paths.count > 5
                ? .changedFilesAndMore(
                    folder: folder, paths: paths.prefix(5).map { .quoted($0) } as [Phrase], count: paths.count - 5)
                : .changedFiles(folder: folder, paths: paths.map { .quoted($0) } as [Phrase])
        case .otherLibrary(let folder, let theirs): .folderOfOtherLibrary(folder: folder, id: theirs)
        case .special(let path): .specialInTheWay(path)
        case .sourceChanged(let path): .sourceChanged(path)
        case .impossiblePath(let path): .impossiblePath(path)
        case .busy(let folder): .folderIsBusy(folder)
        case .otherDrafts(let folder, hasDrafts: true): .folderHoldsDrafts(folder)
        case .otherDrafts(let folder, hasDrafts: false): .folderHoldsPublished(folder)
        case .damagedManifest(let name, let folder): .damagedManifest(name: name, folder: folder)
        case .notAFolder(let path): .notAFolder(path)
        case .unreadable(let error): error.phrase
        case .system(let operation, let path, let reason):
            .cannotDo(operation: operation.phrase, path: path, reason: Foreign(reason))
        }
    }
}

extension PublishingError.Operation {
    fileprivate var phrase: Phrase {
        switch self {
        case .open: .doOpen
        case .write: .doWrite
        case .remove: .doRemove
        case .makeFolder: .doMakeFolder
        }
    }
}
