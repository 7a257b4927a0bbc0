import Crypto

/// How a document is numbered and recognised, for those who write its source record.
package enum OriginalText {
    /// How many sentences `check --originals` counts in a paragraph.
    package static func sentences(of paragraph: String) -> Int {
        Original.sentences(of: paragraph).count
    }

    /// Those sentences.
    package static func sentenceTexts(of paragraph: String) -> [String] { Original.sentences(of: paragraph) }

    /// The lower-case hex SHA-256 of a file.
    package static func sha256(_ bytes: [UInt8]) -> String {
        hexadecimal(SHA256.hash(data: bytes))
    }
}
