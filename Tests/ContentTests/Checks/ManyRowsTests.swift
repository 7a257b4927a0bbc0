import Diagnostics
import Testing
import Text

@testable import Content

@Suite("A large observation file is read in parts, and nobody can tell")
struct ManyRowsTests {
    private static let header = "id,metric,place,period,printed,role,source,locator,speaker,flags,note\n"

    /// Rows with notes of several lines, some of them with what looks like a row.
    private static func rows(_ count: Int, ending: String = "\n") -> [String] {
        (0..<count).map { number in
            let note =
                switch number % 5 {
                case 0: ""
                case 1: "\"第一行\(ending)第二行\""
                case 2: "\"看似一行：\(ending)y\(number),m,p,,1,action,,,,,\(ending)z\(number),m,p,,1,action,,,,,\""
                case 3: "\"原文写\"\"先后\"\"。\""
                default: "无"
                }
            return "x\(number),m-\(number % 7),p-\(number % 3),2025-Q\(number % 4 + 1),\(number)户,result,"
                + "talk,P\(number % 9).S1,li,no-period,\(note)\(ending)"
        }
    }

    private struct Reading: Equatable {
        var rows: [[String?]]
        var problems: [String]
    }

    private func read(_ texts: [String], partSize: Int, jobs: Int = 1) async -> Reading {
        let files = texts.enumerated().map { SourceTree.File(path: "\($0).csv", bytes: Array($1.utf8)) }
        var seen = SeenIDs()
        var diagnostics: [Diagnostic] = []
        let observations = await readObservations(
            files, jobs: jobs, context: .chinese, partSize: partSize, seen: &seen, diagnostics: &diagnostics)
        return Reading(
            rows: observations.map { row in
                [
                    row.id, row.span.path, row.metric.id, row.place.id, row.period?.text, row.printed, row.source?.id,
                    row.locator?.id, row.speaker?.id, row.note?[0], row.value.map { "\($0)" },
                ]
            },
            problems: diagnostics.sorted().map { "\($0.span.path) \($0.span.range) \($0.message)" })
    }

    @Test("cut at any size, in one thread or four, the rows are the same", arguments: ["\n", "\r\n", "\r"])
    func anySize(ending: String) async {
        let texts = [Self.header + Self.rows(60, ending: ending).joined(), Self.header + Self.rows(9).joined()]
        let whole = await read(texts, partSize: .max / 2)
        #expect(whole.rows.count == 69)
        #expect(whole.rows[2][9] == "看似一行：\(ending)y2,m,p,,1,action,,,,,\(ending)z2,m,p,,1,action,,,,,")
        #expect(whole.rows[8][9] == "原文写\"先后\"。")
        #expect(whole.problems == [])
        for size in [1, 7, 60, 150, 1000] {
            #expect(await read(texts, partSize: size) == whole, "\(size)")
            #expect(await read(texts, partSize: size, jobs: 4) == whole, "\(size) in four threads")
        }
    }

    @Test("problems are told at the same places, however the file is cut")
    func problems() async {
        var rows = Self.rows(40)
        rows[11] = "x11,m,p,2025-13,很多,resultt,talk,P1,li,no-priod,无\n"
        rows[13] = "x13,m,p\n"
        rows[17] = "X_17,m,p,,5\" 管,result,,,,,\n"
        rows[23] = ",m,p,,,result,,,,,\n"
        rows[35] = "x35,m,p,,1,result,,,,,\"没有收尾\n"
        let text = Self.header + rows.joined()
        let whole = await read([text], partSize: .max / 2)
        #expect(whole.problems.count == 11)
        for size in [1, 40, 100, 500] {
            #expect(await read([text], partSize: size, jobs: 2) == whole, "\(size)")
        }
    }

