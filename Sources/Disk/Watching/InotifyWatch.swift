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
    /// A file counts as changed when it is closed, and while files are written a burst goes on, so that one that is half
    /// saved is not read. What exactly happened does not matter: the library is scanned afterwards.
    final class InotifyWatch: FolderWatch {
        let bursts: AsyncStream<Int>
        let method = WatchMethod.system
        private let continuation: AsyncStream<Int>.Continuation
        private let began: @Sendable (Int) -> Void
        private let descriptor: Int32
        /// Ends the thread when it is closed.
        private let stopping: Int32
        private let stopped: Int32
        private let root: Int32
        private let watches = Mutex<[String: Int32]>([:])
        /// Whether there is a folder that the system would not watch, so that one has to look.
        private let isBlind = Atomic(false)

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
            root = inotify_add_watch(descriptor, folder, Self.mask)
            guard root >= 0, pipe(&ends) == 0 else {
                close(descriptor)
                return nil
            }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            (stopped, stopping, self.began) = (ends[0], ends[1], began)
            (bursts, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
            let thread = Thread { [self] in run() }
            thread.name = "inotify"
            thread.start()
        }

        func add(_ folder: String) {
            let watch = inotify_add_watch(descriptor, folder, Self.mask)
            guard watch >= 0 else {
                // A folder that has just gone needs no watching.
                if errno != ENOENT { isBlind.store(true, ordering: .relaxed) }
                return
            }
            watches.withLock { $0[folder] = watch }
        }

        func keep(_ folders: Set<String>) {
            watches.withLock { watches in
                // A folder that was moved keeps its watch under another name.
                let kept = Set(watches.filter { folders.contains($0.key) }.values).union([root])
                for (folder, watch) in watches where !folders.contains(folder) {
                    if !kept.contains(watch) { inotify_rm_watch(descriptor, watch) }
                    watches[folder] = nil
                }
            }
        }

        func stop() { close(stopping) }

        private func run() {
            defer {
                continuation.finish()
                close(descriptor)
                close(stopped)
            }
            var number = 0
            while wait(isBlind.load(ordering: .relaxed) ? PollingWatch.interval : nil) {
                let hasChanges = readNews() == .change
                guard hasChanges || isBlind.load(ordering: .relaxed) else { continue }
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
        private func wait(_ time: Duration?) -> Bool {
            var sources = [descriptor, stopped].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            let milliseconds = time.map { Int32(max(1, $0 / .milliseconds(1))) }
            poll(&sources, 2, milliseconds ?? -1)
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
            if has(Int(IN_IGNORED)) || isOfTool(name) { return .none }
            // Beside the settings and the folders of the library there may be anything.
            if event.wd == root, !name.isEmpty, name != SourceTree.settingsName, !SourceTree.folders.contains(name) {
                return .none
            }
            return has(Int(IN_MODIFY)) || has(Int(IN_CREATE)) && isUnwritten(event.wd, name) ? .writing : .change
        }

        /// Whether a file was made but nothing is in it yet: it counts when it is closed.
        private func isUnwritten(_ watch: Int32, _ name: String) -> Bool {
            let folder = watches.withLock { $0.first { $0.value == watch }?.key }
            var status = stat()
            guard let folder, lstat(folder + "/" + name, &status) == 0 else { return false }
            return status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
        }
    }
#endif
