import Authoring
import Diagnostics
import Foundation
import Text

func readSpreadsheet(_ path: String, _ bytes: [UInt8], _ options: Spreadsheet.Options) throws -> Spreadsheet {
    try reading { () throws(Spreadsheet.Refusal) in
        try Spreadsheet(path: path, bytes: bytes, options: options)
    }
}

/// Reads something of a table, and tells why it cannot be read.
func reading<Result>(_ read: () throws(Spreadsheet.Refusal) -> Result) throws -> Result {
    do throws(Spreadsheet.Refusal) {
        return try read()
    } catch {
        switch error {
        case .told(let message): throw Failure(.problems, message)
        case .found(let diagnostics, let file):
            tell(diagnostics, in: file)
            throw Failure(Tally(diagnostics, isStrict: true))
        }
    }
}

/// - Parameter others: files that notes lead to.
func tell(_ diagnostics: [Diagnostic], in file: SourceTree.File, beside others: [SourceTree.File] = []) {
    let writer = DiagnosticWriter(SourceTree(files: others + [file]), for: STDERR_FILENO)
    Terminal.printError(writer.write(diagnostics.sorted(), as: .text))
}

/// The two words of an option such as `--set field=value`.
func halves(_ text: String, at sign: String.Index?, option: String) throws -> (before: String, after: String) {
    guard let sign, sign != text.startIndex, text.index(after: sign) != text.endIndex else {
        throw Failure(.usage, .noTwoWords(option: option, text: text))
    }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
}
