import Text

/// Collects the uses of terms in a run of pages.
struct TermCollector: TermSink {
    /// The number of the current section in this run; the first of a page is its title, names and summary.
    var section: UInt32 = 0
    private(set) var pageLength = 0

    private let pinyin: Pinyin
    private var scanner = TermScanner()
    private var field = TermField.text
    private var gramUses: [UInt64] = []
    private var wordUses: [UInt64] = []
    private var words = ByteTable()
    /// For each word its stem, -1 while it is not known, and how often it is written in just this form.
    private var stems: [Int32] = []
    private var formCounts: [UInt32] = []
    private var previous: UInt16 = 0
    /// The characters of the current run where pinyin is wanted.
    private var run: [UInt16] = []
    private var wantsPinyin = false
    /// The keys of runs that came before: names come again on many pages.
    private var keysOfRun: [[UInt16]: [(term: UInt32, position: Int)]] = [:]

    /// Single characters are counted by page, at its first section.
    private var firstSection: UInt32 = 0
    /// For each character its place in `singles`, plus one.
    private var placeInPage = [UInt32](repeating: 0, count: 1 << 16)
    private var singles: [(character: UInt16, use: TermUse)] = []

    init(pinyin: Pinyin) {
        self.pinyin = pinyin
    }

    mutating func beginPage() {
        firstSection = section
        pageLength = 0
    }

    mutating func scan(_ text: String, in field: TermField, withPinyin: Bool = false) {
        self.field = field
        wantsPinyin = withPinyin
        // The scanner is taken out so that it can write into this value; it goes back with its buffers.
        var scanner = TermScanner()
        swap(&scanner, &self.scanner)
        scanner.scan(text, into: &self)
        swap(&scanner, &self.scanner)
    }

    mutating func endPage() {
        for (character, use) in singles {
            let term = UInt32(character) << 16
            if use.heading > 0 { addGram(term, firstSection, .heading, use.heading) }
            if use.text > 0 { addGram(term, firstSection, .text, use.text) }
            if use.names > 0 { addGram(term, firstSection, .names, use.names) }
            placeInPage[Int(character)] = 0
        }
        singles.removeAll(keepingCapacity: true)
    }

    // MARK: What the scanner finds

    mutating func gramCharacter(_ character: UInt16) {
        pageLength += 1
        if previous != 0 { addGram(UInt32(previous) << 16 | UInt32(character), section, field, 1) }
        previous = character
        if wantsPinyin { run.append(character) }
        var place = Int(placeInPage[Int(character)])
        if place == 0 {
            singles.append((character, TermUse()))
            place = singles.count
            placeInPage[Int(character)] = UInt32(place)
        }
        switch field {
        case .heading: singles[place - 1].use.heading += 1
        case .names: singles[place - 1].use.names += 1
        case .text, .pinyin: singles[place - 1].use.text += 1
        }
    }

    private mutating func addGram(_ term: UInt32, _ section: UInt32, _ field: TermField, _ count: Int) {
        gramUses.append(PackedUse(term: term, section: section, field: field, count: count).value)
    }

    mutating func endRun() {
        previous = 0
        guard wantsPinyin else { return }
        if keysOfRun[run] == nil {
            keysOfRun[run] = pinyin.keys(of: run).map { (UInt32(words.insert($0.packed.span)), $0.position.rawValue) }
        }
        for (term, position) in keysOfRun[run] ?? [] {
            let quality = position * 2 + (field == .names ? 1 : 0)
            wordUses.append(PackedUse(term: term, section: section, field: .pinyin, count: quality).value)
        }
        run.removeAll(keepingCapacity: true)
    }

    mutating func word(_ bytes: UnsafeBufferPointer<UInt8>) {
        pageLength += 1
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        let number = isASCII ? words.insert(bytes.span) : words.insert(PackedWord.packed(bytes).span)
        growStems()
        formCounts[number] += 1
        if stems[number] < 0 { stems[number] = isASCII ? stem(of: bytes, number) : Int32(number) }
        let term = UInt32(stems[number])
        wordUses.append(PackedUse(term: term, section: section, field: field, count: 1).value)
    }

    private mutating func stem(of word: UnsafeBufferPointer<UInt8>, _ number: Int) -> Int32 {
        let (length, addsY) = LightStem.stem(word)
        if addsY { return Int32(words.insert((Array(word[..<length]) + [UInt8(ascii: "y")]).span)) }
        return length == word.count
            ? Int32(number) : Int32(words.insert(UnsafeBufferPointer(rebasing: word[..<length]).span))
    }

    private mutating func growStems() {
        while stems.count < words.count {
            stems.append(-1)
            formCounts.append(0)
        }
    }

    // MARK: The result

    /// Hands over all that was collected.
    mutating func finish(into result: inout AnalyzedPages) {
        radixSortByUpperHalf(&gramUses)
        result.grams = TermSegment(gramUses)
        growStems()
        result.words = words
        radixSortByUpperHalf(&wordUses)
        result.wordUses = TermSegment(wordUses)
        result.formCounts = formCounts
        result.hasTraditional = scanner.hasTraditional
    }
}
