import CCmark

/// Keeps escaped signs apart from those that mean something to an extension.
///
/// In libcmark's tree `\~` and `~` are the same text. Where a text has escaped signs of our syntax, each is
/// read as a stand-in, a punctuation sign nobody writes (so that the rules for emphasis, which ask for
/// punctuation, come to the same), and is put back when strikethrough and footnotes were found.
struct EscapeMarks {
    private let standIns: [Character]
    private static let signs: [Character] = ["~", "[", "]"]
    /// Batak and Sundanese punctuation.
    private static let choices: [[Character]] = [
        ["\u{1BFC}", "\u{1BFD}", "\u{1BFE}"], ["\u{1CC0}", "\u{1CC1}", "\u{1CC2}"],
    ]

    /// `nil` if the text has no escapes that matter, as nearly always.
    init?(for bytes: [UInt8]) {
        let matters = bytes.indices.dropLast().contains { index in
            bytes[index] == UInt8(ascii: "\\") && "~[]".utf8.contains(bytes[index + 1])
        }
        guard matters, bytes.contains(UInt8(ascii: "~")) || bytes.contains(UInt8(ascii: "^")) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let free = Self.choices.first(where: { choice in !text.contains { choice.contains($0) } }) else {
            return nil
        }
        standIns = free
    }

    /// The text with stand-ins for escaped signs.
    func mark(_ bytes: [UInt8]) -> [UInt8] {
        var marked: [UInt8] = []
        marked.reserveCapacity(bytes.count + 16)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            guard byte == UInt8(ascii: "\\") else {
                marked.append(byte)
                index += 1
                continue
            }
            let sign = Character(Unicode.Scalar(next))
            if let position = Self.signs.firstIndex(of: sign) {
                marked += standIns[position].utf8
                index += 2
            } else {
                marked.append(byte)
                // What a backslash escapes cannot escape in turn.
                if next.isASCIIPunctuation { marked.append(next) }
                index += next.isASCIIPunctuation ? 2 : 1
            }
        }
        return marked
    }

    /// Puts the signs back: with their backslash in code and HTML, where it is an ordinary character.
    func unmark(_ root: CMarkNode) {
        var walk = CMarkWalk(root)
        while let (node, entering) = walk.next() {
            guard entering else { continue }
            switch node.type {
            case CMARK_NODE_TEXT:
                restore(node.literal, escaped: false) { _ = cmark_node_set_literal(node.pointer, $0) }
            case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
                restore(node.literal, escaped: true) { _ = cmark_node_set_literal(node.pointer, $0) }
            case CMARK_NODE_CODE_BLOCK:
                restore(node.literal, escaped: true) { _ = cmark_node_set_literal(node.pointer, $0) }
                restore(node.info, escaped: false) { _ = cmark_node_set_fence_info(node.pointer, $0) }
            case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
                restore(node.url, escaped: false) { _ = cmark_node_set_url(node.pointer, $0) }
                restore(node.title, escaped: false) { _ = cmark_node_set_title(node.pointer, $0) }
            default: break
            }
        }
    }

    private func restore(
        _ bytes: UnsafeBufferPointer<UInt8>, escaped: Bool, set: (UnsafePointer<CChar>) -> Void
    ) {
        var restored: [CChar] = []
        var index = 0
        var found = false
        while index < bytes.count {
            let standIn = standIns.firstIndex { bytes[index...].starts(with: $0.utf8) }
            if let standIn {
                found = true
                if escaped { restored.append(CChar(bitPattern: UInt8(ascii: "\\"))) }
                restored += Self.signs[standIn].utf8.map(CChar.init(bitPattern:))
                index += standIns[standIn].utf8.count
            } else {
                restored.append(CChar(bitPattern: bytes[index]))
                index += 1
            }
        }
        guard found else { return }
        restored.append(0)
        restored.withUnsafeBufferPointer { buffer in
            if let address = buffer.baseAddress { set(address) }
        }
    }
}
