import Charts
import Content

/// A chart of figures that may stand side by side: whoever makes one knows that they are comparable.
struct FigureChart {
    var observations: [ObservationRef]
    var form: ChartBlock.Form
    var title: String

    /// More points than a chart of a page can show.
    static let mostPoints = 200

    init(_ observations: [ObservationRef], as form: ChartBlock.Form, title: String) {
        self.observations = Array(observations.prefix(Self.mostPoints))
        (self.form, self.title) = (form, title)
    }
}

/// A drawing with the table of its figures.
let chartView = View<FigureChart>(
    "chart",
    [
        .text("title", "what is drawn") { chart, _ in chart.title },
        .html("svg", "the drawing") { chart, page, output in
            output.write(html: svg(of: page.drawing(of: chart, id: output.nextChartID())))
        },
        .list("rows", of: chartRowView, "the figures it is drawn from") { chart, _ in chart.observations },
    ])

private let chartRowView = View<ObservationRef>(
    "chart row",
    [
        .text("label", "the place") { figure, page in page.placeName(of: figure) },
        .text("period", "the period, or that none is stated") { figure, page in page.period(of: figure.record) },
        .text("value", "the figure with its qualifier and unit") { figure, page in page.wording(of: figure).text },
        .text("bounds", "what it says for certain; absent where it is exact") { figure, page in
            page.bounds(of: figure)
        },
    ])

extension PageContext {
    fileprivate func placeName(of figure: ObservationRef) -> String {
        figure.place?.record.header.title[language] ?? figure.record.place.id
    }

    /// The figures of a metric that may stand side by side, drawn: across places, then over time.
    func charts(of metric: MetricRef) -> [FigureChart] {
        let name = metric.record.name[language]
        var charts = metric.comparisons.map { group in
            let period = group[0].record.period.map { strings.period($0) }
            let level = group[0].place.map { strings[.level, $0.record.level] } ?? ""
            let about = [level, period ?? strings[.periodUnknown]].joined(separator: strings[.listSeparator])
            return FigureChart(
                group, as: .bar, title: strings.format(.chartTitle, ["metric": name, "about": about]))
        }
        let series = metric.series
        if !series.isEmpty {
            charts.append(
                FigureChart(
                    series.flatMap(\.self), as: series.count > 1 ? .multiples : .line,
                    title: strings.format(.chartOverTime, ["metric": name])))
        }
        return charts
    }

    fileprivate func drawing(of chart: FigureChart, id: String) -> Chart {
        let observations = chart.observations
        let metric = observations.first?.metric?.record
        let isShare = metric?.kind == .share || metric?.kind == .availability && metric?.unit?[0] == "%"
        let points = observations.prefix(12).map { "\(placeName(of: $0)) \(wording(of: $0).text)" }
        return Chart(
            form: ChartForm(chart.form), title: chart.title, description: enumerated(points),
            series: chart.form == .line || chart.form == .multiples
                ? seriesByPlace(observations)
                : [ChartSeries(points: observations.map { point($0, label: placeName(of: $0)) })],
            numberStyle: site.isChinese(language) ? .chinese : .english, unit: metric?.unit?[language] ?? "",
            domainHint: isShare ? 0...100 : nil, words: chartWords, id: id)
    }

    /// One series for each place, in time order. A stretch of time that only others report is kept as a gap,
    /// so that no line is drawn over what nobody said.
    private func seriesByPlace(_ observations: [ObservationRef]) -> [ChartSeries] {
        var places: [PlaceRef?] = []
        for figure in observations where !places.contains(figure.place) { places.append(figure.place) }
        let stretches = stretches(of: observations)
        return places.map { place in
            let members = observations.filter { $0.place == place }
            var points = members.map { (start: start(of: $0), point: point($0, label: shortPeriod(of: $0))) }
            for (start, label) in stretches where !points.contains(where: { $0.start == start }) {
                points.append((start, ChartPoint(label: label, value: nil)))
            }
            points.sort { $0.start < $1.start }
            return ChartSeries(
                name: placeName(of: members[0]),
                points: points.map { start, point in
                    var point = point
                    point.x = Double(start.year) + Double(start.month - 1) / 12 + Double(start.day - 1) / 366
                    return point
                })
        }
    }

    /// Every stretch of time from the first to the last, by its first day: whole years, quarters or months
    /// also where no place reports one.
    private func stretches(of observations: [ObservationRef]) -> [(start: CalendarDate, label: String)] {
        let periods = observations.compactMap { $0.record.period }
        guard var day = periods.compactMap(\.start).min(), let last = periods.compactMap(\.start).max() else {
            return []
        }
        let months: Int
        switch periods[0].length {
        case .years(let count): months = count * 12
        case .months(let count): months = count
        case .days, .open: return []
        }
        var stretches: [(start: CalendarDate, label: String)] = []
        while day <= last, stretches.count < FigureChart.mostPoints {
            stretches.append((day, label(from: day, months: months)))
            let month = day.year * 12 + day.month - 1 + months
            guard let next = CalendarDate(year: month / 12, month: month % 12 + 1, day: day.day) else { break }
            day = next
        }
        return stretches
    }

    private func point(_ figure: ObservationRef, label: String) -> ChartPoint {
        let row = figure.record
        let text = wording(of: figure).text
        let value = row.drawn(as: text)
        let target = row.target.map { ChartValue(exactly: $0, text: self.text(of: $0, metric: figure.metric)) }
        return ChartPoint(label: label, value: value, target: target)
    }

    private func start(of figure: ObservationRef) -> CalendarDate {
        // Only figures with a stated beginning are set along an axis of time.
        figure.record.period?.start ?? .distantPast
    }

    private func shortPeriod(of figure: ObservationRef) -> String {
        guard let period = figure.record.period else { return strings[.periodUnstated] }
        switch period.length {
        case .years(let count): return label(from: start(of: figure), months: count * 12)
        case .months(let count): return label(from: start(of: figure), months: count)
        case .days, .open: return strings.period(period)
        }
    }

    /// Short enough for an axis, and the same in every language: 2025, 2025Q3, 2025-09.
    private func label(from day: CalendarDate, months: Int) -> String {
        switch months {
        case 12: String(day.year)
        case 3: "\(day.year)Q\((day.month + 2) / 3)"
        default: String(day.description.prefix(7))
        }
    }

    private var chartWords: ChartWords {
        ChartWords(
            notReported: strings[.notReported], noFigures: strings[.noFigures], target: strings[.chartTarget],
            atLeast: strings[.chartAtLeast], atMost: strings[.chartAtMost], between: strings[.chartBetween],
            approximate: strings[.chartApproximate])
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

extension Observation {
    /// The figure for a drawing; nil where it has no value.
    func drawn(as text: String) -> ChartValue? {
        value.map {
            ChartValue(
                value: $0, lower: lower, upper: upper, isApproximate: qualifier == .about || qualifier == .nearly,
                text: text)
        }
    }
}
