import Text

/// A text as numbers are looked for in it: full-width signs as plain ones, all dashes and spaces alike, what is not
/// seen left out, and where the runs of digits are.
struct NumberText {
    private(set) var scalars: [Unicode.Scalar] = []
    /// Where each scalar begins in the bytes of the text, and where the last ends.
    private(set) var offsets: [Int] = []
    /// The longest stretches of nothing but digits.
    private(set) var runs: [Range<Int>] = []

    init(_ text: some Collection<UInt8>) {
        scalars.reserveCapacity(text.count)
        var offset = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if let plain = Self.plain(scalar) {
                if plain.isDigit {
                    if let last = runs.last, last.upperBound == scalars.count {
                        runs[runs.count - 1] = last.lowerBound..<scalars.count + 1
                    } else {
                        runs.append(scalars.count..<scalars.count + 1)
                    }
                }
                scalars.append(plain)
                offsets.append(offset)
            }
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x3000, 0xA0, 0x202F, 0x2009, 0x09: " "
        case 0x2010...0x2015, 0x2212: "-"
        // Zero-width spaces and joiners, soft hyphens.
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: nil
        default: scalar.halfWidth
        }
    }

    /// The scalar at a place, nil before the first and after the last.
    subscript(index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    /// The place after a word that stands here, whatever its case.
    func end(of word: String, at index: Int) -> Int? {
        var place = index
        for scalar in word.unicodeScalars {
            guard let here = self[place], here.lowercasedASCII == scalar else { return nil }
            place += 1
        }
        return place
    }

    /// Where a word begins that ends here.
    func start(of word: String, endingAt end: Int) -> Int? {
        let start = end - word.unicodeScalars.count
        return start >= 0 && self.end(of: word, at: start) == end ? start : nil
    }

    func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

    // MARK: Runs of digits

    /// What stands between a run of digits and the next.
    enum Gap {
        case space, hyphen, bracket, dot
        /// Something that ends a number.
        case end
    }

    func gap(after run: Int) -> Gap {
        guard run >= 0, run + 1 < runs.count else { return .end }
        let between = scalars[runs[run].upperBound..<runs[run + 1].lowerBound]
        guard between.count <= 3 else { return .end }
        switch between.filter({ $0 != " " }) {
        case []: return .space
        case ["-"]: return .hyphen
        case [")"], ["("], [")", "-"]: return .bracket
        case ["."] where between.count == 1, ["\u{B7}"]: return .dot
        default: return .end
        }
    }

    func length(_ run: Int) -> Int { runs.indices.contains(run) ? runs[run].count : 0 }

    func digits(_ range: Range<Int>) -> [Int] {
        scalars[range].compactMap { $0.isDigit ? Int($0.value) - 0x30 : nil }
    }

    /// The digits of several runs, if they have these lengths and one of these gaps between each two.
    func digits(from run: Int, _ lengths: [Int], gaps: Set<Gap> = [.space, .hyphen]) -> [Int]? {
        for (index, length) in lengths.enumerated() {
            guard self.length(run + index) == length else { return nil }
            if index > 0, !gaps.contains(gap(after: run + index - 1)) { return nil }
        }
        return digits(runs[run].lowerBound..<runs[run + lengths.count - 1].upperBound)
    }
}

extension Unicode.Scalar {
    var lowercasedASCII: Unicode.Scalar {
        value >= 0x41 && value <= 0x5A ? Unicode.Scalar(UInt8(value + 0x20)) : self
    }
}
