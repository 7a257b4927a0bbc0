import ArgumentParser
import Delivery
import Diagnostics
import Disk
import Foundation
import Site

struct PDFCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutPDF, .helpPDF, commandName: "pdf")

    @OptionGroup var library: SourceOptions

    @Option(help: .say(.optionPDFFile, "file"))
    var output: String

    @Option(help: .say(.optionPDFLanguage, "tag"))
    var language: String?

    @Flag(help: .say(.optionStrict))
    var strict = false

    func validate() throws {
        if !output.lowercased().hasSuffix(".pdf") { throw ValidationError(.pdfEndsInPDF(output)) }
    }

    func run() async throws {
        var progress = Progress()
        defer { progress.finish() }
        let file = try library.ownFile(output, .pdf)
        let printer = try DocumentPrinter()
        let (planned, tally) = try await library.planToPublish(drafts: false, strict: strict, &progress)
        let plan = planned.site.plan
        let index = language.map { plan.languages.firstIndex(of: $0) } ?? 0
        guard let index else {
            throw Failure(.usage, .notALanguageOfLibrary(language: language ?? "", languages: plan.languages))
        }
        guard let page = plan.path(of: PageID(.print), language: index) else {
            throw Failure(.usage, .tooMuchToPrint)
        }
        let folder = try makeTemporaryFolder()
        defer { removeTemporaryFolder(folder) }
        _ = try await planned.publish(to: folder + "/site", jobs: library.jobs, begin: { progress.begin($0) })
        let pdf = try printer.print(page, in: folder + "/site")
        progress.finish()
        let written = try file.write(pdf)
        try Terminal.write(
            Phrase.pdfWritten(file: output, size: Terminal.size(written.count), tally: tally.phrase).text + "\n")
        if !printer.numbersContents { Terminal.printError(Phrase.contentsWithoutNumbers.text) }
    }
}

extension DocumentPrinter.Failure {
    var failure: Failure {
        switch self {
        case .noBrowser: Failure(.disk, .noBrowser)
        case .failed(let reason): Failure(.disk, .browserFailed(Foreign(reason)))
        }
    }
}
