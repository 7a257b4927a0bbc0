import Crypto
import Text

/// The SHA-256 of some bytes in lower-case hex digits (FIPS 180-4), by which records name originals.
package func sha256(_ bytes: some Collection<UInt8>) -> String {
    String(hexadecimal: hash(bytes))
}

/// The first digits of it, an even number.
func sha256(_ bytes: some Collection<UInt8>, digits: Int) -> String {
    String(hexadecimal: Array(hash(bytes).prefix(digits / 2)))
}

private func hash(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let digest = bytes.withContiguousStorageIfAvailable { SHA256.hash(data: UnsafeRawBufferPointer($0)) }
    return Array(digest ?? SHA256.hash(data: Array(bytes)))
}
