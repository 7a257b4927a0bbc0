import Diagnostics
import Text

/// The one gate through which every text comes: whether a file is UTF-8. If not, says so with the place of the first broken
/// byte; if it is, names the characters in it that no text has.
///
/// GBK is told from other encodings by its shape: bytes above 0x80 come in pairs, or are the first and third of four.
package func checkEncoding(_ bytes: [UInt8], path: String, diagnostics: inout [Diagnostic]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        diagnostics.append(Diagnostic(.isUTF16, at: SourceSpan(path: path, range: 0..<2), hint: .saveAsUTF8))
        return false
    }
    let unwanted = firstInvalidByte(bytes) == nil ? unwantedCharacters(bytes) : []
    if unwanted.isEmpty || unwanted.contains(where: { $0.scalar == "\0" }), seemsUTF16(bytes) {
        diagnostics.append(Diagnostic(.seemsUTF16, at: SourceSpan(path: path, range: 0..<2), hint: .saveAsUTF8))
        return false
    }
    diagnostics += unwanted.map { .unwanted($0.scalar, $0.kind, at: SourceSpan(path: path, range: $0.range)) }
    guard let offset = firstInvalidByte(bytes) else { return true }
    // Valid UTF-8 Han before the bad byte rules out GBK.
    let isGBK = !bytes[..<offset].contains { $0 >= 0xE3 && $0 <= 0xE9 } && looksLikeGBK(bytes)
    let byte = String(bytes[offset], radix: 16, uppercase: true)
    diagnostics.append(
        Diagnostic(
            isGBK ? .looksLikeGBK(offset: offset, byte: byte) : .notUTF8(offset: offset, byte: byte),
            at: SourceSpan(path: path, range: offset..<offset + 1), hint: isGBK ? .convertFromGBK : .saveAsUTF8))
    return false
}

extension Diagnostic {
    /// Tells of a character that no text has; nil if the text has none.
    package static func unwanted(in text: String, at span: SourceSpan) -> Diagnostic? {
        for scalar in text.unicodeScalars {
            if let kind = scalar.unwantedKind { return .unwanted(scalar, kind, at: span) }
        }
        return nil
    }

    /// The same of a character that was found.
    package static func unwanted(
        _ scalar: Unicode.Scalar, _ kind: UnwantedCharacter.Kind, at span: SourceSpan
    ) -> Diagnostic {
        switch kind {
        case .control: Diagnostic(.controlCharacter(scalar.codePoint), at: span, hint: .removeCharacter)
        case .lost: Diagnostic(.lostCharacter, at: span, hint: .typeCharacterAgain)
        case .insideNumber: Diagnostic(.invisibleInNumber(scalar.codePoint), at: span, hint: .removeCharacter)
        case .secondMark: Diagnostic(.secondByteOrderMark, at: span, hint: .removeCharacter)
        }
    }
}

private func looksLikeGBK(_ bytes: [UInt8]) -> Bool {
    var index = 0
    var pairs = 0
    while index < bytes.count {
        guard bytes[index] >= 0x80 else {
            index += 1
            continue
        }
        guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count else { return false }
        switch bytes[index + 1] {
        case 0x40...0x7E, 0x80...0xFE: index += 2
        // GB 18030 has characters of four bytes as well.
        case 0x30...0x39
        where index + 3 < bytes.count && (0x81...0xFE).contains(bytes[index + 2])
            && (0x30...0x39).contains(bytes[index + 3]):
            index += 4
        default: return false
        }
        pairs += 1
    }
    return pairs > 0
}
