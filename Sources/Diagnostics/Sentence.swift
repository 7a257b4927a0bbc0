import Text

/// A sentence of the catalogue with what stands in its holes. It becomes text in a language when it is written out.
package struct Sentence: Hashable, Sendable {
    package indirect enum Argument: Hashable, Sendable {
        case text(String)
        case sentence(Sentence)
        case list([Argument])
    }

    /// Its place among all sentences of the catalogue.
    let number: Int
    /// One for each hole, in the order in which English first names them.
    let arguments: [Argument]

    init(_ number: Int, _ arguments: [Argument] = []) {
        self.number = number
        self.arguments = arguments
    }

    package func text(in language: DiagnosticLanguage) -> String { text(in: language, showing: \.self) }

    /// - Parameter shown: how a name of somebody’s is written.
    func text(in language: DiagnosticLanguage, showing shown: (String) -> String) -> String {
        language.texts.templates[number].reduce(into: "") { text, part in
            switch part {
            case .text(let words): text += words
            case .hole(let hole): text += arguments[hole].text(in: language, showing: shown)
            }
        }
    }
}

extension Sentence: CustomStringConvertible {
    package var description: String { text(in: .en) }
}

extension Sentence.Argument {
    func text(in language: DiagnosticLanguage, showing shown: (String) -> String = \.self) -> String {
        switch self {
        case .text(let text): shown(text)
        case .sentence(let sentence): sentence.text(in: language, showing: shown)
        case .list(let items):
            items.dropFirst().reduce(items.first?.text(in: language, showing: shown) ?? "") { list, item in
                Phrase.list(first: list, second: item.text(in: language, showing: shown)).sentence.text(in: language)
            }
        }
    }
}

/// What a sentence says in its hole that has words of its own: a noun, a reason.
/// And what the command line says.
package struct Phrase: Hashable, Sendable {
    package let sentence: Sentence

    /// For a terminal: a name with a line break in it begins no line of its own.
    package func text(in language: DiagnosticLanguage) -> String { sentence.text(in: language, showing: \.printable) }

    /// The problem with what to do about it, if there is anything: “…; did you mean ‘panjin’?”.
    package func suggesting(_ hint: Diagnostic.Hint?) -> Phrase {
        hint.map { .suggested(problem: self, hint: $0.sentence) } ?? self
    }
}

/// What may stand in the hole of a sentence.
package protocol SentenceArgument {
    var argument: Sentence.Argument { get }
}

extension String: SentenceArgument {
    /// A text that is very long is cut: what a file says by the megabyte is not repeated in each of its problems.
    package var argument: Sentence.Argument {
        guard utf8.count > 4 * Limits.quotedLength else { return .text(self) }
        return .text(String(unicodeScalars.prefix(Limits.quotedLength)) + "…")
    }
}

extension Substring: SentenceArgument {
    package var argument: Sentence.Argument { String(self).argument }
}

extension Int: SentenceArgument {
    package var argument: Sentence.Argument { .text(String(self)) }
}

extension Double: SentenceArgument {
    package var argument: Sentence.Argument { .text(plainDigits) }
}

extension Phrase: SentenceArgument {
    package var argument: Sentence.Argument { .sentence(sentence) }
}

extension Sentence: SentenceArgument {
    package var argument: Sentence.Argument { .sentence(self) }
}

/// Written with commas between, as the language has them.
extension Array: SentenceArgument where Element: SentenceArgument {
    package var argument: Sentence.Argument { .list(map(\.argument)) }
}

/// The catalogue in one language.
struct CatalogueTexts: Sendable {
    enum Part: Sendable {
        case text(String)
        /// The number of the argument that stands here.
        case hole(Int)
    }

    /// By the order of ``DiagnosticCode``.
    var explanations: [Explanation]
    /// By the numbers of the sentences.
    var templates: [[Part]]
}
