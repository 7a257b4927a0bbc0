/// Takes the ending off an English word, so that ‘stewards’ finds ‘steward’ and ‘dispatching’ ‘dispatch’. Light
/// on purpose: it joins the forms of one word and leaves different words apart. The script in the browser has the
/// same rules.
enum LightStem {
    /// The length of the stem of a folded word, and what has to be added to it: for ‘communities’ (8, "y").
    static func stem(_ word: UnsafeBufferPointer<UInt8>) -> (length: Int, addsY: Bool) {
        var length = word.count
        guard length >= 4, word.allSatisfy({ (0x61...0x7A).contains($0) }) else { return (length, false) }
        func ends(_ suffix: StaticString) -> Bool {
            let count = suffix.utf8CodeUnitCount
            guard length >= count else { return false }
            return (0..<count).allSatisfy { word[length - count + $0] == suffix.utf8Start[$0] }
        }
        if ends("ies"), length > 4 { return (length - 3, true) }
        if ends("sses") || ends("xes") || ends("ches") || ends("shes") || ends("zes") {
            length -= 2
        } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
            length -= 1
        }
        let before = length
        if ends("ing"), length >= 6 { length -= 3 } else if ends("ed"), length >= 5 { length -= 2 }
        if length < before {
            if !word[..<length].contains(where: isVowel) {
                length = before
            } else if length >= 4, word[length - 1] == word[length - 2], !isVowel(word[length - 1]),
                !"lsz".utf8.contains(word[length - 1])
            {
                length -= 1
            }
        }
        if length >= 5, word[length - 1] == UInt8(ascii: "e") { length -= 1 }
        return (length, false)
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        "aeiouy".utf8.contains(byte)
    }
}
