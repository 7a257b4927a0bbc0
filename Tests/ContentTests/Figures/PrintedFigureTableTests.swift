import Foundation
import Testing
import Text

@testable import Content

/// A line of `Fixtures/printed-figures.txt`.
struct PrintedLine: Sendable, CustomTestStringConvertible {
    let printed: String
    let figure: PrintedFigure

    var testDescription: String { printed }

    init?(_ line: Substring) {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard cells.count >= 6, let value = Double(cells[1]), let qualifier = Qualifier(rawValue: cells[2]) else {
            return nil
        }
        let change: PrintedFigure.Change? =
            switch cells.count > 6 ? cells[6] : "" {
            case "": nil
            case "by": .by
            case let reached: .to(from: Double(reached.dropFirst(3)))
            }
        printed = cells[0]
        figure = PrintedFigure(
            value: value, qualifier: qualifier, lower: Double(cells[3]), upper: Double(cells[4]), unit: cells[5],
            change: change)
    }

    static func lines(of name: String) throws -> [Substring] {
        let url = try #require(Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Fixtures"))
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    }
}

@Suite("A figure is read whole or refused")
struct PrintedFigureTableTests {
    @Test(
        "what sources print",
        arguments: try PrintedLine.lines(of: "printed-figures").map { try #require(PrintedLine($0)) })
    func printed(line: PrintedLine) {
        #expect(PrintedFigure(line.printed) == line.figure)
    }

    @Test("what is no figure", arguments: try PrintedLine.lines(of: "no-figures"))
    func refused(text: Substring) {
        #expect(PrintedFigure(String(text)) == nil)
    }

    @Test(
        "a change is said again in both languages",
        arguments: try PrintedLine.lines(of: "printed-figures").map { try #require(PrintedLine($0)) })
    func saidAgain(line: PrintedLine) throws {
        // A level reached is said with its earlier level or not at all; bounds of a rounded number may be printed anew.
        guard line.figure.change == .by || line.figure.baseline != nil else { return }
        let chinese = try #require(PrintedFigure(FigureFormatter.chinese(line.figure), anyNoun: true))
        let english = try #require(PrintedFigure(FigureFormatter.english(line.figure, unit: "cases")))
        #expect(chinese.agrees(with: line.figure) && chinese.change == line.figure.change)
        #expect(english.agrees(with: line.figure) && english.change == line.figure.change)
    }

    @Test("how figures of change are worded")
    func wording() throws {
        func both(_ text: String) throws -> [String] {
            let figure = try #require(PrintedFigure(text))
            return [FigureFormatter.chinese(figure), FigureFormatter.english(figure, unit: "days")]
        }
        #expect(try both("较上年缩短超过5天") == ["下降超5天", "down more than 5 days"])
        #expect(try both("由80%提高到95%") == ["由80%升到95%", "up from 80% to 95%"])
        #expect(try both("-327000天") == ["-327000天", "-327,000 days"])
        #expect(try both("翻一番") == ["增长100%", "up 100%"])
    }

    @Test("what rose from one level to another is a share, and for a metric of change its points")
    func levelsAndChanges() throws {
        let figure = try #require(PrintedFigure("由80.2%提高到97.5%以上"))
        let share = figure.read(as: .share)
        #expect([share.value, share.lower, share.upper, share.baseline] == [97.5, 97.5, 100, 80.2])
        let change = figure.read(as: .change)
        #expect(
            change
                == PrintedFigure(
                    value: 17.3, qualifier: .atLeast, lower: 17.3, upper: nil, unit: "个百分点", change: .by))
    }

    @Test("a checkpoint holds a plain number or a figure")
    func plain() {
        #expect(PrintedFigure(plainOrPrinted: "-5")?.value == -5)
        #expect(PrintedFigure(plainOrPrinted: "≥97%")?.qualifier == .atLeast)
        #expect(PrintedFigure(plainOrPrinted: "9007199254740993") == nil)
    }
}
