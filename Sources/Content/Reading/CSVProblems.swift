import Diagnostics
import Text

extension CSVScanner {
    /// What is wrong with the way in which the rows read so far are written.
    func problems(in path: String) -> [Diagnostic] {
        faults.map { fault in
            let message: Diagnostic.Message =
                switch fault.kind {
                case .quoteInsideField: .strayQuote
                case .textBehindQuote: .textAfterQuote
                case .unclosedQuote: .unclosedQuote
                }
            return Diagnostic(message, at: SourceSpan(path: path, range: fault.range), hint: .doubleQuotes)
        }
    }
}
