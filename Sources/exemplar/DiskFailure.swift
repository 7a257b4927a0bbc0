import Disk

extension Failure {
    /// What people are told of an error that ended a command; nil if it is about how the command was called.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as ReadError: self.init(.disk, "error: cannot read ‘\(error.path)’: \(error.reason)")
        case let error as WriteError: self.init(.disk, "error: " + error.message)
        case let error as PublishingError: self.init(.disk, "error: " + error.message)
        default: return nil
        }
    }
}

extension WriteError {
    fileprivate var message: String {
        switch self {
        case .exists(let paths):
            "nothing is overwritten, and there is already " + paths.prefix(5).map { "‘\($0)’" }.joined(separator: ", ")
                + (paths.count > 5 ? " and \(paths.count - 5) more" : "")
        case .system(let path, let reason): "cannot write ‘\(path)’: \(reason)"
        }
    }
}

extension PublishingError {
    fileprivate var message: String {
        switch self {
        case .notOurs(let folder, let example):
            "‘\(folder)’ is not empty and was not made by exemplar (it has ‘\(example)’); choose an empty folder"
        case .foreignFiles(let folder, let paths):
            "‘\(folder)’ has files that exemplar did not write and would replace: "
                + paths.prefix(5).joined(separator: ", ") + "; move them away first"
        case .impossiblePath(let path): "‘\(path)’ cannot be written below the output folder"
        case .busy(let folder): "another build is writing into ‘\(folder)’; try again when it has ended"
        case .otherDrafts(let folder, hasDrafts: true):
            "‘\(folder)’ holds a site with drafts; choose another folder for the published one"
        case .otherDrafts(let folder, hasDrafts: false):
            "‘\(folder)’ holds the published site; choose another folder for the one with drafts"
        case .damagedManifest(let folder):
            "the \(Manifest.fileName) in ‘\(folder)’ cannot be read; restore it, or build into an empty folder"
        case .notAFolder(let path): "‘\(path)’ is not a folder"
        case .system(let operation, let path, let reason): "cannot \(operation) ‘\(path)’: \(reason)"
        }
    }
}
