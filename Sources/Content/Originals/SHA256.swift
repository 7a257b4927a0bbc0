import Crypto
import Text

/// The SHA-256 of some bytes in lower-case hex digits (FIPS 180-4), by which records name originals.
package func sha256(_ bytes: some Collection<UInt8>) -> String {
    String(hexadecimal: Array(SHA256.hash(data: Array(bytes))))
}
