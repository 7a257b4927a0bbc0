import Diagnostics
import Testing
import Text

@testable import Content

@Suite("The library is compared with the document itself")
struct OriginalsTests {
    static let lines = [
        "座谈:楼道里的事",
        "李某:今年以来,我们在“楼道”议事20余次。办结诉求3200余件次,准确率不低于97%。名单上有33家单位。",
        "(完)",
    ]
    static let original = lines.joined(separator: "\n")

    /// A record of the source and four figures, as they were when the library was made.
    static let record = """
        title: 座谈
        outlet: 楼道报
        date: not printed
        language: zh-Hans
        rights: reference
        sha256: c1a3c3d9b8b7d4a0a8d6c4a2f3e1d0c9b8a7f6e5d4c3b2a1908f7e6d5c4b3a29
        file: talk.txt
        sections:
          - {id: s1, title: 座谈}
        speakers:
          - {id: li, name: 李某, role: 楼长}
        paragraphs:
          - {n: 1, section: s1, kind: heading, sentences: 1, fingerprint: "\(NormalizedText(lines[0]).fingerprint)"}
          - {n: 2, section: s1, kind: answer, speaker: li, sentences: 3, fingerprint: "\(NormalizedText(lines[1]).fingerprint)"}
          - {n: 3, section: s1, kind: credits, sentences: 1, fingerprint: "\(NormalizedText(lines[2]).fingerprint)"}
        """
    static let figures = """
        id,metric,place,printed,role,source,locator,speaker
        talks,talks,panjin,20余次,action,talk,P2.S1,li
        cases,cases,panjin,3200余件次,result,talk,P2.S2,li
        accuracy,accuracy,panjin,不低于97%,result,talk,P2.S2,li
        members,members,panjin,33家,structure,talk,P2.S3,li
        """

    private func compare(
        original: String = original, record: String = record, figures: String = figures, name: String = "talk.txt"
    ) async -> (report: OriginalsReport, problems: [String], notes: [String]) {
        let outcome = await Folder {
            Fixtures.panjin
            File(
                "content/metrics/metrics.yaml",
                ["talks", "cases", "accuracy", "members"].map { "\($0): {name: \($0), definition: 数, kind: count}\n" }
                    .joined())
            File("seeds/talk/source.yaml", record)
            File("content/metrics/2025.csv", figures)
        }.build()
        var diagnostics = outcome.diagnostics
        let file = SourceTree.File(path: "papers/" + name, bytes: Array(original.utf8))
        let report = checkOriginals(outcome.library, files: [file], diagnostics: &diagnostics)
        let notes = diagnostics.flatMap(\.notes).map { note in
            String(decoding: file.bytes[note.span.range], as: UTF8.self)
        }
        return (report, diagnostics.map { "\($0.code.rawValue): \($0.message)" }, notes)
    }

    @Test("a fingerprint is the one that other tools compute")
    func fingerprint() {
        #expect(NormalizedText("编者按:").fingerprint == "5f982d1f9d227132")
        #expect(NormalizedText(" 编 者按：\n").fingerprint == "5f982d1f9d227132")
        #expect(NormalizedText("「甲」・“乙”") == NormalizedText("\"甲\"·『乙』"))
    }

    @Test("an unchanged document confirms every paragraph and figure")
    func unchanged() async {
        let outcome = await compare()
        #expect(outcome.problems == [])
        #expect(outcome.report == OriginalsReport(paragraphs: 3, figures: 4, otherFiles: ["talk.txt"]))
    }

    @Test(
        "a copy in other widths, quotation marks and spacing is as good",
        arguments: [
            ("今年以来,", "今年以来，"), ("3200", "３２００"), ("“楼道”", "「楼道」"), ("97%", "９７％"), ("李某:", "李 某："),
            ("20余次", "20 余次"),
        ])
    func sameText(printed: String, other: String) async {
        let outcome = await compare(original: Self.original.replacing(printed, with: other))
        #expect(outcome.problems == [])
        #expect(outcome.report.figures == 4)
    }

    @Test(
        "a change of the document is found, and both are shown",
        arguments: [("3200", "3201"), ("余件次", "件次"), ("33家", "33个"), ("李某", "张某"), ("不低于", "高于"), ("(完)", "(完!)")])
    func changedOriginal(old: String, new: String) async {
        let changed = Self.original.replacing(old, with: new)
        let outcome = await compare(original: changed)
        let paragraph = old == "(完)" ? 3 : 2
        let line = changed.split(separator: "\n").map(String.init)[paragraph - 1]
        #expect(
            outcome.problems.first?.hasPrefix("changed-paragraph: P\(paragraph) is recorded with the fingerprint ")
                == true)
        #expect(outcome.notes.first == line)
    }

    @Test(
        "a change of the library is found, with the document beside it",
        arguments: [
            ("33家", "34家", "figure-not-in-source: ‘34家’ does not stand in P2.S3 of the original"),
            ("33家", "3家", "figure-not-in-source: ‘3家’ does not stand in P2.S3 of the original"),
            ("33家", "33个", "figure-not-in-source: ‘33个’ does not stand in P2.S3 of the original"),
            ("3200余件次", "3200多件次", "figure-not-in-source: ‘3200多件次’ does not stand in P2.S2 of the original"),
            ("不低于97%", "超过97%", "figure-not-in-source: ‘超过97%’ does not stand in P2.S2 of the original"),
            (
                "20余次,action,talk,P2.S1", "20余次,action,talk,P2.S2",
                "figure-not-in-source: ‘20余次’ does not stand in P2.S2 of the original"
            ),
            (
                "20余次,action,talk,P2.S1", "20余次,action,talk,P3",
                "figure-not-in-source: ‘20余次’ does not stand in P3 of the original"
            ),
            ("20余次,action,talk,P2.S1", "20余次,action,talk,P2.S9", "unknown-locator: P2 of ‘talk’ has no sentence S9"),
            ("20余次,action,talk,P2.S1", "20余次,action,talk,P9", "unknown-locator: ‘talk’ has no paragraph P9"),
            ("P2.S3,li", "P2.S3,wang", "unknown-reference: unknown speaker ‘wang’"),
        ])
    func changedLibrary(old: String, new: String, problem: String) async {
        let outcome = await compare(figures: Self.figures.replacing(old, with: new))
        #expect(outcome.problems.contains(problem), "\(outcome.problems)")
    }

    @Test("two figures that changed places are both found")
    func swapped() async {
        let swapped = Self.figures.replacing("20余次", with: "X").replacing("33家", with: "20余次").replacing(
            "X", with: "33家")
        let outcome = await compare(figures: swapped)
        #expect(
            outcome.problems == [
                "figure-not-in-source: ‘33家’ does not stand in P2.S1 of the original",
                "figure-not-in-source: ‘20余次’ does not stand in P2.S3 of the original",
            ])
        #expect(outcome.report.figures == 2)
    }

    @Test("a figure as full-width digits in the library passes")
    func fullWidthFigure() async {
        #expect(await compare(figures: Self.figures.replacing("33家", with: "３３家")).problems == [])
    }

    @Test("a wrong number of sentences and a missing document are told")
    func otherFaults() async {
        let sentences = await compare(record: Self.record.replacing("sentences: 3", with: "sentences: 4"))
        #expect(sentences.problems == ["changed-paragraph: P2 is recorded with 4 sentences, the original has 3"])
        let missing = await compare(name: "other.txt")
        #expect(missing.problems == ["missing-original: no file has the SHA-256 of ‘talk’ or the name ‘talk.txt’"])
        #expect(missing.report == OriginalsReport())
    }
}
