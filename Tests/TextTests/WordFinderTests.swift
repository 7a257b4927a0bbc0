import Testing

@testable import Text

@Suite("Many words are found in one pass")
struct WordFinderTests {
    @Test("words within words, words that share their beginning, and either case")
    func overlapping() {
        let words = ["帐户", "银行帐户", "户号", "email", "mail", ""]
        let text = Array("银行帐户号，E-mail与EMAIL".utf8)
        let found = WordFinder(words).matches(in: text).map { match in
            "\(words[match.word])@\(match.range.lowerBound)"
        }
        #expect(found == ["银行帐户@0", "帐户@6", "户号@9", "mail@20", "email@27", "mail@28"])
        #expect(WordFinder([]).matches(in: text).isEmpty)
    }

    @Test("the finder finds what looking for each word alone finds")
    func random() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            func text(_ length: ClosedRange<Int>) -> [UInt8] {
                let count = Int.random(in: length, using: &generator)
                return (0..<count).map { _ in UInt8.random(in: 97...99, using: &generator) }
            }
            let words = Set((0..<8).map { _ in String(decoding: text(1...5), as: UTF8.self) }).sorted()
            let text = text(0...60)
            let found = Set(WordFinder(words).matches(in: text).map { "\($0.word) \($0.range)" })
            var expected: Set<String> = []
            for (number, word) in words.enumerated() {
                for start in text.indices where text[start...].starts(with: word.utf8) {
                    expected.insert("\(number) \(start..<start + word.utf8.count)")
                }
            }
            #expect(found == expected, "\(words) in \(String(decoding: text, as: UTF8.self))")
        }
    }
}
