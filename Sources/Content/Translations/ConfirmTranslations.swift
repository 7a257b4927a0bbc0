import Diagnostics
import Markdown
import Text

/// Translations that somebody has compared with their originals.
package struct TranslationName: Sendable {
    /// The record, as the table names it; all of them if nil.
    package var record: String?
    /// All of them if nil.
    package var language: Int?

    package init(_ record: String?, into language: Int?) { (self.record, self.language) = (record, language) }

    /// By a file of the library; nil if it is no file of a record.
    package init?(file: String, in tree: SourceTree, languages: [String]) {
        guard file.hasPrefix("content/"), file.hasSuffix(".md"), tree[file] != nil else { return nil }
        let translation = translation(at: file, in: languages)
        record = RecordName.object(ofFile: translation?.original ?? file)
        language = translation.flatMap { $0.language > 0 ? $0.language : nil }
    }

    fileprivate func covers(_ record: String, _ language: Int) -> Bool {
        self.record.map { $0 == record } ?? true && self.language.map { $0 == language } ?? true
    }
}

extension Library {
    /// What is named has no translation.
    package struct NotTranslated: Error {
        package var name: TranslationName
    }

    /// The table of confirmed translations after some have been compared with their originals. Where all of them were, the
    /// rows about records and languages that are no more go.
    package func confirming(_ names: [TranslationName], in tree: SourceTree) throws(NotTranslated) -> LibraryEdit {
        let context = ReadingContext(
            languages: languages, markdown: MarkdownOptions(allowsRawHTML: configuration.allowsRawHTML),
            includesDrafts: true)
        // What is wrong with the library was told before it is changed.
        var (problems, seen) = ([Diagnostic](), SeenIDs())
        let records = groupRecordFiles(tree.files(in: "content"), languages: languages, diagnostics: &problems)
        var new: [ConfirmedText] = []
        for record in records where names.contains(where: { $0.record.map { $0 == record.address } ?? true }) {
            new += rows(of: record, context: context)
        }
        new.removeAll { row in !names.contains { isAbout(row, $0) } }
        if let name = names.first(where: { name in name.record != nil && !new.contains { isAbout($0, name) } }) {
            throw NotTranslated(name: name)
        }
        let old =
            tree[ConfirmedText.path].map {
                readTable($0, of: ConfirmedText.self, context: context, seen: &seen, diagnostics: &problems)
            } ?? []
        let isWhole = names.contains { $0.record == nil }
        let addresses = Set(records.map(\.address))
        let kept = old.filter { row in
            let isOrphan = !addresses.contains(row.record) || !languages.dropFirst().contains(row.language)
            return !names.contains { isAbout(row, $0) } && !(isOrphan && isWhole)
        }
        let rows = (kept + new).sorted { ($0.record, $0.language, $0.field) < ($1.record, $1.language, $1.field) }
        let file = SourceTree.File(path: ConfirmedText.path, bytes: ConfirmedText.table(of: rows))
        var edit = LibraryEdit()
        if tree[file.path] == nil { edit.added = [file.path] }
        if file.bytes != tree[file.path]?.bytes { edit.written = [file] }
        return edit
    }

    private func isAbout(_ row: ConfirmedText, _ name: TranslationName) -> Bool {
        languages.firstIndex(of: row.language).map { name.covers(row.record, $0) } ?? false
    }

    /// A row for each field of a record, in each of the languages that it is translated into, with the sentences of texts that have
    /// a translation: one that is written later has still to be compared.
    private func rows(of record: RecordFile, context: ReadingContext) -> [ConfirmedText] {
        let texts = translatableTexts(of: record, context: context)
        let fields = texts.fields
        return languages.indices.dropFirst().flatMap { language in
            fields.compactMap { field in
                let sentences = field.sentences.filter { $0.text.isTranslated(into: language) }
                guard !sentences.isEmpty else { return nil }
                var row = ConfirmedText(at: SourceSpan(path: ConfirmedText.path, range: 0..<0))
                (row.record, row.language, row.field) = (record.address, languages[language], field.key)
                row.original = sentences.map(\.fingerprint).joined(separator: " ")
                return row
            }
        }
    }
}

extension ConfirmedText {
    fileprivate static func table(of rows: [ConfirmedText]) -> [UInt8] {
        var writer = CSVWriter(lineEnd: "\n", guardsFormulas: false)
        writer.write(fields.map(\.key))
        for row in rows { writer.write([row.record, row.language, row.field, row.original ?? ""]) }
        return writer.bytes
    }
}
