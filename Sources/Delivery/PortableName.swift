import Text

/// What is wrong with a path on some of the systems that a pack is carried to: FAT, exFAT and NTFS, and Linux
/// desktops with encrypted home folders.
package enum NameProblem: Equatable, Sendable {
    /// A character that Windows refuses.
    case character(Character)
    /// `con`, `aux`, `com1` and the like are devices on Windows, with any extension.
    case device(String)
    /// Windows drops a dot or a space at the end of a name.
    case endsWith(Character)
    /// A name of more bytes than an encrypted home folder takes.
    case longName(bytes: Int, limit: Int)
    /// A path that leaves no room for the folder it is copied to.
    case longPath(characters: Int, limit: Int)
    /// The same name on a system that ignores case, or spelt with other code points.
    case twin(String)
}

/// Every path that some system does not take, in the order of the paths.
package func nameProblems(of paths: [String]) -> [(path: String, problem: NameProblem)] {
    var twins = PathTwins()
    var problems: [(path: String, problem: NameProblem)] = []
    for path in paths.sorted() {
        // Windows opens paths of 259 UTF-16 units; this leaves 79 for the folder that the pack lies in.
        if path.utf16.count > 180 { problems.append((path, .longPath(characters: path.utf16.count, limit: 180))) }
        for name in path.pathParts {
            if let problem = nameProblem(of: name) { problems.append((path, problem)) }
        }
        if let twin = twins.insert(path) { problems.append((path, .twin(twin))) }
    }
    return problems
}

private func nameProblem(of name: Substring) -> NameProblem? {
    if let character = name.first(where: { "<>:\"|?*\\".contains($0) || ($0.asciiValue ?? 32) < 32 }) {
        return .character(character)
    }
    let stem = name.prefix { $0 != "." }.lowercased()
    let isNumbered = stem.count == 4 && ["com", "lpt"].contains(stem.prefix(3)) && ("1"..."9").contains(stem.suffix(1))
    if isNumbered || ["con", "prn", "aux", "nul"].contains(stem) { return .device(stem) }
    if let last = name.last, last == "." || last == " " { return .endsWith(last) }
    // ext4 and NTFS take 255; eCryptfs, which encrypts home folders of UOS and Kylin, takes 143.
    return name.utf8.count > 143 ? .longName(bytes: name.utf8.count, limit: 143) : nil
}
