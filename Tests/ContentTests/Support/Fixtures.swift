/// Small sound libraries to begin a story with.
enum Fixtures {
    /// One record of each kind that others need: a place, a mechanism, a topic, a practice and a case.
    static let panjin: [File] = [
        File("content/places/panjin.md", "---\ntitle: 盘锦\nlevel: city\n---\n"),
        File("content/mechanisms/grid.md", "---\ntitle: 网格\nkind: grid\n---\n"),
        File("content/topics/lifts.md", "---\ntitle: 加装电梯\nkind: problem\n---\n"),
        threeGrids(),
        File(
            "content/cases/panjin/old-lift.md",
            "---\ntitle: 老楼电梯\npractice: panjin/three-grids\nproblem: 二楼反对\ntopics: [lifts]\n---\n"),
    ]

    /// The practice of ``panjin``, with further fields and a body.
    static func threeGrids(_ fields: String = "", body: String = "") -> File {
        File(
            "content/practices/panjin/three-grids.md",
            """
            ---
            title: 三格合一
            place: panjin
            problem: 诉求无人管
            mechanisms: [grid]
            modality: reported
            topics: [lifts]
            \(fields)---
            \(body)
            """)
    }

    /// A source of two paragraphs: P1 of two sentences by zhang-yan, and P2 of one by nobody in particular.
    static let roundtable = File(
        "seeds/roundtable-2025/source.yaml",
        """
        title: 座谈会
        outlet: 学习时报
        date: 2025-08-28
        language: zh-Hans
        rights: reference
        sha256: 6d1f
        sections:
          - {id: s1, title: 机制}
        speakers:
          - {id: zhang-yan, name: 张艳, role: 市委社会工作部部长, place: panjin}
          - {id: li-ming, name: 李明, role: 街道书记}
        paragraphs:
          - {n: 1, section: s1, kind: speech, speaker: zhang-yan, sentences: 2, fingerprint: 00ff}
          - {n: 2, section: s1, kind: question, sentences: 1, fingerprint: 00fe}
        """)

    /// A metric and an observation of it.
    static let households: [File] = [
        File(
            "content/metrics/metrics.yaml",
            "households:\n  name: 覆盖户数\n  definition: 应用覆盖的户\n  kind: count\n  unit: 户\n"),
        observations("panjin-households,households,panjin,6万余户,result"),
    ]

    static func observations(_ rows: String..., header: String = "id,metric,place,printed,role") -> File {
        observations(rows: rows, header: header)
    }

    static func observations(rows: [String], header: String = "id,metric,place,printed,role") -> File {
        File("content/metrics/2025.csv", ([header] + rows).map { $0 + "\n" }.joined())
    }

    static let glossary = File("content/glossary.yaml", "sijie:\n  term: 四结\n  definition: 结对共建\n")

    static let inTwoLanguages = File(
        "exemplar.yaml", "title: {zh-Hans: 经验库, en: Library}\nlanguages: [zh-Hans, en]\n")
}
