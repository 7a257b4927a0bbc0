import Content
import Diagnostics
import Foundation
import Text

/// A table that an office exported, as UTF-8 CSV whatever it was saved as.
package struct Spreadsheet: Sendable {
    /// A file that cannot be read as a table, and what to do about it.
    package struct Refusal: Error, Equatable {
        package var message: Phrase

        init(_ problem: Phrase) { message = problem.suggesting(.importCSV) }
    }

    /// The file in UTF-8: places in it are what problems are shown at.
    package var file: SourceTree.File
    /// Whether it was saved in the encoding of Chinese Windows.
    package var isConverted: Bool

    package init(path: String, bytes: [UInt8]) throws(Refusal) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw Refusal(.isSpreadsheet(path))
        }
        var problems: [Diagnostic] = []
        if checkEncoding(bytes, path: path, diagnostics: &problems) {
            (file, isConverted) = (SourceTree.File(path: path, bytes: bytes), false)
        } else if let text = Self.decodedGB18030(bytes) {
            (file, isConverted) = (SourceTree.File(path: path, bytes: Array(text.utf8)), true)
        } else {
            throw Refusal(.isNoKnownEncoding(path))
        }
        if bytes.contains(0) { throw Refusal(.isNoText(path)) }
    }

    /// GB18030 holds GBK and GB 2312. Only what can be written back byte for byte counts as decoded.
    private static func decodedGB18030(_ bytes: [UInt8]) -> String? {
        // kCFStringEncodingGB_18030_2000 as a Foundation encoding.
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        let data = Data(bytes)
        guard let text = String(data: data, encoding: encoding), text.data(using: encoding) == data else { return nil }
        return text
    }
}
