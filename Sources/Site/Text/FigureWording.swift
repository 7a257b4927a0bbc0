import Content

/// A figure in the words of a page.
struct FigureWording {
    /// In the language of the page, with its qualifier and unit.
    var text: String
    /// As its source prints it, where that is another language.
    var printed: (text: String, language: String)?
}

extension Site {
    /// A figure as a page of a language shows it: as printed if that is the language of its source, else said
    /// again with the number, qualifier and unit that were read from the print.
    func wording(of observation: Int, language: Int) -> FigureWording {
        let row = library.observations[observation]
        let source = row.source.flatMap { library.index.sources[$0.id] }.map { library.sources[$0].language }
        let tag = library.languages[language]
        if let printed = row.printed {
            guard let source, !sharesScript(source, tag), let figure = row.figure else {
                return FigureWording(text: printed)
            }
            let text = text(of: figure, metric: metric(of: observation), language: language)
            return FigureWording(text: text, printed: text == printed ? nil : (printed, source))
        }
        guard let value = row.value else { return FigureWording(text: strings(language)["not-reported"]) }
        let figure = PrintedFigure(
            value: value, qualifier: row.qualifier ?? .exact, lower: row.lower, upper: row.upper, unit: "")
        return FigureWording(text: text(of: figure, metric: metric(of: observation), language: language))
    }

    /// A number with the unit of its metric.
    func text(of figure: PrintedFigure, metric: Metric?, language: Int) -> String {
        let unit = metric?.unit?[language] ?? figure.unit
        var figure = figure
        // A percentage says so itself.
        if !figure.isPercentage || unit.hasPrefix("%") { figure.unit = unit }
        return isChinese(language) ? FigureFormatter.chinese(figure) : FigureFormatter.english(figure, unit: unit)
    }

    /// A plain number with the unit of its metric.
    func text(of number: Double, metric: Metric?, language: Int) -> String {
        text(
            of: PrintedFigure(value: number, qualifier: .exact, lower: number, upper: number, unit: ""), metric: metric,
            language: language)
    }

    func isChinese(_ language: Int) -> Bool { library.languages[language].hasPrefix("zh") }

    private func metric(of observation: Int) -> Metric? {
        let metric = library.relations.metricOfObservation[observation]
        return metric < 0 ? nil : library.metrics[metric]
    }

    private func sharesScript(_ first: String, _ second: String) -> Bool {
        first.prefix { $0 != "-" } == second.prefix { $0 != "-" }
    }
}
