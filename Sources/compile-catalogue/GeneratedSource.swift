/// Writes the Swift that the program is compiled with: an enum of the ids, a function for each sentence, whose
/// parameters are its holes, and the texts of each language.
struct GeneratedSource {
    let catalogue: Catalogue
    /// The languages after the first, by the names of their folders.
    let translations: [(language: String, catalogue: Catalogue)]

    var text: String {
        """
        // Made from Sources/Diagnostics/Catalogue by compile-catalogue.

        import Text

        /// The languages in which the program speaks, by their BCP 47 tags.
        package enum DiagnosticLanguage: String, CaseIterable, Sendable, Hashable {
            case \(languages.map { languageCase($0.tag) }.joined(separator: ", "))

            var texts: CatalogueTexts {
                switch self {
        \(languages.map { "        case .\(camelCase($0.tag)): \(camelCase($0.tag))Texts\n" }.joined())        }
            }
        }

        /// The stable ids of all problems the program can report.
        ///
        /// An id never changes its meaning; editors filter by it and `exemplar explain` tells about it.
        package enum DiagnosticCode: String, CaseIterable, Sendable, Hashable {
        \(catalogue.diagnostics.map { "    /// \($0.title).\n    case \(camelCase($0.id)) = \(literal($0.id))\n" }.joined())
            /// Warnings leave the site usable; errors would make it wrong.
            package var severity: Severity {
                switch self {
                case \(codes("error")): .error
                case \(codes("warning")): .warning
                }
            }
        }

        \(functions(.message, of: "Diagnostic.Message"))
        \(functions(.hint, of: "Diagnostic.Hint"))
        \(functions(.note, of: "Diagnostic.Note"))
        \(functions(.phrase, of: "Phrase"))
        /// The numbers of the sentences of other programs.
        let foreignSentences = [\(foreign.map(String.init).joined(separator: ", "))]

        \(languages.map { "let \(camelCase($0.tag))Texts = \(texts($0.catalogue))\n" }.joined())
        """
    }

    private var languages: [(tag: String, catalogue: Catalogue)] {
        [(Catalogue.firstLanguage, catalogue)] + translations
    }

    private func languageCase(_ tag: String) -> String {
        camelCase(tag) == tag ? tag : "\(camelCase(tag)) = \(literal(tag))"
    }

    private var foreign: [Int] {
        catalogue.sentences.enumerated().filter { $0.element.sentence.role == .foreign }.map(\.offset)
    }

    private func codes(_ severity: String) -> String {
        catalogue.diagnostics.filter { $0.severity == severity }.map { "." + camelCase($0.id) }
            .joined(separator: ", ")
    }

    // MARK: Functions

    private func functions(_ role: Catalogue.Sentence.Role, of type: String) -> String {
        let functions = catalogue.sentences.enumerated().compactMap { number, entry in
            entry.sentence.role == role ? function(entry.sentence, number, owner: entry.owner) : nil
        }
        return "extension \(type) {\n\(functions.joined())}\n"
    }

    /// One hole needs no label: the name of the sentence says what it is.
    private func function(_ sentence: Catalogue.Sentence, _ number: Int, owner: String?) -> String {
        let holes = sentence.holes
        var parameters = holes.map { "\(holes.count == 1 ? "_ " : "")\($0): some SentenceArgument" }
        if sentence.role == .note { parameters.append("at span: SourceSpan") }
        let arguments = holes.isEmpty ? "" : ", [\(holes.map { "\($0).argument" }.joined(separator: ", "))]"
        let made = "Sentence(\(number)\(arguments))"
        let value =
            switch sentence.role {
            case .message: "Self(code: .\(camelCase(owner ?? "")), sentence: \(made))"
            case .note: "Self(message: \(made), span: span)"
            default: "Self(sentence: \(made))"
            }
        let head =
            parameters.isEmpty
            ? "var \(escaped(sentence.name)): Self"
            : "func \(escaped(sentence.name))(\(parameters.joined(separator: ", "))) -> Self"
        let comment = sentence.template.replacing("\n", with: "\n    /// ")
        return "    /// \(comment)\n    package static \(head) { \(value) }\n"
    }

    // MARK: Texts

    /// In the order of the first language, whatever the order of this one; it says all that the first one does.
    private func texts(_ language: Catalogue) -> String {
        let explanations = Dictionary(uniqueKeysWithValues: language.diagnostics.map { ($0.id, explanation($0)) })
        let sentences = Dictionary(uniqueKeysWithValues: language.sentences.map { ($0.key, $0.sentence) })
        return "CatalogueTexts(\n    explanations: [\n"
            + catalogue.diagnostics.map { "        \(known(explanations[$0.id])),\n" }.joined()
            + "    ],\n    templates: [\n"
            + catalogue.sentences.map { entry in
                "        \(template(known(sentences[entry.key]), holes: entry.sentence.holes)),\n"
            }
            .joined() + "    ])\n"
    }

    private func known<Value>(_ value: Value?) -> Value {
        guard let value else { preconditionFailure("Catalogue.check lets nothing be missing") }
        return value
    }

    private func explanation(_ diagnostic: Catalogue.Diagnostic) -> String {
        "Explanation(title: \(literal(diagnostic.title)), reason: \(literal(diagnostic.reason)), "
            + "remedy: \(literal(diagnostic.remedy)))"
    }

    /// Holes are numbered as the first language orders them.
    private func template(_ sentence: Catalogue.Sentence, holes: [String]) -> String {
        let parts = sentence.parts.map { part in
            switch part {
            case .text(let text): ".text(\(literal(text)))"
            case .hole(let name): ".hole(\(known(holes.firstIndex(of: name))))"
            }
        }
        return "[\(parts.joined(separator: ", "))]"
    }

    private func camelCase(_ id: String) -> String {
        let words = id.split(separator: "-")
        return words.prefix(1).joined() + words.dropFirst().map(\.capitalized).joined()
    }

    private func escaped(_ name: String) -> String { name == "case" ? "`case`" : name }

    private func literal(_ text: String) -> String {
        "\""
            + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n") + "\""
    }
}

extension Substring {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
