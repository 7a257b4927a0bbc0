import ArgumentParser
import Content
import Diagnostics
import Disk
import Text

/// What whoever publishes into a folder allows.
struct PublishingFlags: ParsableArguments {
    @Flag(help: .say(.optionTakeOver))
    var takeOver = false

    @Flag(help: .say(.optionForce))
    var force = false

    @Flag(help: .say(.optionNoSync))
    var noSync = false

    var options: PublishingOptions {
        var options = PublishingOptions()
        options.takesOver = takeOver
        options.force = force
        options.syncs = !noSync
        return options
    }
}

extension SourceOptions {
    /// A file that a command writes, which may be neither one of the library nor one that somebody else wrote.
    func ownFile(_ path: String, _ format: OwnFile.Format) throws -> OwnFile {
        let target = resolvedPath(path)
        let root = resolvedPath(source)
        guard
            target == root + "/" + Configuration.fileName
                || SourceTree.folders.contains(where: { target.hasPrefix(root + "/" + $0 + "/") })
        else { return try OwnFile(path, format) }
        throw Failure(.usage, .isOfLibrary(path))
    }
}
