import Content
import Text

/// Lines of figures, dates, locators and addresses, each read as every one of them.
func readFigures(_ bytes: [UInt8]) -> [String] {
    var problems: [String] = []
    var passedOver: [String: Int] = [:]
    let text = String(decoding: bytes, as: UTF8.self)
    let bytes = Array(text.utf8)
    for range in looseFigures(in: text, allowed: ["12345", "1+4+N", "三格"], passedOver: &passedOver)
    where range.upperBound > text.utf8.count {
        problems.append("a figure lies outside of its text: \(range)")
    }
    for found in PersonalData.find(in: bytes) where found.range.upperBound > bytes.count {
        problems.append("a number lies outside of its text: \(found.range)")
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
        for isAny in [false, true] {
            guard let figure = PrintedFigure(line, anyNoun: isAny) else { continue }
            for kind in MetricKind.allCases { _ = figure.read(as: kind) }
            _ = figure.agrees(with: figure)
            for printed in [FigureFormatter.chinese(figure), FigureFormatter.english(figure, unit: "x")] {
                _ = PrintedFigure(printed)
            }
        }
        _ = PrintedFigure(plainOrPrinted: line)
        _ = CalendarDate(line)
        _ = Period(line)
        _ = line.resolvingXMLReferences
        _ = LinkScheme.split(line)
        _ = Configuration.normalizedBaseURL(line)
        if let locator = Locator(line), Locator("a#" + locator.place)?.paragraph != locator.paragraph {
            problems.append("a locator is not read as it is written: \(locator)")
        }
    }
    return problems
}
