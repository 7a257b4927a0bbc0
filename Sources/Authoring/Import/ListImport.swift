import Content
import Diagnostics
import Office
import Text

/// Turns a printed list of practices into one source and a draft of a practice for each item.
package struct ListImport: Sendable {
    package let library: LibraryNames
    package var submission: Submission
    /// The id of the place of items that name none.
    package var place: String?
    /// Whether items whose record exists are left alone instead of refused.
    package var skipsExisting = false

    package init(_ submission: Submission, library: LibraryNames) {
        (self.submission, self.library) = (submission, library)
    }

    /// Why what is given cannot be followed; nil if it can.
    package var mistake: Phrase? { submission.mistake(in: library) }

    /// What an import would write, with the text that its problems are shown in.
    package func plan(path: String) throws(Spreadsheet.Refusal) -> (plan: SpreadsheetImport.Plan, file: SourceTree.File)
    {
        guard OfficeFile.isOne(submission.bytes) else { throw .told(.hasNoList(path).suggesting(.listAsDocument)) }
        let (paragraphs, tables): ([OfficeParagraph], Int)
        do throws(OfficeRefusal) {
            let office = try OfficeFile(submission.bytes)
            (paragraphs, tables) = (try office.paragraphs(), office.tables.count)
        } catch {
            throw .told(Spreadsheet.phrase(for: error, path))
        }
        let wholeText = library.guide.phrase(.wholeText, in: library.language)
        let list = PrintedList(paragraphs, wholeText: wholeText)
        guard !list.items.isEmpty else { throw .told(.hasNoList(path).suggesting(.listAsDocument)) }
        var reader = ListReader(self, list, path: path)
        reader.read()
        if tables > 0 { reader.plan.remarks.append(.tablesPassedOver(tables)) }
        return (reader.plan, reader.file)
    }
}
