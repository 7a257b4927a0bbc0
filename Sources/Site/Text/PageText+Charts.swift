import Charts
import Content

/// Charts of figures that may stand side by side.
extension PageText {
    /// More points than a chart of a page can show.
    private static let mostPoints = 200

    /// A chart with the table of its figures. Whoever calls it knows that the figures are comparable.
    mutating func chart(_ observations: [Int], as form: ChartBlock.Form, title: String) -> Context {
        let shown = Array(observations.prefix(Self.mostPoints))
        drawings += 1
        return Context([
            "title": .text(title), "svg": .html(svg(of: drawing(shown, as: form, title: title))),
            "rows": .list(shown.map { row($0) }),
        ])
    }

    private func row(_ index: Int) -> Context {
        Context([
            "label": .text(placeName(of: index)), "period": .text(period(of: index)),
            "value": .text(site.wording(of: index, language: language).text), "bounds": .optional(bounds(of: index)),
        ])
    }

    private func drawing(_ observations: [Int], as form: ChartBlock.Form, title: String) -> Chart {
        let library = site.library
        let metricIndex = observations.first.map { library.relations.metricOfObservation[$0] } ?? -1
        let metric = metricIndex < 0 ? nil : library.metrics[metricIndex]
        let isShare = metric?.kind == .share || metric?.kind == .availability && metric?.unit?[0] == "%"
        let points = observations.map { "\(placeName(of: $0)) \(site.wording(of: $0, language: language).text)" }
        return Chart(
            form: ChartForm(form), title: title,
            description: points.prefix(12).joined(separator: strings["enumeration-separator"]),
            series: form == .line || form == .multiples
                ? seriesByPlace(observations)
                : [ChartSeries(points: observations.map { point($0, label: label(of: $0)) })],
            numberStyle: site.isChinese(language) ? .chinese : .english, unit: metric?.unit?[language] ?? "",
            domainHint: isShare ? 0...100 : nil, words: words, id: "chart.\(drawings)")
    }

    /// One series for each place, in time order, each point at the middle of its stretch of time.
    private func seriesByPlace(_ observations: [Int]) -> [ChartSeries] {
        var places: [Int] = []
        for index in observations where !places.contains(site.library.relations.placeOfObservation[index]) {
            places.append(site.library.relations.placeOfObservation[index])
        }
        return places.map { place in
            let members = observations.filter { site.library.relations.placeOfObservation[$0] == place }
                .sorted { (time(of: $0) ?? 0) < (time(of: $1) ?? 0) }
            return ChartSeries(
                name: placeName(of: members[0]),
                points: members.map { point($0, label: shortPeriod(of: $0), x: time(of: $0)) })
        }
    }

    private func point(_ index: Int, label: String, x: Double? = nil) -> ChartPoint {
        let row = site.library.observations[index]
        let text = site.wording(of: index, language: language).text
        let value = row.value.map {
            ChartValue(
                value: $0, lower: row.lower, upper: row.upper,
                isApproximate: row.qualifier == .about || row.qualifier == .nearly, text: text)
        }
        let metric = site.library.relations.metricOfObservation[index]
        let target = row.target.map { target in
            ChartValue(
                exactly: target,
                text: site.text(of: target, metric: metric < 0 ? nil : site.library.metrics[metric], language: language)
            )
        }
        return ChartPoint(label: label, value: value, target: target, x: x)
    }

    private func label(of index: Int) -> String { placeName(of: index) }

    private func placeName(of index: Int) -> String {
        let place = site.library.relations.placeOfObservation[index]
        return place < 0 ? site.library.observations[index].place.id : site.library.places[place].header.title[language]
    }

    /// A year stands for itself; anything shorter is written as people of the language write it.
    private func shortPeriod(of index: Int) -> String {
        guard let period = site.library.observations[index].period else { return strings["period-unstated"] }
        if case .years(1) = period.length, let year = period.start?.year { return String(year) }
        return strings.period(period)
    }

    /// When a stretch of time begins, in years.
    private func time(of index: Int) -> Double? {
        site.library.observations[index].period?.start.map { day in
            Double(day.year) + Double(day.month - 1) / 12 + Double(day.day - 1) / 366
        }
    }

    private var words: ChartWords {
        ChartWords(
            notReported: strings["not-reported"], noFigures: strings["no-figures"], target: strings["chart-target"],
            atLeast: strings["chart-at-least"], atMost: strings["chart-at-most"], between: strings["chart-between"],
            approximate: strings["chart-approximate"])
    }
}

extension ChartForm {
    fileprivate init(_ form: ChartBlock.Form) {
        self =
            switch form {
            case .bar: .bar
            case .line: .line
            case .dot: .dot
            case .target: .target
            case .multiples: .smallMultiples
            }
    }
}
