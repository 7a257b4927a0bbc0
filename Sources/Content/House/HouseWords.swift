import Diagnostics
import Text

/// The words that the house does not write, and the titles of people, ready to be looked for in every text.
struct HouseWords: Sendable, Equatable {
    static let paths: Set<String> = [Wording.path, PersonTitle.path]

    /// What a word that is looked for is.
    private enum Role: Sendable {
        /// The number of the wording that it is wrong by.
        case wrong(Int)
        /// What is right as it stands, even where something wrong is part of it; written just so if it is given.
        case right(String?)
        case person(String)
    }

    private let wordings: [Wording]
    private let people: PeopleTitles
    private let finder: WordFinder
    /// What each word of the finder is.
    private let roles: [[Role]]

    /// What follows from the tables needs no comparing.
    static func == (left: Self, right: Self) -> Bool {
        left.wordings == right.wordings && left.people == right.people
    }

    /// Reads the tables; nil if there are none.
    init?(_ tree: SourceTree, context: ReadingContext, diagnostics: inout [Diagnostic]) {
        var seen = SeenIDs()
        let files = (wordings: tree[Wording.path], people: tree[PersonTitle.path])
        guard files.wordings != nil || files.people != nil else { return nil }
        let read = files.wordings.map {
            readTable($0, of: Wording.self, context: context, seen: &seen, diagnostics: &diagnostics)
        }
        wordings = Self.sound(read ?? [], diagnostics: &diagnostics)
        people = PeopleTitles(
            files.people.map {
                readTable($0, of: PersonTitle.self, context: context, seen: &seen, diagnostics: &diagnostics)
            } ?? [])
        // Those that the finder takes for one are one.
        var roles: [String: [Role]] = [:]
        func add(_ role: Role, _ word: String) { roles[WordFinder.folded(word), default: []].append(role) }
        for (number, wording) in wordings.enumerated() {
            add(.wrong(number), wording.wrong)
            for word in Wording.parts(wording.right) { add(.right(word), word) }
            for word in Wording.parts(wording.exceptions) { add(.right(nil), word) }
        }
        for name in people.names { add(.person(name), name) }
        let words = roles.keys.sorted()
        self.roles = words.map { roles[$0] ?? [] }
        finder = WordFinder(words)
    }

    /// The wordings that can be followed, after telling of the others.
    private static func sound(_ wordings: [Wording], diagnostics: inout [Diagnostic]) -> [Wording] {
        let wrong = Dictionary(wordings.map { ($0.wrong, $0.span) }, uniquingKeysWith: { first, _ in first })
        return wordings.filter { wording in
            let right = Wording.parts(wording.right)
            var problem: (Diagnostic.Message, Diagnostic.Hint, [Diagnostic.Note])?
            if let first = wrong[wording.wrong], first != wording.span {
                problem = (.wordingRepeated(wording.wrong), .removeOneOfThem, [.firstIsHere(at: first)])
            } else if let both = right.first(where: { wrong[$0] != nil }) {
                let notes = wrong[both].map { [Diagnostic.Note.otherIsHere(at: $0)] } ?? []
                problem = (.wordingIsWrongElsewhere(both), .writeOtherRight, notes)
            } else if wording.isCertain, right.count != 1 || !isPlain(right[0]) {
                problem = (.wordingFixUnclear(wording.wrong), .writeOneRight, [])
            }
            guard let (message, hint, notes) = problem else { return true }
            diagnostics.append(Diagnostic(message, at: wording.span, hint: hint, notes: notes))
            return false
        }
    }

