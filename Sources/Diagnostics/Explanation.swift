/// What a diagnostic means, for `exemplar explain CODE` and for the rules of a SARIF log.
package struct Explanation: Sendable, Equatable {
    /// The problem in one line.
    package var title: String
    /// Why it is a problem.
    package var reason: String
    /// How to fix it.
    package var remedy: String
}

extension DiagnosticCode {
    package func explanation(in language: DiagnosticLanguage) -> Explanation {
        language.texts.explanations[Self.allCases.firstIndex(of: self) ?? 0]
    }
}
