import Foundation
import Testing

@Suite("One run reports every fault, each at its place")
struct FaultTests {
    static let grids = "content/practices/panjin/three-grids.md"
    static let figures = "content/metrics/roundtable-2025.csv"

    static let faults: [Fault] = [
        Fault("unknown-key", grids, replacing: "summary:", with: "sumary:", caret: "sumary"),
        Fault(
            "unknown-key", "templates/authoring/en.yaml", replacing: "\npractice:", with: "\npractise:",
            caret: "practise"),
        Fault("unknown-reference", grids, replacing: "place: panjin", with: "place: panjing", caret: "panjing"),
        Fault("invalid-value", grids, replacing: "modality: reported", with: "modality: reportd", caret: "reportd"),
        Fault("invalid-date", grids, replacing: "reviewed: 2", with: "reviewed: x", caret: "x0"),
        Fault(
            "unknown-locator", grids, replacing: "from: roundtable-2025#P25.S4", with: "from: roundtable-2025#P25.S9",
            caret: "roundtable-2025#P25.S9"),
        Fault(
            "unknown-term", grids, replacing: "(term:three-grids)", with: "(term:three-grid)", caret: "term:three-grid"),
        Fault(
            "figure-mismatch", "content/practices/panjin/smart-community.md",
            replacing: "[6万余户](obs:panjin-households)", with: "[8万余户](obs:panjin-households)",
            caret: "obs:panjin-households", after: "8万余户"),
        Fault(
            "dead-link", "content/practices/tongzhou/complaint-response.md", replacing: "",
            with: "\n见[旧文](../tongzhou/complaint-respons.md)。\n", caret: "../tongzhou/complaint-respons.md"),
        Fault(
            "dead-link", "content/practices/tongzhou/mediation-brand.md", replacing: "", with: "\n见[上文](#没有这一节)。\n",
            caret: "#没有这一节"),
        Fault(
            "dangerous-url", "content/practices/tongzhou/building-stewards.md", replacing: "",
            with: "\n点[这里](javascript:alert(1))。\n", caret: "javascript:alert(1)"),
        Fault("raw-html", "content/places/tongzhou.md", replacing: "", with: "\n第一<b>重要</b>。\n", caret: "<b>"),
        Fault("undefined-footnote", "content/places/wuhan.md", replacing: "", with: "\n有一条注[^zhu]。\n", caret: "[^zhu]"),
        Fault(
            "missing-field", "content/topics/new-topic.md", replacing: "", with: "---\nkind: problem\n---\n",
            caret: "kind"),
        Fault(
            "invalid-yaml", "content/topics/broken.md", replacing: "", with: "---\ntitle: \"没有收尾\nkind: problem\n---\n",
            caret: "\"没有收尾"),
        Fault("missing-front-matter", "content/topics/bare.md", replacing: "", with: "只有正文。\n", caret: ""),
        Fault(
            "duplicate-key", "content/topics/twice.md", replacing: "",
            with: "---\ntitle: 甲\nkind: problem\ntitle: 乙\n---\n", caret: "title: 乙"),
        Fault(
            "yaml-anchor", "content/topics/anchor.md", replacing: "", with: "---\ntitle: &jia 甲\nkind: problem\n---\n",
            caret: "&jia"),
        Fault(
            "nested-too-deeply", "content/topics/deep.md", replacing: "",
            with: "---\ntitle: \(String(repeating: "[", count: 1000))\n---\n", caret: "[",
            after: String(repeating: "[", count: 64)
        ),
        Fault(
            "invalid-id", "content/topics/Big_Topic.md", replacing: "", with: "---\ntitle: 大\nkind: problem\n---\n",
            caret: ""),
        Fault(
            "misplaced-file", "content/practises/panjin/x.md", replacing: "", with: "---\ntitle: 放错\n---\n", caret: ""),
        Fault(
            "orphan-translation", "content/topics/ghost.en.md", replacing: "", with: "---\ntitle: Ghost\n---\n",
            caret: ""),
        Fault(
            "translation-mismatch", "content/places/panjin.en.md", replacing: "title:", with: "level: city\ntitle:",
            caret: "level"),
        Fault(
            "path-collision", "content/places/changzhou.md", replacing: "level:",
            with: "aliases: [places/wuhan]\nlevel:", caret: "places/wuhan"),
        Fault(
            "unknown-reference", figures, replacing: "changzhou-members,member-units",
            with: "changzhou-members,membr-units", caret: "membr-units"),
        Fault(
            "wrong-unit", figures, replacing: "panjin-households,households-covered",
            with: "panjin-households,building-stewards", caret: "6万余户,60000"),
        Fault("invalid-number", figures, replacing: ",20000,", with: ",2万,", caret: "2万,more-than"),
        Fault(
            "duplicate-id", figures, replacing: "",
            with:
                "guangzhou-members,member-units,guangzhou,,39个,39,exact,39,39,structure,,,roundtable-2025,P28.S1,,,,\n",
            caret: "guangzhou-members", after: "guangzhou-speedup"),
        Fault(
            "field-count", "content/plans/tasks.csv", replacing: "", with: "short,wuhan,2025\n", caret: "short,wuhan"),
        Fault("unknown-column", "content/corrections.csv", replacing: "reason", with: "reson", caret: "reson"),
        Fault("unknown-variable", "templates/topic.mustache", replacing: "", with: "{{sinonyms}}\n", caret: "sinonyms"),
        Fault("unknown-partial", "templates/place.mustache", replacing: "", with: "{{>figurs}}\n", caret: "figurs"),
        Fault("unknown-template", "templates/topik.mustache", replacing: "", with: "x\n", caret: ""),
        Fault(
            "invalid-value", "content/metrics/metrics.yaml", replacing: "kind: count", with: "kind: cuont",
            caret: "cuont"),
        Fault("unknown-key", "exemplar.yaml", replacing: "output:", with: "outptu:", caret: "outptu"),
    ]

    @Test("more than thirty seeded faults and a GBK file, all in one run")
    func allInOneRun() throws {
        try withLibraryCopy { library in
            for fault in Self.faults { try fault.apply(to: library) }
            // “标题” in GBK.
            let gbk = Data("---\ntitle: ".utf8) + Data([0xB1, 0xEA, 0xCC, 0xE2]) + Data("\nkind: problem\n---\n".utf8)
            try gbk.write(to: library.appending(path: "content/topics/gbk.md"))

            let outcome = try Command.run(["check", "--strict", "--format", "json"], in: library)
            #expect(outcome.status == 1)
            let reported = try places(in: outcome.output)
            for fault in Self.faults {
                let expected = try fault.expectedPlace(in: library)
                #expect(reported.contains(expected), "\(expected)")
            }
            #expect(reported.contains("content/topics/gbk.md:2:8: invalid-encoding"))
            #expect(reported.contains("content/corrections.csv:1:1: missing-column"))
        }
    }

    @Test("each fault alone is reported at its place, and nothing else with it", arguments: Self.faults)
    func alone(fault: Fault) throws {
        try withLibraryCopy { library in
            try fault.apply(to: library)
            let outcome = try Command.run(["check", "--format", "json"], in: library)
            #expect(outcome.status == 1)
            let expected = try fault.expectedPlace(in: library)
            let errors = try places(in: outcome.output, severity: "error")
            #expect(errors.contains(expected), "\(errors)")
            // A broken record may miss something else too; no other file may be dragged along.
            #expect(Set(errors.map { $0.split(separator: ":")[0] }).count == 1, "\(errors)")
        }
    }

    private func places(in json: String, severity: String? = nil) throws -> [String] {
        struct Problem: Decodable {
            var code: String
            var severity: String
            var path: String
            var line: Int
            var column: Int
        }
        return try JSONDecoder().decode([Problem].self, from: Data(json.utf8))
            .filter { severity == nil || $0.severity == severity }
            .map { "\($0.path):\($0.line):\($0.column): \($0.code)" }
    }
}
