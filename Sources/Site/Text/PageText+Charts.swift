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
                : [ChartSeries(points: observations.map { point($0, label: placeName(of: $0)) })],
            numberStyle: site.isChinese(language) ? .chinese : .english, unit: metric?.unit?[language] ?? "",
            domainHint: isShare ? 0...100 : nil, words: words, id: "chart.\(drawings)")
    }

    /// One series for each place, in time order. A stretch of time that only others report is kept as a gap,
    /// so that no line is drawn over what nobody said.
    private func seriesByPlace(_ observations: [Int]) -> [ChartSeries] {
        var places: [Int] = []
        for index in observations where !places.contains(site.library.relations.placeOfObservation[index]) {
            places.append(site.library.relations.placeOfObservation[index])
        }
        let stretches = stretches(of: observations)
        return places.map { place in
            let members = observations.filter { site.library.relations.placeOfObservation[$0] == place }
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
    private func stretches(of observations: [Int]) -> [(start: CalendarDate, label: String)] {
        let periods = observations.compactMap { site.library.observations[$0].period }
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
        while day <= last, stretches.count < Self.mostPoints {
            stretches.append((day, label(from: day, months: months)))
            let month = day.year * 12 + day.month - 1 + months
            guard let next = CalendarDate(year: month / 12, month: month % 12 + 1, day: day.day) else { break }
            day = next
        }
        return stretches
    }

    private func point(_ index: Int, label: String) -> ChartPoint {
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
        return ChartPoint(label: label, value: value, target: target)
    }

    private func placeName(of index: Int) -> String {
        let place = site.library.relations.placeOfObservation[index]
        return place < 0 ? site.library.observations[index].place.id : site.library.places[place].header.title[language]
    }

    private func start(of index: Int) -> CalendarDate {
        // Only figures with a stated beginning are set along an axis of time.
        site.library.observations[index].period?.start ?? .distantPast
    }

    private func shortPeriod(of index: Int) -> String {
        guard let period = site.library.observations[index].period else { return strings["period-unstated"] }
        switch period.length {
        case .years(let count): return label(from: start(of: index), months: count * 12)
        case .months(let count): return label(from: start(of: index), months: count)
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
