#if os(Linux)
    import Foundation
    import Synchronization
    import Text

    #if canImport(Glibc)
        import Glibc
    #else
        import Musl
    #endif

    /// Watches folders by the kernel's word (inotify(7)), on a thread of its own.
    ///
    /// A file counts as changed when it is closed, moved, removed or linked; while files are written a burst goes on. What
    /// exactly happened does not matter: the library is scanned afterwards.
    final class InotifyWatch: FolderWatch {
        let bursts: AsyncStream<Int>
        let method = WatchMethod.system
        private let continuation: AsyncStream<Int>.Continuation
        private let began: @Sendable (Int) -> Void
        private let descriptor: Int32
        /// Ends the thread when it is closed.
        private let stopping: Int32
        private let stopped: Int32
        private let folder: String
        /// The kernel's numbers of the watched folders, by path.
        private let watches: Mutex<[String: Int32]>
        /// Whether there is a folder that the system would not watch.
        private let hasUnwatched = Atomic(false)

        private static let mask = UInt32(
            IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
                | IN_ATTRIB | IN_MODIFY)

        /// What events say.
        private enum News { case none, writing, change }

        /// Nil if the system has no more watches to give.
        init?(folder: String, began: @escaping @Sendable (Int) -> Void) {
            descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
            guard descriptor >= 0 else { return nil }
            var ends: [Int32] = [-1, -1]
            let root = inotify_add_watch(descriptor, folder, Self.mask)
            guard root >= 0, pipe(&ends) == 0 else {
                close(descriptor)
                return nil
            }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            (stopped, stopping, self.began, self.folder) = (ends[0], ends[1], began, folder)
            watches = Mutex([folder: root])
            (bursts, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
            let thread = Thread { [self] in run() }
            thread.name = "inotify"
            thread.start()
        }

        func add(_ folder: String) {
            watches.withLock { watches in
                let watch = inotify_add_watch(descriptor, folder, Self.mask)
                guard watch >= 0 else {
                    // A folder that has just gone needs no watching.
                    if errno != ENOENT { hasUnwatched.store(true, ordering: .relaxed) }
                    return
                }
                let old = watches.updateValue(watch, forKey: folder)
                // The folder that stood here before was moved away.
                if let old, old != watch, !watches.values.contains(old) { inotify_rm_watch(descriptor, old) }
            }
        }

        func keep(_ folders: Set<String>) {
            watches.withLock { watches in
                // A folder that was moved keeps its watch under another name.
                let folders = folders.union([self.folder])
                let kept = Set(watches.filter { folders.contains($0.key) }.values)
                for (folder, watch) in watches where !folders.contains(folder) {
                    if !kept.contains(watch) { inotify_rm_watch(descriptor, watch) }
                    watches[folder] = nil
                }
            }
        }

        func stop() { close(stopping) }

        /// Whether one has to look, since there is a folder that is not watched: the system would not, or the library's own
        /// has gone, and its place is not known to be taken before somebody looks.
        private var isBlind: Bool {
            hasUnwatched.load(ordering: .relaxed) || watches.withLock { $0[folder] == nil }
        }

        private func run() {
            defer {
                continuation.finish()
                close(descriptor)
                close(stopped)
            }
            var number = 0
            // With an end to each wait, since it may turn out meanwhile that one has to look.
            while wait(PollingWatch.interval) {
                let hasChanges = readNews() == .change
                guard hasChanges || isBlind else { continue }
                number += 1
                if hasChanges { began(number) }
                var burst = Burst(at: .now)
                while let rest = burst.rest(at: .now) {
                    guard wait(rest) else { return }
                    if readNews() != .none { burst.extend(at: .now) }
                }
                continuation.yield(number)
            }
        }

        /// Waits for events, at most for a time; false once the watch is stopped.
        private func wait(_ time: Duration) -> Bool {
            var sources = [descriptor, stopped].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            poll(&sources, 2, Int32(max(1, time / .milliseconds(1))))
            return sources[1].revents == 0
        }

        /// Takes all events that wait.
        private func readNews() -> News {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            var news = News.none
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                guard count > 0 else { return news }
                buffer.withUnsafeBytes { bytes in
                    var offset = 0
                    while offset < count {
                        let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                        offset += MemoryLayout<inotify_event>.size
                        let name = bytes[offset..<offset + Int(event.len)].prefix { $0 != 0 }
                        offset += Int(event.len)
                        switch self.news(of: event, String(decoding: name, as: UTF8.self)) {
                        case .none: break
                        case .writing: if news == .none { news = .writing }
                        case .change: news = .change
                        }
                    }
                }
            }
        }

        private func news(of event: inotify_event, _ name: String) -> News {
            func has(_ kind: Int) -> Bool { event.mask & UInt32(kind) != 0 }
            if has(Int(IN_Q_OVERFLOW)) { return .change }
            if has(Int(IN_IGNORED)) { forget(event.wd) }
            if has(Int(IN_IGNORED)) || isOfTool(name) { return .none }
            let root = watches.withLock { $0[folder] }
            // Its watch goes with it, and what comes in its place has none.
            if event.wd == root, has(Int(IN_MOVE_SELF)) {
                inotify_rm_watch(descriptor, event.wd)
                forget(event.wd)
                return .change
            }
            // Beside the settings and the folders of the library there may be anything.
            if event.wd == root, !name.isEmpty, name != SourceTree.settingsName, !SourceTree.folders.contains(name) {
                return .none
            }
            return has(Int(IN_MODIFY)) || has(Int(IN_CREATE)) && isUnwritten(event.wd, name) ? .writing : .change
        }

        private func forget(_ watch: Int32) { watches.withLock { $0 = $0.filter { $0.value != watch } } }

        /// Whether a file was made but nothing is in it yet: it counts when it is closed.
        private func isUnwritten(_ watch: Int32, _ name: String) -> Bool {
            let folder = watches.withLock { $0.first { $0.value == watch }?.key }
            var status = stat()
            guard let folder, lstat(folder + "/" + name, &status) == 0 else { return false }
            return status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
        }
    }
#endif
