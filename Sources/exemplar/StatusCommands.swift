import ArgumentParser
import Content
import Diagnostics
import Site
import Text

struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutArchive, .helpArchive, commandName: "archive")

    @Argument(help: .say(.optionRecords, "record"))
    var records: [String]

    @OptionGroup var options: EditOptions

    func run() async throws {
        let planned = try await options.plan()
        let paths = try records.map { try planned.site.library.path(ofRecordNamed: $0) }
        try await options.apply(planned.tree.setting(.archived, ofRecordsAt: paths), to: planned)
    }
}

struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(saying: .aboutPublish, .helpPublish)

    @Argument(help: .say(.optionRecords, "record"))
    var records: [String] = []

    @Flag(help: .say(.optionAllDrafts))
    var allDrafts = false

    @OptionGroup var options: EditOptions

    func validate() throws {
        if records.isEmpty, !allDrafts { throw ValidationError(.nothingNamed) }
    }

    func run() async throws {
        let planned = try await options.plan()
        let library = planned.site.library
        let paths = try records.map { try library.path(ofRecordNamed: $0) } + (allDrafts ? library.draftPaths : [])
        try await options.apply(planned.tree.setting(.published, ofRecordsAt: paths), to: planned)
    }
}

extension Library {
    /// The file of a record that has a status.
    fileprivate func path(ofRecordNamed text: String) throws -> String {
        let name = try name(text)
        guard let path = statusPath(of: name) else { throw Failure(.usage, .noStatus(name.text)) }
        return path
    }
}
