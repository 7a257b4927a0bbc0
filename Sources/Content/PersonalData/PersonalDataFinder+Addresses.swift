/// Addresses of e-mail, and those of the web, which hold digits that are nobody’s.
extension PersonalDataFinder {
    mutating func findAddresses() {
        for index in text.scalars.indices {
            switch text.scalars[index] {
            case "@": if let range = mail(around: index) { take(address: range) }
            case ":" where text.end(of: "://", at: index) != nil: takeURL(from: index)
            case "w", "W":
                if text.end(of: "www.", at: index) != nil { takeURL(from: index) }
            default: continue
            }
        }
        addresses.sort { $0.lowerBound < $1.lowerBound }
    }

    private mutating func takeURL(from start: Int) {
        // Part of the one before.
        guard start >= addressEnd else { return }
        var end = start
        while let scalar = text[end], scalar.isASCII, scalar.value > 0x20,
            !"<>\"'`()[]|".unicodeScalars.contains(scalar)
        {
            end += 1
        }
        addresses.append(start..<end)
        addressEnd = end
    }

    private mutating func take(address range: Range<Int>) {
        addresses.append(range)
        addressEnd = max(addressEnd, range.upperBound)
        let label = text.label(before: range.lowerBound)
        let start = label?.label == .address || label?.label == .telephone ? label?.start : nil
        var key = String.UnicodeScalarView()
        key.append(contentsOf: text.scalars[range].map(\.lowercasedASCII))
        found.append(
            PersonalData(
                kind: .emailAddress, range: text.bytes(range),
                labelled: text.bytes((start ?? range.lowerBound)..<range.upperBound), key: String(key)))
    }

    /// The address around an `@`; nil where it is another sign: `@name`, `lift@2x.png`.
    private func mail(around at: Int) -> Range<Int>? {
        func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { $0.isASCIILetter || $0.isDigit } ?? false }
        var start = at
        while let scalar = text[start - 1], isWord(scalar) || "._%+-".unicodeScalars.contains(scalar) { start -= 1 }
        while start < at, !isWord(text[start]) { start += 1 }
        var end = at + 1
        while let scalar = text[end], isWord(scalar) || scalar == "-" || scalar == "." { end += 1 }
        while end > at, !isWord(text[end - 1]) { end -= 1 }
        guard start < at, end > at, at >= addressEnd else { return nil }
        let labels = text.scalars[at + 1..<end].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last, last.count > 1,
            last.allSatisfy(\.isASCIILetter),
            !Self.endings.contains(String(String.UnicodeScalarView(last)).lowercased())
        else { return nil }
        return start..<end
    }

    /// Of files, which nobody has an address under.
    private static let endings: Set<String> = ["png", "jpg", "jpeg", "webp", "gif", "svg", "pdf", "css", "js", "html"]
}
