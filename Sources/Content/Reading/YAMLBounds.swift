import Text

/// What is looked at before a text is composed: libyaml recurses once a level, and Yams hashes keys.
extension YAMLSource {
    /// An upper bound of the nesting, found without building anything: brackets that are open, and
    /// columns of indentation. libyaml and Yams recurse once a level.
    func placeNestedTooDeeply() -> Int? {
        var brackets = 0
        var indentation = 0
        var isIndenting = true
        var startsToken = true
        var index = 0
        let bytes = text.bytes
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\n"):
                indentation = 0
                isIndenting = true
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"):
                if isIndenting { indentation += 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                // Brackets in quoted texts open nothing.
                if startsToken { index = max(index, endOfQuoted(from: index) - 1) }
                isIndenting = false
            case UInt8(ascii: "#") where startsToken: index = max(index, endOfLine(from: index) - 1)
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets += 1
                isIndenting = false
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                brackets = max(0, brackets - 1)
                isIndenting = false
            default: isIndenting = false
            }
            if brackets > Limits.yamlLevels || (isIndenting && indentation > 4 * Limits.yamlLevels) { return index }
            startsToken = Self.opensToken(byte)
            index += 1
        }
        return nil
    }

    /// Where the first entry beyond a limit stands, counted by the marks that separate entries: a comma in brackets, a hyphen
    /// or question mark that begins a line, a colon before a space or the end of a line. Marks in quoted texts and blocks count
    /// too, so the limit stands far above what a library needs.
    func placeOfEntry(after limit: Int) -> Int? {
        let bytes = text.bytes
        // Each entry has a mark of its own, so nearly every text is too short to have so many.
        guard bytes.count > limit else { return nil }
        var count = 0
        var brackets = 0
        var isIndenting = true
        for index in bytes.indices {
            let isBeforeSpace = index + 1 == bytes.count || bytes[index + 1] <= UInt8(ascii: " ")
            switch bytes[index] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isIndenting = true
            case UInt8(ascii: " "): break
            case UInt8(ascii: "-"), UInt8(ascii: "?"):
                if isIndenting, isBeforeSpace { count += 1 } else { isIndenting = false }
            case let byte:
                isIndenting = false
                switch byte {
                case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
                case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
                case UInt8(ascii: ",") where brackets > 0: count += 1
                case UInt8(ascii: ":") where isBeforeSpace: count += 1
                default: break
                }
            }
            if count > limit { return index }
        }
        return nil
    }

    private static func opensToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "["), UInt8(ascii: "{"),
            UInt8(ascii: ","):
            true
        default: false
        }
    }

    /// The first anchor of a text with very many aliases. Such a text is refused before it is composed,
    /// because Yams hashes keys, and a key that is an alias bomb would take for ever to hash.
    func placeOfManyAliases() -> Int? {
        var anchor: Int?
        var aliases = 0
        // The last byte that is not white space says whether a token can begin; a line may begin with one.
        var last = UInt8(ascii: "\n")
        var isSpaced = true
        for (index, byte) in text.bytes.enumerated() {
            let startsToken = isSpaced ? Self.tokenStarters.contains(last) : Self.brackets.contains(last)
            if startsToken, byte == UInt8(ascii: "&"), anchor == nil { anchor = index }
            if startsToken, byte == UInt8(ascii: "*"), anchor != nil { aliases += 1 }
            isSpaced = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
            if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { last = byte }
        }
        return aliases > Limits.yamlAliases ? anchor : nil
    }

    private static let brackets = Array("[{,".utf8)
    private static let tokenStarters = Array("[{,:-?\n".utf8)
}
