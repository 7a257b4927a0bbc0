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
        root.rewriteTexts { text, isVerbatim in restored(text, escaped: isVerbatim) }
    }

    /// Nil if there is nothing to put back.
    private func restored(_ bytes: UnsafeBufferPointer<UInt8>, escaped: Bool) -> [UInt8]? {
        var restored: [UInt8] = []
        var index = 0
        var found = false
        while index < bytes.count {
            if let standIn = standIns.firstIndex(where: { bytes[index...].starts(with: $0.utf8) }) {
                found = true
                if escaped { restored.append(UInt8(ascii: "\\")) }
                restored += Self.signs[standIn].utf8
                index += standIns[standIn].utf8.count
            } else {
                restored.append(bytes[index])
                index += 1
            }
        }
        return found ? restored : nil
    }
}