    @Test("a file that is not UTF-8 in one part is left out whole, and the others are read")
    func encoding() async {
        let good = Self.header + "a,m,p,,1户,result,,,,,\n"
        var bytes = Array((Self.header + Self.rows(20).joined()).utf8)
        bytes.insert(0xFF, at: 900)
        var seen = SeenIDs()
        var diagnostics: [Diagnostic] = []
        let observations = await readObservations(
            [.init(path: "a.csv", bytes: bytes), .init(path: "b.csv", bytes: Array(good.utf8))], jobs: 2,
            context: .chinese, partSize: 100, seen: &seen, diagnostics: &diagnostics)
        #expect(observations.map(\.id) == ["a"])
        #expect(diagnostics.map(\.code) == [.invalidEncoding] && diagnostics[0].span.range == 900..<901)
        #expect(seen.mayContain("x5", as: .observation))
    }

    @Test("a name that leads nowhere is told at each of its rows")
    func everyRow() async {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.roundtable
            Fixtures.households
            Fixtures.observations(
                "a,households,panjin,七户,result,roundtable-2025,P1.S1,zhang-yan",
                "b,household,wuhan,七户,result,roundtable-2025,P9.S1,zhang-yan",
                "c,household,wuhan,七户,result,roundtable-2025,P9.S1,zhang-yan",
                "d,households,panjin,七户,result,roundtable-2025,P1.S1,zhang-yan",
                header: "id,metric,place,printed,role,source,locator,speaker")
        }.build()
        #expect(outcome.marked == ["household", "wuhan", "P9.S1", "household", "wuhan", "P9.S1"])
        #expect(outcome.library.relations.metricOfObservation == [0, -1, -1, 0])
        #expect(outcome.library.relations.observationsOfPlace == [[0, 3]])
    }

    @Test("an observation is found by its id, the first of two with the same")
    func index() async {
        let outcome = await Folder {
            Fixtures.panjin
            Fixtures.households
            Fixtures.observations(
                rows: (0..<100).map { "x\($0 == 50 ? 7 : $0),households,panjin,\($0)户,result" })
        }.build()
        let library = outcome.library
        #expect(outcome.problems.count == 1 && outcome.marked == ["x7"])
        #expect(library.observations.map(\.id) == (0..<100).filter { $0 != 50 }.map { "x\($0)" })
        #expect(
            library.observations.indices.allSatisfy { library.index.observations[library.observations[$0].id] == $0 })
        #expect(library.index.observations["x50"] == nil && library.index.observations[""] == nil)
    }

    @Test("a share that is at least something ends at 100, which no other figure does")
    func kinds() async {
        let outcome = await Folder {
            Fixtures.panjin
            File(
                "content/metrics/metrics.yaml",
                "rate: {name: 率, definition: 率, kind: share}\nrise: {name: 升, definition: 升, kind: change}\n")
            Fixtures.observations("a,rate,panjin,不低于97%,result", "b,rise,panjin,不低于97%,result")
        }.build()
        #expect(outcome.problems == [])
        #expect(outcome.library.observations.map(\.upper) == [100, nil])
        #expect(outcome.library.observations.map { $0.figure?.upper } == [100, nil])
    }
}

@Suite("What a text means is worked out once")
struct KnownTextsTests {
    @Test("texts are numbered as they come, and keep their first value")
    func numbers() {
        var texts = KnownTexts<Int>()
        let numbers = (0..<1000).map { texts.insert($0, for: Array("text-\($0 % 300)".utf8).span) }
        #expect(numbers == (0..<1000).map { Int32($0 % 300) })
        #expect(texts.values == Array(0..<300))
        #expect(texts.number(of: Array("text-299".utf8).span) == 299)
        #expect(texts.number(of: Array("text-300".utf8).span) == nil)
        #expect(texts.number(of: [UInt8]().span) == nil)
    }

    @Test("two tables become one")
    func merging() {
        var (one, other) = (KnownTexts<String>(), KnownTexts<String>())
        for text in ["a", "b"] { _ = one.insert(text, for: Array(text.utf8).span) }
        for text in ["c", "b", "一二三四五"] { _ = other.insert(text + "!", for: Array(text.utf8).span) }
        #expect(one.merge(other) == [2, 1, 3])
        #expect(one.values == ["a", "b", "c!", "一二三四五!"])
    }
}
