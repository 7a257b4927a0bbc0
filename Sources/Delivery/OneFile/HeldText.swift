import Crypto
import Foundation

/// A text as it may stand in a `script` that is not run: what would end it, or begin another, has a `\` behind its
/// `<`, and so has what already looks like that. `<\7>` is left for the marks of stretches that are held once.
func heldText(_ text: ArraySlice<UInt8>) -> [UInt8] {
    escaped(text) { $0.first == UInt8(ascii: "\\") || endsScript($0) }
}

/// A style sheet or script as it may stand in its element. Browsers turn all ends of lines into `\n` before they
/// compare it with the policy. In a script `<\/script` and `<\!--` say the same as without `\`.
func inlineText(_ text: String) -> String {
    let bytes = Array(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").utf8)
    return String(decoding: escaped(bytes[...], where: endsScript), as: UTF8.self)
}

/// A text with a `\` behind each `<` whose continuation asks for it.
private func escaped(_ text: ArraySlice<UInt8>, where isSpecial: (ArraySlice<UInt8>) -> Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 16)
    var start = text.startIndex
    while let open = text[start...].firstIndex(of: UInt8(ascii: "<")) {
        result += text[start...open]
        start = open + 1
        if isSpecial(text[start...]) { result.append(UInt8(ascii: "\\")) }
    }
    return result + text[start...]
}

/// Whether a text that follows a `<` must not stand in a script.
private func endsScript(_ text: ArraySlice<UInt8>) -> Bool {
    if text.starts(with: "!--".utf8) { return true }
    let name = (text.first == UInt8(ascii: "/") ? text.dropFirst() : text).prefix(6)
    return name.count == 6 && zip(name, "script".utf8).allSatisfy { $0 | 0x20 == $1 }
}

/// How a content security policy names a text.
func policySource(of text: String) -> String {
    "'sha256-\(Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString())'"
}
