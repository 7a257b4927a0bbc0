import Diagnostics
import Text

extension ReadingContext {
    /// Reports each number and address of somebody in a text that is published, unless the library says that it may be.
    ///
    /// - Parameter offset: where the text begins in the file; nil if it does not stand there letter by letter, so that
    ///   every problem is shown at `fallback`.
    func checkPersonalData(
        _ text: some Collection<UInt8>, offset: @autoclosure () -> Int?, fallback: SourceSpan,
        diagnostics: inout [Diagnostic]
    ) {
        guard let contacts else { return }
        diagnostics += contacts.problems(in: text, offset: offset(), fallback: fallback)
    }
}

extension ReadingContext {
    /// Reports what is wrong with a text that is published: somebody's numbers in it, words that the house does not write,
    /// and punctuation that Chinese does not have.
    ///
    /// - Parameter offset: where the text begins in the file; nil if it does not stand there letter by letter, so that
    ///   every problem is shown at `fallback`.
    func checkText(
        _ text: some Collection<UInt8>, offset: @autoclosure () -> Int?, fallback: SourceSpan,
        diagnostics: inout [Diagnostic]
    ) {
        checkPersonalData(text, offset: offset(), fallback: fallback, diagnostics: &diagnostics)
        if let house {
            diagnostics += house.problems(in: Array(text), isQuoted: isQuoting, offset: offset(), fallback: fallback)
        }
        let problems = ChinesePunctuation.problems(in: text)
        guard !problems.isEmpty else { return }
        let offset = offset()
        diagnostics += problems.map { problem in
            Diagnostic(
                problem.message, at: fallback.part(problem.range, from: offset), hint: problem.hint,
                fix: offset == nil ? nil : problem.fix)
        }
    }
}

extension PublishedContacts {
    /// What a text publishes that nobody has said may be.
    ///
    /// - Parameter offset: where the text begins in the file; nil if it does not stand there letter by letter.
    package func problems(
        in text: some Collection<UInt8>, offset: @autoclosure () -> Int?, fallback: SourceSpan
    ) -> [Diagnostic] {
        let found = PersonalData.find(in: text).filter { !contains($0) }
        guard !found.isEmpty else { return [] }
        let offset = offset()
        return found.map { data in
            let written = String(
                decoding: text.dropFirst(data.range.lowerBound).prefix(data.range.count), as: UTF8.self)
            return Diagnostic(
                .personalData(kind: data.kind.noun, text: written), at: fallback.part(data.range, from: offset),
                hint: .removeOrPublish(path))
        }
    }
}
