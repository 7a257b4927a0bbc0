import ArgumentParser
import Delivery
import Diagnostics
import Disk

extension Check {
    /// Tells what is wrong with a finished site, whatever library it was made from.
    func checkSite(in folder: String) throws {
        let found = try files(below: folder, skipping: isOfTool)
        guard !found.isEmpty else { throw Failure(.disk, .noSite(folder)) }
        var contents: [String: [UInt8]] = [:]
        for (path, kind) in found where kind == .file { contents[path] = try readFile(folder + "/" + path) }
        let problems = SiteAudit(contents).problems
        try Terminal.write(
            problems.map { Phrase.fileProblem(path: $0.path, problem: $0.problem.phrase).text + "\n" }.joined())
        let tally = Tally(errors: problems.count, warnings: 0)
        Terminal.printError(Phrase.siteChecked(files: contents.count, tally: tally.phrase).text)
        if !problems.isEmpty { throw ExitCode(ExitStatus.problems.rawValue) }
    }
}

extension SiteProblem {
    fileprivate var phrase: Phrase {
        switch self {
        case .deadLink(let address): .siteDeadLink(address)
        case .deadAnchor(let address): .siteDeadAnchor(address)
        case .outside(let address): .siteOutside(address)
        case .noPolicy: .siteNoPolicy
        case .headings(let count): .siteHeadings(count)
        case .language(let language, let expected):
            language.isEmpty ? .siteNoLanguage : .siteLanguage(language: language, expected: expected)
        case .sameID(let id): .siteSameID(id)
        case .tooBig(let bytes, let limit): .siteTooBig(bytes: bytes, limit: limit)
        case .searchMissing(let path): .siteSearchMissing(path)
        case .searchStray: .siteSearchStray
        case .element(let name): .siteElement(name)
        }
    }
}
