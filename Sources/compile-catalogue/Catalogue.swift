/// The diagnostics of the program as the files of `Sources/Diagnostics/Catalogue/` declare them.
///
/// Each folder there is a language, named by its tag. The first, `en`, declares: ids, severities, sentences with their
/// holes, and an example of each. Another one says all of it in its own words.
struct Catalogue {
    /// The language that declares what there is.
    static let firstLanguage = "en"

    /// One file: what belongs to one part of the program.
    struct Room {
        var path: String
        var title: String
        /// Sentences that no single diagnostic owns, such as “did you mean ‘…’?”.
        var sentences: [Sentence] = []
        var diagnostics: [Diagnostic] = []
    }

    struct Diagnostic {
        var id: String
        /// `error` or `warning`.
        var severity: String
        /// The problem in one line.
        var title: String
        /// Why it is a problem.
        var reason: String
        /// How to fix it.
        var remedy: String
        var sentences: [Sentence] = []
        var examples: [Example] = []
        var line: Int
    }

    struct Sentence: Equatable {
        enum Role: String, CaseIterable {
            case message, hint, note, phrase
            /// What another program says, in its own words: a parser, the system.
            case foreign
        }

        var role: Role
        /// The Swift name by which it is reported.
        var name: String
        /// The sentence with its holes in braces: unknown key ‘{key}’.
        var template: String
        var line: Int

        /// The names in braces, in the order in which they first stand.
        var holes: [String] {
            var found: [String] = []
            for part in parts { if case .hole(let name) = part, !found.contains(name) { found.append(name) } }
            return found
        }
    }

    /// A library that has the problem, and what the program says of it.
    struct Example: Equatable {
        struct File: Equatable {
            var path: String
            var bytes: [UInt8]
        }

        /// What is put over a new library, as `exemplar init` makes it.
        var files: [File]
        /// What is run there, such as `check --drafts`.
        var arguments: [String]
        /// What it prints of this diagnostic; the same library may have other problems.
        var report: String
    }

    var rooms: [Room]

    var diagnostics: [Diagnostic] { rooms.flatMap(\.diagnostics) }

    /// A sentence with the diagnostic it belongs to and the file it stands in.
    struct Entry {
        var sentence: Sentence
        var owner: String?
        var path: String
    }

    /// In the order of the files.
    var sentences: [Entry] {
        rooms.flatMap { room in
            room.sentences.map { Entry(sentence: $0, path: room.path) }
                + room.diagnostics.flatMap { diagnostic in
                    diagnostic.sentences.map { Entry(sentence: $0, owner: diagnostic.id, path: room.path) }
                }
        }
    }
}

extension Catalogue.Sentence {
    enum Part: Equatable {
        case text(String)
        case hole(String)
    }

    /// A brace opens a hole only before a name and a closing brace; any other stands for itself.
    var parts: [Part] {
        var parts: [Part] = []
        var text = ""
        var rest = template[...]
        while let character = rest.popFirst() {
            let name = rest.prefix { $0.isASCII && $0.isLetter }
            guard character == "{", !name.isEmpty, rest.dropFirst(name.count).first == "}" else {
                text.append(character)
                continue
            }
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
            parts.append(.hole(String(name)))
            rest = rest.dropFirst(name.count + 1)
        }
        if !text.isEmpty { parts.append(.text(text)) }
        return parts
    }
}
