extension StringProtocol where SubSequence == Substring {
    /// A text of XML with its character references resolved; there are only XML's own five and numbers (XML 1.0, 4.1 and
    /// 4.6). Nil if it has another one.
    package var resolvingXMLReferences: String? {
        guard utf8.contains(UInt8(ascii: "&")) else { return String(self) }
        var result = ""
        var rest = self[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ";"),
                let character = character(named: rest[rest.index(after: start)..<end])
            else { return nil }
            result.unicodeScalars.append(character)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}

private func character(named name: Substring) -> Unicode.Scalar? {
    switch name {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    case _ where name.hasPrefix("#x"): UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    default: nil
    }
}
