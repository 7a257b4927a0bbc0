import Synchronization
import Text

/// What stands around the pages of one kind in one folder: head, menus and foot, with the same words and addresses on each.
///
/// The compiler of templates joins stretches in which nothing else is asked for (``ViewField/ofSurroundings``). The first
/// page writes them, the others copy the bytes.
final class Surroundings: Sendable {
    /// By the stretch of a template.
    private let written = Mutex<[ObjectIdentifier: [UInt8]]>([:])

    struct Key: Hashable {
        var language: Int
        /// Addresses are relative to it.
        var folder: Substring
        var kind: PageName
        /// Of a page that stands in the menu: its own link is another.
        var item: PageID?
        /// Whether addresses begin at the root of the web site.
        var isShownAnywhere: Bool
    }

    /// How many are kept: pages are written folder by folder, and a library may have thousands of folders.
    static let limit = 256

    /// Writes a stretch, which the first page makes.
    func write(_ stretch: ObjectIdentifier, to output: inout HTMLOutput, make: () -> HTMLOutput) {
        if let bytes = written.withLock({ $0[stretch] }) { return output.write(html: bytes) }
        let bytes = make().bytes
        written.withLock { $0[stretch] = bytes }
        output.write(html: bytes)
    }
}

extension Site {
    func surroundings(_ key: Surroundings.Key) -> Surroundings {
        surroundings.withLock { known in
            if let surroundings = known[key] { return surroundings }
            if known.count == Surroundings.limit { known = [:] }
            let surroundings = Surroundings()
            known[key] = surroundings
            return surroundings
        }
    }
}
