import Testing

@testable import Content

@Suite("Evidence levels are computed from the records")
struct EvidenceTests {
    private func level(
        practice fields: String = "", modality: String = "reported", figure: String? = nil, denominator: Bool = false,
        adoption: String? = nil
    ) async -> (level: EvidenceLevel?, gaps: [EvidenceGap], problems: [String]) {
        let practice = Fixtures.threeGrids(fields + (figure == nil ? "" : "outcomes: [rate]\n"))
        let text = String(decoding: practice.bytes, as: UTF8.self)
            .replacing("modality: reported", with: "modality: " + modality)
        let outcome = await Folder {
            Fixtures.panjin
            File(practice.path, text)
            Fixtures.roundtable
            File(
                "content/metrics/metrics.yaml",
                "rate:\n  name: 率\n  definition: 占比\n  kind: share\n" + (denominator ? "  denominator: 全部\n" : ""))
            if let figure {
                File("content/metrics/x.csv", "id,metric,place,printed,role,period,baseline,flags\n\(figure)\n")
            }
            if let adoption { File("content/adoptions/a.md", adoption) }
        }.build()
        return (outcome.library.evidence(ofPractice: 0), outcome.library.gaps(ofPractice: 0), outcome.problems)
    }

    @Test("from a proposal to an adoption with a result")
    func levels() async {
        #expect(await level(modality: "proposed").level == .proposal)
        #expect(await level().level == .account)
        #expect(await level(figure: "rate,rate,panjin,90%,action,,,").level == .account, "what was put in is no result")
        let figure = await level(figure: "rate,rate,panjin,90%,result,,,")
        #expect(figure.level == .figure)
        #expect(figure.gaps == [.period, .denominator, .baseline])
        #expect(await level(figure: "rate,rate,panjin,90%,result,2025,80,").gaps == [.denominator])
        let unclear = await level(
            figure: "rate,rate,panjin,90%,result,2025-01/..,80,undefined-measure", denominator: true)
        #expect(unclear.level == .figure && unclear.gaps == [.definition, .endDate])
        #expect(await level(figure: "rate,rate,panjin,90%,result,2025,80,", denominator: true).level == .measured)
        for none in ["rate,rate,panjin,,result,2025,80,not-stated", "rate,rate,panjin,90%,result,2025,80,superseded"] {
            let level = await level(practice: "absent: [results]\n", figure: none, denominator: true)
            #expect(level.level == .account && level.gaps == [] && level.problems == [], "\(none)")
        }
        #expect(await level(practice: "verified-by: roundtable-2025#P2\n").level == .verified)
        let adoption = "---\npractice: panjin/three-grids\nadopter: 某市\ndate: 2026-01-01\nfrom: roundtable-2025#P1\n"
        #expect(await level(adoption: adoption + "---\n").level == .account)
        #expect(await level(adoption: adoption + "result: 有用\n---\n").level == .adopted)
    }

    @Test("a proposal cannot list a result")
    func proposalWithResult() async {
        let outcome = await level(modality: "proposed", figure: "rate,rate,panjin,90%,result,,,")
        #expect(
            outcome.problems == [
                "content/practices/panjin/three-grids.md:8:12 proposal-with-result a proposal cannot have the result ‘rate’"
            ])
    }
}
