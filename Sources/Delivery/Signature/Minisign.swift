import Crypto
import Disk
import Foundation

/// A public key of [minisign](https://jedisct1.github.io/minisign/), as its program prints it.
package struct MinisignKey: Sendable, Equatable {
    private let bytes: [UInt8]

    /// - Parameter text: the key, or the file that holds it below a line of comment.
    package init?(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        guard let line = lines.last, lines.count == 1 || lines.first?.hasPrefix("untrusted comment:") == true,
            let data = Data(base64Encoded: line.trimmingCharacters(in: .whitespaces)), data.count == 42,
            data.starts(with: "Ed".utf8)
        else { return nil }
        bytes = Array(data)
    }

    /// By which people know it: sixteen hexadecimal digits.
    var id: String { keyName(bytes[2..<10]) }

    func isSignature(_ signature: ArraySlice<UInt8>, of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes[10...]) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}

/// Numbers of keys are written with their last byte first.
private func keyName(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.reversed().map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
}

/// A signature as `minisign -S` writes it beside a file: of the file, and of that and a comment.
package struct MinisignSignature: Sendable, Equatable {
    package static let fileName = ManifestForm.sumsName + ".minisig"

    private let bytes: [UInt8]
    private let comment: String
    private let commentSignature: [UInt8]

    /// Nil if it is something else.
    init?(_ file: [UInt8]) {
        let lines = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        let mark = "trusted comment: "
        guard lines.count == 4, lines[0].hasPrefix("untrusted comment:"), lines[2].hasPrefix(mark),
            let signature = Data(base64Encoded: lines[1]), signature.count == 74,
            signature.starts(with: "Ed".utf8) || signature.starts(with: "ED".utf8),
            let commentSignature = Data(base64Encoded: lines[3]), commentSignature.count == 64
        else { return nil }
        (bytes, comment, self.commentSignature) = (
            Array(signature), String(lines[2].dropFirst(mark.count)), Array(commentSignature)
        )
    }

    /// The key that it says it was made with.
    var keyID: String { keyName(bytes[2..<10]) }

    /// What the signer says; nil unless both signatures are of this key.
    func comment(checkedBy key: MinisignKey, for file: [UInt8]) -> String? {
        // `ED` is of the hash, `Ed`, of older programs, of the file itself.
        let message = bytes[1] == UInt8(ascii: "D") ? blake2b(file) : file
        guard key.isSignature(bytes[10...], of: message),
            key.isSignature(commentSignature[...], of: bytes[10...] + Array(comment.utf8))
        else { return nil }
        return comment
    }
}

/// Who signed the list of a pack.
package enum SignatureState: Sendable, Equatable {
    /// Nobody, where a key asks for it or none does.
    case none(isAsked: Bool)
    /// Somebody; no key was given to check it.
    case unchecked(key: String)
    /// Whoever has the key, with what they say of it.
    case good(comment: String)
    case otherKey(signed: String, given: String)
    /// The signature, or its comment, was changed, or it is of something else.
    case wrong
    case unreadable

    init(_ signature: [UInt8]?, of file: [UInt8], key: MinisignKey?) {
        guard let signature else {
            self = .none(isAsked: key != nil)
            return
        }
        guard let signature = MinisignSignature(signature) else {
            self = .unreadable
            return
        }
        guard let key else {
            self = .unchecked(key: signature.keyID)
            return
        }
        if signature.keyID != key.id {
            self = .otherKey(signed: signature.keyID, given: key.id)
        } else if let comment = signature.comment(checkedBy: key, for: file) {
            self = .good(comment: comment)
        } else {
            self = .wrong
        }
    }

    /// Whether whoever gave a key must not take the pack for theirs who have it.
    package var isRefusal: Bool {
        switch self {
        case .none(let isAsked): isAsked
        case .good, .unchecked: false
        case .otherKey, .wrong, .unreadable: true
        }
    }
}
