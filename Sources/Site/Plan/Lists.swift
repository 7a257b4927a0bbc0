import Content
import Synchronization

/// Long lists, each worked out once for all pages on which a part of it stands.
final class Lists: Sendable {
    private let shared: SharedLibrary
    private let known = Mutex<[Key: any Sendable]>([:])

    /// What is listed.
    enum Key: Hashable {
        /// The entries of a page in parts, in a language or in all.
        case page(PageName, language: Int = 0)
        /// The practices of something.
        case practices(PracticeOwner)
        /// How many these are, in words.
        case count(PracticeOwner, language: Int)
        /// Where each letter begins in the list by letters.
        case letters(language: Int)
    }

    init(_ shared: SharedLibrary) { self.shared = shared }

    func list<Entry: Sendable>(_ key: Key, _ entries: (SharedLibrary) -> [Entry]) -> [Entry] {
        if let list = known.withLock({ $0[key] }) as? [Entry] { return list }
        // Two threads may work it out at once; both find the same.
        let list = entries(shared)
        known.withLock { $0[key] = list }
        return list
    }
}
