import Diagnostics
import Text

/// Reads the tags of an SVG.
///
/// It is stricter than XML asks for: a file that a browser could understand in another way than this reader is
/// refused, and so is a document type with declarations of its own, whose entities could stand for anything.
struct SVGReader {
    /// What is wrong, and where.
    struct Failure: Error, Equatable {
        var reason: Phrase
        var range: Range<Int>

        static func malformed(_ reason: Phrase, _ range: Range<Int>) -> Failure {
            Failure(reason: reason, range: range)
        }
    }

    private let bytes: [UInt8]
    private var offset = 0
    private var tags: [SVGTag] = []
    /// Elements that are not closed yet, by their index in `tags`.
    private var open: [Int] = []
    private var namespaces = SVGNamespaces()

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The start tags in their order.
    static func tags(of bytes: [UInt8]) throws(Failure) -> [SVGTag] {
        var reader = SVGReader(bytes)
        try reader.read()
        return reader.tags
    }

    private mutating func read() throws(Failure) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .malformed(.notUTF8Text, 0..<0)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        while offset < bytes.count {
            guard bytes[offset] == UInt8(ascii: "<") else {
                try readText()
                continue
            }
            if bytes.has("<!--", at: offset) {
                _ = try skip(.comment, past: "-->", from: offset + 4)
            } else if bytes.has("<![CDATA[", at: offset) {
                let content = try skip(.characterData, past: "]]>", from: offset + 9)
                append(text: String(decoding: bytes[content], as: UTF8.self))
            } else if bytes.has("<?", at: offset) {
                try readInstruction()
            } else if bytes.has("<!", at: offset) {
                try readDocumentType()
            } else if bytes.has("</", at: offset) {
                try readEndTag()
            } else {
                try readStartTag()
            }
        }
        if let last = open.last { throw .malformed(.neverClosed(tags[last].name), tags[last].range) }
    }

    private mutating func readText() throws(Failure) {
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
        append(text: try resolved(start..<offset))
    }

    private mutating func append(text: String) {
        if let last = open.last { tags[last].text += text }
    }

    /// Moves behind the end of what begins here and gives what is in it.
    private mutating func skip(_ part: Phrase, past end: String, from start: Int) throws(Failure) -> Range<Int> {
        var index = start
        while index < bytes.count {
            if bytes[index] == end.utf8.first, bytes.has(end, at: index) {
                offset = index + end.utf8.count
                return start..<index
            }
            index += 1
        }
        throw .malformed(.doesNotEnd(part), offset..<min(start, bytes.count))
    }

    /// The XML declaration is the only instruction that may stand: a style sheet would be another file.
    private mutating func readInstruction() throws(Failure) {
        let start = offset
        let content = String(decoding: bytes[try skip(.instruction, past: "?>", from: offset + 2)], as: UTF8.self)
            .lowercased()
        guard content.hasPrefix("xml "), !content.contains("encoding") || content.contains("utf-8") else {
            throw .malformed(.unknownInstruction(content), start..<offset)
        }
    }

    private mutating func readDocumentType() throws(Failure) {
        let start = offset
        let content = try skip(.declaration, past: ">", from: offset + 2)
        guard bytes.has("DOCTYPE", at: content.lowerBound), !bytes[content].contains(UInt8(ascii: "[")) else {
            throw .malformed(.ownEntities, start..<offset)
        }
    }

    private mutating func readEndTag() throws(Failure) {
        let start = offset
        offset += 2
        let name = try readName()
        skipSpace()
        guard take(">"), let last = open.popLast(), tags[last].name == name else {
            throw .malformed(.closesNothing(name), start..<offset)
        }
        namespaces.leave()
    }

    private mutating func readStartTag() throws(Failure) {
        let start = offset
        offset += 1
        var tag = SVGTag(name: try readName(), range: start..<start)
        while true {
            let hasSpace = skipSpace()
            if take(">") {
                try enter(&tag, from: start)
                open.append(tags.count)
                break
            }
            if take("/>") {
                try enter(&tag, from: start)
                namespaces.leave()
                break
            }
            guard hasSpace else { throw .malformed(.tagDoesNotEnd(tag.name), start..<offset) }
            tag.attributes.append(try readAttribute())
        }
        tag.range = start..<offset
        tags.append(tag)
    }

    /// Says which namespaces the names of a tag belong to.
    private mutating func enter(_ tag: inout SVGTag, from start: Int) throws(Failure) {
        namespaces.enter(tag)
        guard let namespace = namespaces.namespace(of: tag.name) else {
            throw .malformed(.prefixNotDeclared(tag.name), start..<offset)
        }
        tag.namespace = namespace.isEmpty ? nil : namespace
        for (index, attribute) in tag.attributes.enumerated() where attribute.name.utf8.contains(UInt8(ascii: ":")) {
            guard let namespace = namespaces.namespace(of: attribute.name), !namespace.isEmpty else {
                throw .malformed(.prefixNotDeclared(attribute.name), attribute.range)
            }
            tag.attributes[index].namespace = namespace
        }
    }

    private mutating func readAttribute() throws(Failure) -> SVGTag.Attribute {
        let start = offset
        let name = try readName()
        skipSpace()
        guard take("=") else { throw .malformed(.attributeWithoutValue(name), start..<offset) }
        skipSpace()
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") else {
            throw .malformed(.valueNotQuoted(name), start..<offset)
        }
        let quote = bytes[offset] == UInt8(ascii: "'") ? "'" : "\""
        let content = try skip(.valueOf(name), past: quote, from: offset + 1)
        guard !bytes[content].contains(UInt8(ascii: "<")) else {
            throw .malformed(.doesNotEnd(Phrase.valueOf(name)), start..<offset)
        }
        return SVGTag.Attribute(name: name, value: try resolved(content), range: start..<offset)
    }

    private mutating func readName() throws(Failure) -> String {
        let start = offset
        while offset < bytes.count, isNameByte(bytes[offset]) { offset += 1 }
        guard offset > start else { throw .malformed(.noName, start..<start) }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...,
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    private mutating func take(_ text: String) -> Bool {
        guard bytes.has(text, at: offset) else { return false }
        offset += text.utf8.count
        return true
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = offset
        while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
        return offset > start
    }

    /// A text with its character references resolved.
    private func resolved(_ range: Range<Int>) throws(Failure) -> String {
        guard let text = String(decoding: bytes[range], as: UTF8.self).resolvingXMLReferences else {
            throw .malformed(.noCharacterReference, range)
        }
        return text
    }
}
