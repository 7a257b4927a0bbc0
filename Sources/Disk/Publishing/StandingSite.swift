import Parallel

/// The manifest of a site that publishing would leave as it is: it was made from the same with as many problems, and each of its files is there as it was
/// written. Every file is read, since its size and date would not tell.
///
/// Nil where anything is otherwise, or cannot be read; ``publish(_:to:as:leftovers:options:jobs:)`` then does what is right.
package func standingSite(in path: String, from origin: SiteOrigin, jobs: Int) async -> Manifest? {
    let folder = OutputFolder(path: path)
    guard StagingPlace.all(for: folder).allSatisfy({ fileKind($0.path) == nil }),
        let manifest = try? folder.contents(of: folder.form.fileName).flatMap({ folder.form.read($0) }),
        manifest.origin == origin,
        manifest.paths.parentFolders.allSatisfy(folder.isRealFolder)
    else { return nil }
    let stands = await manifest.paths.parallelMap(jobs: jobs) { path in
        guard isSafe(path), let bytes = try? folder.contents(of: path) else { return false }
        return manifest.hashes[path] == Manifest.hash(bytes)
    }
    return stands.allSatisfy(\.self) ? manifest : nil
}
