import Content
import Text

/// A figure in the words of a page.
struct FigureWording {
    /// In the language of the page, with its qualifier and unit.
    var text: String
    /// The language of the words, where that is not the language of the page.
    var language: String?
    /// As its source prints it, where that is another language.
    var printed: (text: String, language: String)?
}

extension Site {
    /// A figure as a page of a language shows it: as the table has it for the language, as printed if that is the language of
    /// its source, else said again with the number, qualifier and unit that were read from the print. In a language
    /// whose words for figures the program does not have, it stays as printed.
    func wording(of figure: ObservationRef, language: Int) -> FigureWording {
        let row = figure.record
        let source = figure.source?.record.language
        let metric = figure.metric?.record
        let tag = library.languages[language]
        if let own = row.printed(in: language) {
            let other = row.printed.flatMap { printed in
                source.flatMap { sharesScript($0, tag) || printed == own ? nil : (printed, $0) }
            }
            return FigureWording(text: own, printed: other)
        }
        if let printed = row.printed {
            guard let source, !sharesScript(source, tag), let figure = row.figure,
                let text = said(figure, metric: metric, language: language)
            else {
                return FigureWording(
                    text: withUnit(printed, row.figure, metric?.unit?[language] ?? ""),
                    language: source.flatMap { $0 == tag ? nil : $0 })
            }
            return FigureWording(text: text, printed: text == printed ? nil : (printed, source))
        }
        guard let figure = row.said else {
            // Not merely untold: there can be no such figure.
            let reason = row.cautions.first(where: \.isWithoutFigure)
            let strings = strings(language)
            return FigureWording(text: reason.map { strings[.caution, $0] } ?? strings[.notReported])
        }
        let text = said(figure, metric: metric, language: language)
        return FigureWording(
            text: text ?? self.text(of: figure, metric: metric, language: language),
            language: text != nil || figure.qualifier == .exact ? nil : "en")
    }

    /// A print as it is shown: its digits in one width, with the unit of the metric where it has none of its own, as in
    /// a table whose headings name the units.
    private func withUnit(_ printed: String, _ figure: PrintedFigure?, _ unit: String) -> String {
        let shown = String(
            String.UnicodeScalarView(
                printed.unicodeScalars.map { scalar in
                    let isWide = ("０"..."９").contains(scalar) || "％，．".unicodeScalars.contains(scalar)
                    return isWide ? scalar.halfWidth : scalar
                }))
        guard figure?.unit == "", let last = shown.last, last == "余" || last.isASCII && last.isNumber,
            let first = unit.first
        else { return shown }
        return shown + (first.isASCII && first.isLetter ? " " : "") + unit
    }

    /// A number with the unit of its metric, in English where the language has no words for it.
    func text(of figure: PrintedFigure, metric: Metric?, language: Int) -> String {
        said(figure, metric: metric, language: language)
            ?? FigureFormatter.english(figure, unit: metric?.unit?[language] ?? figure.unit)
    }

    /// The same in the words of the language; nil where it has none for such a figure.
    func said(_ figure: PrintedFigure, metric: Metric?, language: Int) -> String? {
        let unit = metric?.unit?[language] ?? figure.unit
        let tag = library.languages[language]
        var figure = figure
        // A percentage says so itself.
        if !figure.isPercentage || unit.hasPrefix("%") { figure.unit = unit }
        guard PrintedFigure.isWritten(in: tag) else {
            return FigureWords(strings: strings(language)).text(of: figure, unit: unit)
        }
        guard isChinese(language) else { return FigureFormatter.english(figure, unit: unit) }
        return isTraditional(tag) ? FigureFormatter.traditional(figure) : FigureFormatter.chinese(figure)
    }

    /// Whether the language has words for a figure.
    func says(_ figure: PrintedFigure, language: Int) -> Bool {
        PrintedFigure.isWritten(in: library.languages[language])
            || FigureWords(strings: strings(language)).text(of: figure, unit: figure.unit) != nil
    }

    /// A plain number with the unit of its metric.
    func text(of number: Double, metric: Metric?, language: Int) -> String {
        text(
            of: PrintedFigure(value: number, qualifier: .exact, lower: number, upper: number, unit: ""), metric: metric,
            language: language)
    }

    func isChinese(_ language: Int) -> Bool { library.languages[language].hasPrefix("zh") }

    private func isTraditional(_ tag: String) -> Bool {
        tag.hasPrefix("zh-Hant") || ["zh-TW", "zh-HK", "zh-MO"].contains(tag)
    }

    func sharesScript(_ first: String, _ second: String) -> Bool {
        first.prefix { $0 != "-" } == second.prefix { $0 != "-" }
    }
}

extension Observation {
    /// The figure as printed; as its columns say where nothing is printed.
    fileprivate var said: PrintedFigure? {
        guard printed == nil else { return figure }
        return value.map {
            PrintedFigure(value: $0, qualifier: qualifier ?? .exact, lower: lower, upper: upper, unit: "")
        }
    }
}

extension PageContext {
    func wording(of figure: ObservationRef) -> FigureWording { site.wording(of: figure, language: language) }

    func text(of number: Double, metric: MetricRef?) -> String {
        site.text(of: number, metric: metric?.record, language: language)
    }

    /// How a source hedges a figure, where its words on the page do not say so themselves.
    func qualifier(of observation: Observation) -> String? {
        guard let figure = observation.said, observation.printed(in: language) == nil else { return nil }
        guard
            site.says(figure, language: language)
                ? site.isChinese(language) && !FigureFormatter.chineseSaysHedge(figure) : figure.qualifier != .exact
        else { return nil }
        return strings[.qualifier, figure.qualifier]
    }

    func period(of observation: Observation) -> String {
        observation.period.map { strings.period($0) } ?? strings[.periodUnstated]
    }

    /// What a figure says for certain, where that is not the figure itself.
    func bounds(of figure: ObservationRef) -> String? {
        let row = figure.record
        guard row.qualifier != .exact, row.value != nil else { return nil }
        let metric = figure.metric
        return switch (row.lower, row.upper) {
        case (let lower?, let upper?):
            strings.format(
                row.qualifier == .rounded ? .boundsRounded : .boundsBetween,
                ["lower": text(of: lower, metric: metric), "upper": text(of: upper, metric: metric)])
        case (let lower?, nil): strings.format(.boundsFrom, ["lower": text(of: lower, metric: metric)])
        case (nil, let upper?): strings.format(.boundsTo, ["upper": text(of: upper, metric: metric)])
        case (nil, nil): strings[.boundsNone]
        }
    }
}
