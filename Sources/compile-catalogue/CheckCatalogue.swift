extension Catalogue {
    /// Reads the files of one language.
    ///
    /// - Parameter files: their paths and texts, in the order in which they are documented.
    init(parsing files: [(path: String, text: String)]) throws(CatalogueError) {
        rooms = []
        var names: Set<String> = []
        for (path, text) in files {
            let room = try Room(parsing: text, path: path)
            for diagnostic in room.diagnostics {
                guard diagnostic.id.split(separator: "-", omittingEmptySubsequences: false).allSatisfy(\.isWord) else {
                    throw CatalogueError(
                        path: path, line: diagnostic.line, message: "‘\(diagnostic.id)’ is not written-like-this")
                }
                guard names.insert("diagnostic \(diagnostic.id)").inserted else {
                    throw CatalogueError(path: path, line: diagnostic.line, message: "‘\(diagnostic.id)’ appears twice")
                }
            }
            for sentence in room.sentences + room.diagnostics.flatMap(\.sentences)
            where !names.insert("\(sentence.role) \(sentence.name)").inserted {
                throw CatalogueError(
                    path: path, line: sentence.line, message: "the \(sentence.role) ‘\(sentence.name)’ appears twice")
            }
            if let shared = room.sentences.first(where: { $0.role == .message }) {
                throw CatalogueError(path: path, line: shared.line, message: "a message belongs to a diagnostic")
            }
            rooms.append(room)
        }
    }

    /// Refuses a translation that has what this catalogue has not, has it with other holes, or lacks something.
    func check(_ translation: Catalogue, in language: String) throws(CatalogueError) {
        let own = Dictionary(uniqueKeysWithValues: diagnostics.map { ($0.id, $0.severity) })
        for room in translation.rooms {
            for diagnostic in room.diagnostics where own[diagnostic.id] != diagnostic.severity {
                throw CatalogueError(
                    path: room.path, line: diagnostic.line,
                    message: own[diagnostic.id].map { "‘\(diagnostic.id)’ is of severity \($0)" }
                        ?? "there is no diagnostic ‘\(diagnostic.id)’")
            }
        }
        let originals = Dictionary(uniqueKeysWithValues: sentences.map { ($0.key, $0.sentence) })
        for entry in translation.sentences {
            guard let original = originals[entry.key] else {
                throw entry.failure("there is no \(entry.name) of ‘\(entry.owner ?? "several")’")
            }
            guard Set(original.holes) == Set(entry.sentence.holes) else {
                throw entry.failure("the \(entry.name) has the holes \(original.holes), not \(entry.sentence.holes)")
            }
        }
        let translated = Set(translation.sentences.map(\.key))
        if let missing = sentences.first(where: { !translated.contains($0.key) }) {
            throw missing.failure("the \(missing.name) is not said in ‘\(language)’")
        }
        let explained = Set(translation.diagnostics.map(\.id))
        for room in rooms {
            for diagnostic in room.diagnostics where !explained.contains(diagnostic.id) {
                throw CatalogueError(
                    path: room.path, line: diagnostic.line,
                    message: "‘\(diagnostic.id)’ is not explained in ‘\(language)’")
            }
        }
    }
}

extension Catalogue.Entry {
    fileprivate var name: String { "\(sentence.role) ‘\(sentence.name)’" }
    /// What is the same in every language.
    var key: [String] { [owner ?? "", sentence.role.rawValue, sentence.name] }

    fileprivate func failure(_ message: String) -> CatalogueError {
        CatalogueError(path: path, line: sentence.line, message: message)
    }
}

extension Substring {
    fileprivate var isWord: Bool { !isEmpty && utf8.allSatisfy { (0x61...0x7A).contains($0) } }
}
