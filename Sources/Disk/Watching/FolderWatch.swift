/// How changes come to be known.
package enum WatchMethod: Sendable {
    /// By the system (inotify).
    case system
    /// By looking again and again.
    case polling
}

/// Tells when something in a library's folders may have changed. Many changes at once are one.
package protocol FolderWatch: Sendable {
    /// The number of each burst of changes once it is over: 1, 2 and so on. Numbers may be left out if nobody asked
    /// for them meanwhile, and there may have been no change.
    var bursts: AsyncStream<Int> { get }
    var method: WatchMethod { get }

    /// Watches a folder too; to be called before the folder is listed, so that no change falls between.
    func add(_ folder: String)
    /// Watches none but these folders and the library's own from now on.
    func keep(_ folders: Set<String>)
    func stop()
}

/// - Parameters:
///   - folder: the library's.
///   - began: is told the number of a burst when it begins, on any thread, where the system tells of changes.
package func watch(folder: String, began: @escaping @Sendable (Int) -> Void) -> any FolderWatch {
    #if os(Linux)
        if let watch = InotifyWatch(folder: folder, began: began) { return watch }
    #endif
    return PollingWatch()
}

/// When a burst of changes is over: nothing has come for a while, or it has lasted too long.
struct Burst {
    /// Editors write a file in several steps, version control hundreds of files one after the other.
    static let quiet = Duration.milliseconds(30)
    static let longest = Duration.seconds(2)

    private let end: ContinuousClock.Instant
    private var quietEnd: ContinuousClock.Instant

    init(at first: ContinuousClock.Instant) {
        end = first + Self.longest
        quietEnd = first + Self.quiet
    }

    mutating func extend(at time: ContinuousClock.Instant) { quietEnd = time + Self.quiet }

    /// How long to wait for another change; nil once the burst is over.
    func rest(at time: ContinuousClock.Instant) -> Duration? {
        let rest = time.duration(to: min(end, quietEnd))
        return rest > .zero ? rest : nil
    }
}
