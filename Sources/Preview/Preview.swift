import Content
import Diagnostics
import Disk
import Site
import Synchronization
import Text

/// A library that is read again whenever it changes, and its site, which is always that of the files as they are, or
/// the last one without errors.
package final class Preview: Sendable {
    package struct Settings: Sendable {
        package let folder: String
        package var build: BuildOptions
        /// How files are opened from pages.
        package var editor: EditorProgram
        /// Checks files that are no part of the site.
        package var checkFiles: @Sendable (SourceTree, inout [Diagnostic]) -> Void = { _, _ in }
        /// In which problems are told.
        package var language: DiagnosticLanguage

        package init(
            folder: String, build: BuildOptions, editor: EditorProgram = .none, language: DiagnosticLanguage
        ) {
            (self.folder, self.build, self.editor, self.language) = (folder, build, editor, language)
            root = resolvedPath(folder)
        }

        /// The folder as an editor's program has to be told of it.
        private let root: String

        /// Opens a file of the library in the editor's program.
        func href(_ path: String, line: Int = 1, column: Int = 1) -> String? {
            editor.href(root + "/" + path, line: line, column: column)
        }
    }

    let settings: Settings
    let events = Events()
    private let reader: LibraryReader
    private let shared = Mutex(Shared())

    private struct Shared {
        var state = PreviewState()
        /// The last burst of changes that has begun, and the last that was read.
        var begun = 0
        var read = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    package init(_ settings: Settings) {
        self.settings = settings
        reader = LibraryReader(settings)
    }

    var state: PreviewState { shared.withLock { $0.state } }

    /// The state once the changes that have begun are read: a page that is asked for right after a file was saved
    /// shows what was saved.
    func settled() async -> PreviewState {
        // While changes never end, an answer that is some changes old is better than none.
        for _ in 0..<4 where shared.withLock({ $0.begun > $0.read }) {
            await withCheckedContinuation { continuation in
                let isSettled = shared.withLock { shared in
                    if shared.begun > shared.read { shared.waiting.append(continuation) }
                    return shared.begun <= shared.read
                }
                if isSettled { continuation.resume() }
            }
        }
        return state
    }

    /// Is told when a burst of changes begins.
    package func begin(burst: Int) { shared.withLock { $0.begun = max($0.begun, burst) } }

    /// Reads the library as it is now; nil if it is as it was.
    ///
    /// - Parameters:
    ///   - burst: the changes after which it is read.
    ///   - watch: is told which folders to watch.
    @discardableResult
    package func refresh(burst: Int = 0, watch: (any FolderWatch)? = nil) async -> Change? {
        let change = await reader.read(after: state, watch: watch)
        let waiting = shared.withLock { shared in
            if let state = change?.state { shared.state = state }
            shared.read = max(shared.read, burst)
            defer { shared.waiting = [] }
            return shared.waiting
        }
        for continuation in waiting { continuation.resume() }
        guard let change else { return nil }
        events.send(generation: change.state.generation)
        return change.told
    }
}

/// Keeps what is known of the last change for the next. Changes do not overlap: the one loop that reads them waits for
/// each, here as in tests.
private actor LibraryReader {
    private let settings: Preview.Settings
    private var scanner = LibraryScanner()
    private var memory = BuildMemory()
    private var tree = SourceTree(files: [])

    init(_ settings: Preview.Settings) { self.settings = settings }

    /// The state after a change, and what to tell of it; nil if nothing changed.
    func read(after state: PreviewState, watch: (any FolderWatch)?) async -> (state: PreviewState, told: Change)? {
        let start = ContinuousClock.now
        var state = state
        let old = tree
        var failure = libraryRefusal(settings.folder)?.text(in: settings.language)
        if failure == nil {
            do {
                tree = try await scan(watch)
            } catch {
                failure = error.phrase.text(in: settings.language)
            }
        }
        let paths = changedPaths(from: old, to: tree)
        guard state.generation == 0 || !paths.isEmpty || failure != state.failure else { return nil }
        state.failure = failure
        if failure == nil, state.planned == nil || !paths.isEmpty {
            var memory = memory
            self.memory = BuildMemory()
            let planned = await PlannedSite(
                tree, options: settings.build, memory: &memory, checkFiles: settings.checkFiles)
            self.memory = memory
            state.planned = planned
            let problems = DiagnosticWriter(planned.tree, language: settings.language).resolve(planned.diagnostics)
            state.problems = EditorProblems(
                problems.map {
                    let start = $0.place.start
                    return EditorProblem(
                        $0, href: settings.href($0.place.path, line: start.line, column: start.column))
                }, languages: planned.site.library.languages)
            if state.errors == 0 { state.good = ServedSite(planned, jobs: settings.build.jobs) }
        }
        state.generation += 1
        state.milliseconds = start.duration(to: .now) / .milliseconds(1)
        return (state, Change(state, paths: paths))
    }

    /// A file may go while the folder is read: then it is read again.
    private func scan(_ watch: (any FolderWatch)?) async throws(ReadError) -> SourceTree {
        var tries = 5
        while true {
            var folders: Set<String> = []
            do throws(ReadError) {
                let tree = try scanner.scan(folder: settings.folder) { folder in
                    watch?.add(folder)
                    folders.insert(folder)
                }
                watch?.keep(folders)
                return tree
            } catch {
                tries -= 1
                guard tries > 0, fileKind(error.path) == nil else { throw error }
            }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }
}

/// The paths of the files that only one of two trees has, or that differ.
func changedPaths(from old: SourceTree, to new: SourceTree) -> [String] {
    var paths: [String] = []
    var (left, right) = (old.files[...], new.files[...])
    while let next = [left.first?.path, right.first?.path].compactMap(\.self).min(by: {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
    }) {
        let before = left.first.flatMap { $0.path == next ? $0 : nil }
        let after = right.first.flatMap { $0.path == next ? $0 : nil }
        if before != after { paths.append(next) }
        if before != nil { left = left.dropFirst() }
        if after != nil { right = right.dropFirst() }
    }
    return paths
}
