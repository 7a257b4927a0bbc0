/// A file of the search index: its name below the folder of the index, and what is in it.
struct IndexFile: Sendable {
    var name: String
    var bytes: [UInt8]

    /// A script that hands a text over to the search script. The text is printable ASCII without `"` and `\`.
    static func script(_ name: String, packed: [UInt8]) -> IndexFile {
        script(name, literal: [UInt8(ascii: "\"")] + packed + [UInt8(ascii: "\"")])
    }

    /// A script that hands a value over, named with its fingerprint.
    static func script(_ name: String, literal: [UInt8]) -> IndexFile {
        IndexFile(name: "\(name).\(Fingerprint.of(literal).name).js", bytes: call(name, literal))
    }

    static func call(_ name: String, _ literal: [UInt8]) -> [UInt8] {
        Array("exemplarSearch(\"\(name)\",".utf8) + literal + Array(");\n".utf8)
    }

    /// The fingerprint in the name, which the manifest has to tell.
    var hash: String {
        String(name.split(separator: ".").dropFirst().first ?? "")
    }
}

/// A run of terms that fits into one file.
struct TermShard: Sendable {
    var file: IndexFile
    /// The first term in it, packed.
    var first: [UInt8]
}

/// The size from which on a shard is full. A term that is larger on its own has a shard of its own.
private let fullShard = 16_000

/// Cuts runs of terms into shards: for each shard the terms it holds, as indices of `parts` and of their terms.
func shardRanges(_ parts: [MergedTerms]) -> [[(part: Int, terms: Range<Int>)]] {
    var shards: [[(part: Int, terms: Range<Int>)]] = []
    var current: [(part: Int, terms: Range<Int>)] = []
    var size = 0
    for (number, part) in parts.enumerated() {
        var start = 0
        for term in part.terms.indices {
            let added = part.postingSize(term) + 4
            if size > fullShard || (size > fullShard / 2 && size + added > fullShard * 2) {
                if start < term { current.append((number, start..<term)) }
                shards.append(current)
                (current, start, size) = ([], term, 0)
            }
            size += added
        }
        if start < part.terms.count { current.append((number, start..<part.terms.count)) }
    }
    if !current.isEmpty { shards.append(current) }
    return shards.filter { !$0.isEmpty }
}

/// A shard of Han grams. Each term is the distance to the one before – doubled, of the second character if the
/// first is the same; doubled plus one, of the first character, and then the second –, the length of its postings,
/// and the postings.
func gramShard(
    number: Int, _ ranges: [(part: Int, terms: Range<Int>)], of parts: [MergedTerms]
) -> TermShard {
    var packed: [UInt8] = []
    var first: [UInt8] = []
    var previous: (UInt32, UInt32) = (0, 0)
    for (part, terms) in ranges {
        for term in terms {
            let key = parts[part].terms[term]
            let (one, two) = (key >> 16, secondNumber(key & 0xFFFF))
            if one == previous.0 {
                packed.appendPacked((two - previous.1) << 1)
            } else {
                packed.appendPacked((one - previous.0) << 1 | 1)
                packed.appendPacked(two)
            }
            if first.isEmpty { first = packed }
            previous = (one, two)
            let postings = parts[part].postings(term)
            packed.appendPacked(UInt32(postings.count))
            packed += postings
        }
    }
    return TermShard(file: .script(ShardedTable.grams.fileName(number), packed: packed), first: first)
}

/// The second character of a gram, near zero; zero is a single character.
private func secondNumber(_ character: UInt32) -> UInt32 {
    character == 0 ? 0 : character - 0x3000 + 1
}

/// A shard of words: how many characters each shares with the one before, how many follow, these, the length of
/// the postings, and the postings.
func wordShard(
    number: Int, _ ranges: [(part: Int, terms: Range<Int>)], of parts: [MergedTerms], words: SiteWords
) -> TermShard {
    var packed: [UInt8] = []
    var first: [UInt8]?
    var previous: [UInt8] = []
    for (part, terms) in ranges {
        for term in terms {
            let word = Array(words[parts[part].terms[term]])
            packed.appendFrontCoded(word, after: previous)
            let postings = parts[part].postings(term)
            packed.appendPacked(UInt32(postings.count))
            packed += postings
            if first == nil { first = word }
            previous = word
        }
    }
    return TermShard(file: .script(ShardedTable.words.fileName(number), packed: packed), first: first ?? [])
}

extension [UInt8] {
    /// Appends a word as what differs from the one before.
    mutating func appendFrontCoded(_ word: [UInt8], after previous: [UInt8]) {
        let shared = Swift.min(zip(word, previous).prefix { $0 == $1 }.count, 92)
        let rest = word[shared...].prefix(92)
        appendDigit(UInt32(shared))
        appendDigit(UInt32(rest.count))
        self += rest
    }
}
