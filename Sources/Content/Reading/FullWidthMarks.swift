import Diagnostics

extension Diagnostic.Hint {
    private static let marks: [(wrong: Character, right: String)] = [
        ("，", ","), ("、", ","), ("；", ";"), ("：", ":"), ("＃", "#"),
    ]

    /// Marks that separate names in ASCII alone, and look nearly the same in Chinese.
    ///
    /// - Parameter wrong: those that are looked for; all where none is given.
    static func fullWidthMark(in text: String, of wrong: Set<Character>? = nil) -> Self? {
        marks.first { mark in
            wrong?.contains(mark.wrong) != false && text.contains(mark.wrong)
        }.map { .writeASCIIMark(wrong: String($0.wrong), right: $0.right) }
    }
}
