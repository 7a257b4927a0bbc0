import Content
import Diagnostics
import Foundation
import Site
import TestSupport
import Testing
import Text

@testable import Changes

/// A library in memory whose files a test changes.
struct Files {
    var files: [String: [UInt8]]

    init(_ tree: SourceTree) {
        files = Dictionary(tree.files.map { ($0.path, $0.bytes) }) { first, _ in first }
    }

    init(_ texts: [String: String]) { files = texts.mapValues { Array($0.utf8) } }

    var tree: SourceTree { SourceTree(files: files.map { SourceTree.File(path: $0, bytes: $1) }) }

    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

    /// With one text in one file replaced, which must be there once.
    func replacing(_ old: String, with new: String, in path: String) -> Files? {
        let parts = text(path).parts(between: old)
        guard parts.count == 2 else { return nil }
        var copy = self
        copy.files[path] = Array((parts[0] + new + parts[1]).utf8)
        return copy
    }
}

extension String {
    fileprivate func parts(between separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}

/// Reads libraries again and again, each time only what has changed.
actor Reader {
    private var memory = ReadMemory()

    func library(_ tree: SourceTree) async -> Library {
        var problems: [Diagnostic] = []
        var memory = memory
        let raw = await Content.read(
            tree, Configuration(of: tree, diagnostics: &problems), includesDrafts: true, jobs: 2, memory: &memory,
            diagnostics: &problems)
        self.memory = memory
        return await check(raw, jobs: 2, diagnostics: &problems)
    }
}

extension LibraryChanges {
    init(from old: Files, to new: Files) async {
        func planned(_ files: Files) async -> PlannedSite { await PlannedSite(files.tree, options: BuildOptions()) }
        self.init(
            from: await ComparedLibrary(name: "old", planned: await planned(old), jobs: 2),
            to: await ComparedLibrary(name: "new", planned: await planned(new), jobs: 2))
    }

    /// All of them, a line each.
    var lines: [String] {
        records.lines + addresses.map { "address \($0.path)" + ($0.target.map { " → \($0)" } ?? " is gone") }
            + files.map { "file \($0.path) \($0.change.rawValue)" }
    }
}

extension [RecordChange] {
    /// A line for each record that was added, removed or renamed, and for each change of a field:
    /// `practice panjin/three-grids: steps 5 by (en): old → new`.
    var lines: [String] {
        flatMap { change -> [String] in
            let name = "\(change.kind.name) \(change.id)".trimmed
            let publication = change.publication.map { " [\($0.rawValue)]" } ?? ""
            let fields = change.fields.map { "\(name): \($0.line)" }
            return switch change.change {
            case .added: ["\(name) added\(publication)"] + fields
            case .removed: ["\(name) removed\(publication)"] + fields
            case .renamed(let from): ["\(name) renamed from \(from)\(publication)"] + fields
            case .changed: (publication.isEmpty ? [] : ["\(name) is changed\(publication)"]) + fields
            }
        }
    }
}

extension FieldChange {
    fileprivate var line: String {
        let place = path.map { step -> String in
            switch step.item {
            case nil: step.field.labelKey
            case .name(let name): "\(step.field.labelKey) \(name)"
            case .position(let number): "\(step.field.labelKey) \(number)"
            }
        }
        func text(_ said: [Said]) -> String {
            said.map { said in
                let keys = said.fields.map(\.labelKey) + (said.language.map { [$0] } ?? [])
                return keys.isEmpty ? said.text : "\(keys.joined(separator: ".")) = \(said.text)"
            }.joined(separator: "; ")
        }
        let edit =
            switch self.edit {
            case .added(let said): "+ \(text(said))"
            case .removed(let said): "- \(text(said))"
            case .changed(let old, let new): "\(old) → \(new)"
            case .moved(let from, let to, let said): "\(text(said)) moved from \(from) to \(to)"
            }
        return place.joined(separator: " ") + (language.map { " (\($0))" } ?? "") + ": "
            + edit.replacing("\n", with: "⏎")
    }
}

extension String {
    fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}

/// Whether expected texts are written rather than compared.
let isRecording = ProcessInfo.processInfo.environment["EXEMPLAR_RECORD"] == "1"

/// Compares a text with the one in a file of Fixtures.
func expect(_ text: String, in name: String) throws {
    let file = Repository.folder.appending(path: "Tests/ChangesTests/Fixtures/" + name)
    if isRecording { try text.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try text == String(contentsOf: file, encoding: .utf8))
}
