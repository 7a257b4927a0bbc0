import Testing
import Text

@testable import Diagnostics

@Suite("Every problem has a stable id and an explanation")
struct DiagnosticCodeTests {
    @Test(arguments: DiagnosticCode.allCases)
    func theIdIsKebabCase(code: DiagnosticCode) {
        let words = code.rawValue.split(separator: "-", omittingEmptySubsequences: false)
        #expect(words.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } })
    }

    @Test(arguments: DiagnosticCode.allCases)
    func theExplanationSaysWhatWhyAndHow(code: DiagnosticCode) {
        let explanation = code.explanation(in: .en)
        #expect(!explanation.title.isEmpty && !explanation.title.contains("\n"))
        #expect(!explanation.title.hasSuffix("."), "a title is no sentence")
        #expect(explanation.reason.hasSuffix("."))
        #expect(!explanation.remedy.isEmpty)
        for text in [explanation.title, explanation.reason, explanation.remedy] {
            #expect(!text.contains("  "), "lines were joined without care")
        }
    }

    @Test("no two ids and no two titles are the same")
    func allDiffer() {
        #expect(Set(DiagnosticCode.allCases.map(\.rawValue)).count == DiagnosticCode.allCases.count)
        #expect(
            Set(DiagnosticCode.allCases.map { $0.explanation(in: .en).title }).count == DiagnosticCode.allCases.count)
    }

    @Test("only what leaves the site usable is a warning")
    func warnings() {
        #expect(
            DiagnosticCode.allCases.filter { $0.severity == .warning } == [
                .textCut, .textTooLong, .figureWithoutSource, .fractionForShare, .looseFigure, .hedgeOutsideLink,
                .staleReview, .missingTranslation, .staleTranslation, .orphanConfirmation, .unusedFootnote, .topHeading,
                .almostMarkdown, .lostCells,
                .chinesePunctuation, .wrongWord, .wrongTitle, .missingAlt, .unusedTemplate, .lostHole, .brokenStyle,
                .changedOriginal, .unportableName, .orphanPage,
            ])
        #expect(Diagnostic(.orphanPage, "", at: .init(path: "a", range: 0..<0)).severity == .warning)
        #expect(Diagnostic(.deadLink, "", at: .init(path: "a", range: 0..<0)).severity == .error)
    }
}
