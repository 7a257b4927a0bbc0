extension MarkdownDocument {
    /// The document as a part of a larger one, such as a chapter of a book: its headings stand `levels` lower, six
    /// at the lowest, and its ids begin with `prefix`, so that those of several parts differ.
    package func embedded(levels: Int, prefix: String) -> MarkdownDocument {
        var document = self
        document.pieces = pieces.map { piece in
            guard case .html(let bytes) = piece else { return piece }
            return .html(Self.embedded(bytes, levels: levels, prefix: Array(prefix.utf8)))
        }
        for index in document.links.indices where links[index].destination.hasPrefix("#") {
            document.links[index].destination = "#" + prefix + links[index].destination.dropFirst()
        }
        for index in document.headings.indices {
            document.headings[index].level = min(headings[index].level + levels, 6)
            document.headings[index].id = prefix + headings[index].id
        }
        return document
    }

    /// What the renderer writes has `<` only where a tag begins, and attributes only inside of tags.
    private static func embedded(_ html: [UInt8], levels: Int, prefix: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(html.count + 64)
        var isInTag = false
        var index = 0
        while index < html.count {
            let byte = html[index]
            output.append(byte)
            index += 1
            switch byte {
            case UInt8(ascii: "<"):
                isInTag = true
                if index < html.count, html[index] == UInt8(ascii: "/") {
                    output.append(html[index])
                    index += 1
                }
                guard index + 1 < html.count, html[index] == UInt8(ascii: "h"),
                    (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(html[index + 1])
                else { continue }
                let level = Int(html[index + 1] - UInt8(ascii: "0"))
                output += [UInt8(ascii: "h"), UInt8(ascii: "0") + UInt8(min(level + levels, 6))]
                index += 2
            case UInt8(ascii: ">"): isInTag = false
            case UInt8(ascii: "\"") where isInTag:
                if output.ends(with: " id=\"") {
                    output += prefix
                } else if output.ends(with: " href=\""), index < html.count, html[index] == UInt8(ascii: "#") {
                    output.append(html[index])
                    output += prefix
                    index += 1
                }
            default: break
            }
        }
        return output
    }
}

extension [UInt8] {
    fileprivate func ends(with text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount
            && text.withUTF8Buffer { suffix(text.utf8CodeUnitCount).elementsEqual($0) }
    }
}
