/// A text without the space around it, no-break and ideographic ones and byte order marks included.
package func trimmed(_ text: some StringProtocol) -> String {
    func isSpace(_ character: Character) -> Bool { character.isWhitespace || character == "\u{FEFF}" }
    var rest = Substring(text)
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(rest)
}
