import Content

/// The tracking board.
extension PageBuilder {
    mutating func trackingContext() -> Context {
        let years = library.board.map { year, tasks in
            let verdicts = tasks.map { library.verdict(ofTask: $0) }
            let counts = TaskVerdict.allCases.compactMap { verdict -> Context? in
                let count = verdicts.count { $0 == verdict }
                guard count > 0 else { return nil }
                return Context([
                    "verdict": .text(verdict.rawValue), "label": .text(strings["verdict-\(verdict.rawValue)"]),
                    "count": .text(String(count)),
                ])
            }
            return Context([
                "id": .text("year.\(year)"), "year": .text(strings.format("period-year", ["year": String(year)])),
                "counts": .list(counts), "tasks": .list(tasks.map { taskContext($0) }),
            ])
        }
        return Context([
            "years": .list(years), "downloads": .list(downloads([.table(.tasks), .table(.checkpoints)])),
        ])
    }

    func taskLink(_ index: Int) -> Context {
        let path = site.plan.path(of: .tracking, language: language) ?? ""
        return Context([
            "title": .text(library.tasks[index].title[language]),
            "href": .text((path == page.path ? "" : href(path)) + "#task." + library.tasks[index].id),
        ])
    }

    private mutating func taskContext(_ index: Int) -> Context {
        let task = library.tasks[index]
        let verdict = library.verdict(ofTask: index)
        let metric = task.metric.flatMap { library.index.metrics[$0.id] }
        let checkpoints = library.relations.checkpointsOfTask[index]
        let goalMark = mark(source: task.source, locator: task.locator)
        let progress = checkpoints.filter { !library.isFinal(library.checkpoints[$0], ofTask: index) }
        let final = checkpoints.filter { library.isFinal(library.checkpoints[$0], ofTask: index) }
        var context = Context([
            "id": .text("task." + task.id), "title": .text(task.title[language]),
            "lead": .optional(task.lead?[language]),
            "metric": .optional(metric.map { library.metrics[$0].name[language] }),
            "metric-href": .optional(metric.map { href(.metric($0)) }),
            "figures": .list(figures(ofTask: index, metric: metric)),
            "baseline": .optional(task.baseline.map { number($0, metric) }),
            "target": .optional(target(ofTask: index, metric: metric)),
            "due": .optional(task.due.map { strings.date($0) }), "mark": .optionalHTML(goalMark),
            "verdict": .text(verdict.rawValue), "verdict-label": .text(strings["verdict-\(verdict.rawValue)"]),
            "verdict-reason": .text(strings["verdict-\(verdict.rawValue)-explained"]),
            "progress": .list(progress.map { checkpointContext($0, metric: metric, isLast: $0 == checkpoints.last) }),
            "final": .list(final.map { checkpointContext($0, metric: metric, isLast: $0 == checkpoints.last) }),
        ])
        context.merge(placeFields(library.index.places[task.place.id] ?? -1))
        return context
    }

    private mutating func checkpointContext(_ index: Int, metric: Int?, isLast: Bool) -> Context {
        let checkpoint = library.checkpoints[index]
        let isOverdue =
            isLast && checkpoint.status != .done
            && (site.options.today.flatMap { today in checkpoint.next.map { $0 < today } } ?? false)
        return Context([
            "date": .text(strings.date(checkpoint.date)), "date-iso": .text(checkpoint.date.description),
            "value": .optional(
                checkpoint.figure.map {
                    site.text(of: $0, metric: metric.map { library.metrics[$0] }, language: language)
                }),
            "status": .text(strings["status-\(checkpoint.status.rawValue)"]),
            "reason": .optional(checkpoint.reason?[language]),
            "next": .optional(checkpoint.next.map { strings.date($0) }), "is-overdue": .flag(isOverdue),
            "mark": .optionalHTML(mark(source: checkpoint.source, locator: checkpoint.locator)),
        ])
    }

    /// What the sources say of the same thing in the task's year, or without saying when; a reader may want
    /// it beside the goal, but it is no checkpoint.
    private func figures(ofTask index: Int, metric: Int?) -> [Context] {
        guard let metric else { return [] }
        let task = library.tasks[index]
        return library.relations.observationsOfMetric[metric].filter { figure in
            let row = library.observations[figure]
            return row.place.id == task.place.id
                && (row.period.map { $0.start?.year == task.year || $0.end?.year == task.year } ?? true)
        }
        .map {
            Context([
                "title": .text(site.wording(of: $0, language: language).text),
                "href": .text(text.href(.metric(metric), fragment: "figure." + library.observations[$0].id)),
            ])
        }
    }

    private func number(_ number: Double, _ metric: Int?) -> String {
        site.text(of: number, metric: metric.map { library.metrics[$0] }, language: language)
    }

    /// The target with its operator, as a figure would say it: “at least 97%”.
    private func target(ofTask index: Int, metric: Int?) -> String? {
        guard let target = library.tasks[index].target, let op = library.targetOperator(ofTask: index) else {
            return nil
        }
        let qualifier: Qualifier =
            switch op {
            case .exact: .exact
            case .atLeast: .atLeast
            case .atMost: .atMost
            }
        let figure = PrintedFigure(value: target, qualifier: qualifier, lower: nil, upper: nil, unit: "")
        return site.text(of: figure, metric: metric.map { library.metrics[$0] }, language: language)
    }

    private mutating func mark(source: Reference?, locator: Reference?) -> String? {
        guard let source, let locator, let parsed = Locator(locator.id, source: source.id) else { return nil }
        return text.mark(parsed)
    }
}