    /// Whether a word may be written into YAML, Markdown and a table as it is.
    private static func isPlain(_ word: String) -> Bool {
        word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "-" || $0.value > 0x7F }
    }

    /// What a text has that the house would write otherwise.
    ///
    /// - Parameters:
    ///   - isQuoted: whether all of it is what somebody else wrote.
    ///   - offset: where the text begins in the file; nil if it does not stand there letter by letter, so that every
    ///     problem is shown at `fallback` and none can be corrected.
    func problems(
        in text: [UInt8], isQuoted: Bool = false, offset: @autoclosure () -> Int?, fallback: SourceSpan
    ) -> [Diagnostic] {
        // Ids, days and addresses are no words.
        guard text.contains(where: { $0 == UInt8(ascii: " ") || $0 >= 0x80 }) else { return [] }
        let matches = finder.matches(in: text)
        guard !matches.isEmpty else { return [] }
        let places = TextPlaces(of: text)
        let right = matches.filter { isRight($0, in: text) }.map(\.range)
        let offset = offset()
        var diagnostics: [Diagnostic] = []
        var end = 0
        // Of words that overlap the first is told, and of those the longest.
        let inOrder = matches.sorted { ($0.range.lowerBound, $1.range.count) < ($1.range.lowerBound, $0.range.count) }
        for match in inOrder where text.isWord(match.range) && !places.isHeld(match.range) {
            let isQuoted = isQuoted || places.isQuoted(match.range)
            let span = fallback.part(match.range, from: offset)
            for role in roles[match.word] {
                switch role {
                case .wrong(let number) where match.range.lowerBound >= end:
                    let wording = wordings[number]
                    guard !isQuoted || wording.scope == .all, !right.contains(where: { $0.covers(match.range) })
                    else { continue }
                    end = match.range.upperBound
                    let written = String(decoding: text[match.range], as: UTF8.self)
                    diagnostics.append(
                        wording.problem(written, at: span, mayBeFixed: offset != nil && !isQuoted))
                case .person(let name) where !isQuoted:
                    guard let (range, problem) = people.problem(of: name, at: match.range, in: text) else { continue }
                    diagnostics.append(problem(fallback.part(range, from: offset)))
                case .wrong, .right, .person: continue
                }
            }
        }
        return diagnostics
    }

    /// Whether what was found is right: letters in either case are found, and not every one is meant.
    private func isRight(_ match: WordFinder.Match, in text: [UInt8]) -> Bool {
        roles[match.word].contains { role in
            guard case .right(let word) = role else { return false }
            let written = String(decoding: text[match.range], as: UTF8.self)
            return word.map { written == $0 || written == $0.capitalizedFirst } ?? true
        }
    }
}

extension Wording {
    /// - Parameter written: the word as the text has it.
    fileprivate func problem(_ written: String, at span: SourceSpan, mayBeFixed: Bool) -> Diagnostic {
        var right = Self.parts(right)
        if let first = written.first, first.isUppercase, !wrong.hasPrefix(String(first)) {
            right = right.map(\.capitalizedFirst)
        }
        let why = why ?? ""
        let hint: Diagnostic.Hint =
            switch (right.isEmpty, why.isEmpty) {
            case (true, true): .sayOtherwise
            case (true, false): .sayOtherwiseBecause(why)
            case (false, true): .writeWord(right.map { Phrase.quoted($0) })
            case (false, false): .writeWordBecause(words: right.map { Phrase.quoted($0) }, why: why)
            }
        var problem = Diagnostic(
            .wrongWord(written), at: span, hint: hint,
            fix: mayBeFixed && isCertain && !written.utf8.contains { (0x30...0x39).contains($0) } ? right.first : nil)
        if level == .error { problem.severity = .error }
        return problem
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension [UInt8] {
    /// Whether a part of a text is no part of a longer word, as far as it is written in letters of ASCII.
    fileprivate func isWord(_ range: Range<Int>) -> Bool {
        func isLetter(_ index: Int) -> Bool {
            guard indices.contains(index) else { return false }
            let byte = self[index]
            return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
        }
        func joins(_ inside: Int, _ outside: Int) -> Bool { self[inside] < 0x80 && isLetter(outside) }
        return !joins(range.lowerBound, range.lowerBound - 1) && !joins(range.upperBound - 1, range.upperBound)
    }
}
