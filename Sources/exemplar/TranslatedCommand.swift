import ArgumentParser
import Content
import Diagnostics
import Site

struct Translated: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutTranslated, .helpTranslated)

    @Argument(help: .say(.optionRecords, "record"))
    var records: [String] = []

    @Flag(name: .customLong("all"), help: .say(.optionAllTranslations))
    var confirmsAll = false

    @Option(help: .say(.optionTranslatedLanguage, "tag"))
    var language: String?

    @OptionGroup var options: EditOptions

    func validate() throws {
        if records.isEmpty != confirmsAll { throw ValidationError(.noTranslationNamed) }
    }

    func run() async throws {
        let planned = try await options.plan()
        let library = planned.site.library
        let number = try language.map { try languageNumber($0, among: library.languages) }
        let names =
            confirmsAll
            ? [TranslationName(nil, into: number)]
            : try records.map { try library.translation($0, number, in: planned) }
        let edit: LibraryEdit
        do throws(Library.NotTranslated) {
            edit = try library.confirming(names, in: planned.tree)
        } catch {
            let name = error.name.record ?? ""
            throw Failure(
                .usage,
                error.name.language.map { .notTranslatedInto(name: name, language: library.languages[$0]) }
                    ?? .notTranslated(name))
        }
        try await options.apply(edit, to: planned)
    }
}

/// The number of a language that is not the default one.
func languageNumber(_ language: String, among languages: [String]) throws -> Int {
    let others = Array(languages.dropFirst())
    guard let index = others.firstIndex(of: language) else {
        throw Failure(
            .usage,
            Phrase.noSuchLanguage(language).suggesting(
                .nearest(to: language, among: others) ?? .languagesOfSite(languages)))
    }
    return index + 1
}

extension Library {
    /// What somebody calls the translations of a record; the file of one means that one.
    fileprivate func translation(_ text: String, _ language: Int?, in planned: PlannedSite) throws -> TranslationName {
        guard let file = TranslationName(file: text, in: planned.tree, languages: languages) else {
            return TranslationName(try name(text).address, into: language)
        }
        return TranslationName(file.record, into: language ?? file.language)
    }
}
