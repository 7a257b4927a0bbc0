import Text

/// What is wrong with a path on some of the systems that a pack is carried to.
package enum PathProblem: Equatable, Sendable {
    /// Of a file or folder on the way.
    case name(NameFault)
    /// A path that leaves no room for the folder it is copied to.
    case long(characters: Int, limit: Int)
    /// The same name on a system that ignores case, or spelt with other code points.
    case twin(String)
}

/// Every path that some system does not take, in the order of the paths.
package func pathProblems(of paths: [String]) -> [(path: String, problem: PathProblem)] {
    var twins = PathTwins()
    var problems: [(path: String, problem: PathProblem)] = []
    for path in paths.sorted() {
        // Windows opens paths of 259 UTF-16 units; this leaves 79 for the folder that the pack lies in.
        if path.utf16.count > 180 { problems.append((path, .long(characters: path.utf16.count, limit: 180))) }
        problems += path.pathParts.compactMap(\.nameFault).map { (path, .name($0)) }
        if let twin = twins.insert(path) { problems.append((path, .twin(twin))) }
    }
    return problems
}
