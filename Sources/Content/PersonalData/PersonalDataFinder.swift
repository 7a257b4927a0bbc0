/// Goes over a text from its beginning, and takes the first reading of each stretch of digits that holds.
struct PersonalDataFinder {
    let text: NumberText
    let isContact: Bool
    var found: [PersonalData] = []
    /// Addresses of the web and of e-mail, whose digits are no numbers of their own, in the order of their beginnings.
    var addresses: [Range<Int>] = []
    /// The last end of one.
    var addressEnd = 0
    /// Where the last telephone ended: a shorter one may follow, `0571-88886666、88887777`.
    private(set) var lastTelephone = -10

    init(_ text: NumberText, isContact: Bool) { (self.text, self.isContact) = (text, isContact) }

    mutating func find() -> [PersonalData] {
        findAddresses()
        var (run, address, end) = (0, 0, 0)
        while run < text.runs.count {
            let start = text.runs[run].lowerBound
            while address < addresses.count, addresses[address].lowerBound <= start {
                end = max(end, addresses[address].upperBound)
                address += 1
            }
            if let length = lengthOfPublicNumber(at: run) {
                run += length
            } else if start >= end, let number = number(at: run) {
                take(number)
                run = number.next
            } else {
                run += 1
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// A reading of some runs of digits.
    struct Number {
        var kind: PersonalData.Kind
        /// The scalars of it, with a `+` before and an extension behind.
        var range: Range<Int>
        /// Its digits, without the code of the country.
        var digits: [Int]
        /// The first run behind it.
        var next: Int
    }

    private mutating func take(_ number: Number) {
        let label = text.label(before: number.range.lowerBound)
        var key = number.digits.map(String.init).joined()
        if number.kind == .identityNumber, text[number.range.upperBound - 1]?.isDigit == false { key += "x" }
        found.append(
            PersonalData(
                kind: number.kind, range: text.bytes(number.range),
                labelled: text.bytes((label?.start ?? number.range.lowerBound)..<number.range.upperBound), key: key))
        if number.kind == .telephone || number.kind == .mobile { lastTelephone = number.range.upperBound }
    }
}
