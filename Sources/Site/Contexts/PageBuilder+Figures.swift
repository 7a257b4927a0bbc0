import Content

/// Figures wherever they stand, and the pages of metrics.
extension PageBuilder {
    /// More figures than anybody reads on one page; the rest is in the open data.
    static let mostFigures = 500

    /// - Parameter namesPlace: whether each figure says which place it is of.
    mutating func figures(_ indices: [Int], namesPlace: Bool = false) -> [Context] {
        indices.prefix(Self.mostFigures).map { text.figure($0, namesPlace: namesPlace) }
    }

    // MARK: Pages

    mutating func metricContext(_ index: Int) -> Context {
        let metric = library.metrics[index]
        let relations = library.relations
        let observations = relations.observationsOfMetric[index]
        return Context([
            "definition": .text(metric.definition[language]),
            "kind": .text(strings["metric-kind-\(metric.kind.rawValue)"]),
            "unit": .optional(metric.unit?[language]),
            "direction": .text(strings["direction-\(metric.direction.rawValue)"]),
            "formula": .optional(metric.formula?[language]),
            "numerator": .optional(metric.numerator?[language]),
            "denominator": .optional(metric.denominator?[language]),
            "is-relative": .flag([.share, .change, .index].contains(metric.kind)),
            "charts": .list(charts(ofMetric: index)),
            "figures": .list(figures(observations, namesPlace: true)),
            "more-figures": .optional(
                observations.count > Self.mostFigures
                    ? strings.format("more-figures", count: observations.count - Self.mostFigures) : nil),
            "apart": .list(reasonsApart(observations)),
            "practices": .list(practiceCards(relations.practicesOfMetric[index])),
            "downloads": .list(downloads([.table(.observations), .observations])),
            "tasks": .list(relations.tasksOfMetric[index].map { taskLink($0) }),
        ])
    }

    /// Why the figures of a metric are not all drawn side by side, each reason once.
    private func reasonsApart(_ observations: [Int]) -> [Context] {
        guard let first = observations.first(where: { library.observations[$0].role.isActual }) ?? observations.first
        else { return [] }
        let reasons = Set(
            observations.filter { $0 != first }.compactMap { other in
                let haveBothPeriods = [first, other].allSatisfy { library.observations[$0].period != nil }
                return library.incomparability(of: first, and: other, overTime: haveBothPeriods)
            })
        return Incomparability.allCases.filter(reasons.contains).map {
            Context(["reason": .text(strings["apart-\($0.rawValue)"])])
        }
    }

    /// The metrics by what their figures stand for, in the order of the registry.
    mutating func dashboardContext() -> Context {
        var groups: [Context] = []
        let roles = library.metrics.indices.map { role(ofMetric: $0) }
        for role in ObservationRole.allCases {
            let members = roles.indices.filter { roles[$0] == role }
            guard !members.isEmpty else { continue }
            groups.append(
                Context([
                    "id": .text("page.role-\(role.rawValue)"), "title": .text(strings["figures-\(role.rawValue)"]),
                    "intro": .text(strings["figures-\(role.rawValue)-explained"]),
                    "metrics": .list(members.map { metricPanel($0) }),
                ]))
        }
        let unused = roles.indices.filter { roles[$0] == nil }.map { metricLink($0) }
        return Context([
            "groups": .list(groups), "unused": .list(unused),
            "downloads": .list(downloads([.table(.observations), .table(.metrics), .observations])),
        ])
    }

    private func role(ofMetric metric: Int) -> ObservationRole? {
        let roles = library.relations.observationsOfMetric[metric].map { library.observations[$0].role }
        return roles.first(where: \.isActual) ?? roles.first
    }

    private mutating func metricPanel(_ index: Int) -> Context {
        var panel = metricLink(index)
        let observations = library.relations.observationsOfMetric[index]
        panel["figures"] = .list(figures(Array(observations.prefix(6)), namesPlace: true))
        panel["charts"] = .list(Array(charts(ofMetric: index).prefix(1)))
        panel["more"] = .optional(
            observations.count > 6 ? strings.format("more-figures", count: observations.count - 6) : nil)
        panel["apart"] = .list(reasonsApart(observations))
        return panel
    }

    func metricLink(_ index: Int) -> Context {
        Context(["title": .text(library.metrics[index].name[language]), "href": .text(href(.metric(index)))])
    }

    /// The figures of a metric that may stand side by side, drawn: across places, then over time.
    mutating func charts(ofMetric index: Int) -> [Context] {
        let name = library.metrics[index].name[language]
        var charts = library.comparisons(ofMetric: index).map { group in
            let period = library.observations[group[0]].period.map { strings.period($0) }
            let level = strings[
                "level-\(library.places[library.relations.placeOfObservation[group[0]]].level.rawValue)"]
            let about = [level, period ?? strings["period-unknown"]].joined(separator: strings["list-separator"])
            return text.chart(group, as: .bar, title: strings.format("chart-title", ["metric": name, "about": about]))
        }
        let series = library.series(ofMetric: index)
        if !series.isEmpty {
            charts.append(
                text.chart(
                    series.flatMap(\.self), as: series.count > 1 ? .multiples : .line,
                    title: strings.format("chart-over-time", ["metric": name])))
        }
        return charts
    }
}
