import Charts
import Content
import Diagnostics

extension PageName { static let tracking = PageName("tracking") }

extension PageKind {
    /// The tracking board: the tasks of each year and how they stand.
    static let tracking = PageKind(
        .tracking, of: { shared, _ in shared }, pages: { _ in [.only("tracking.html", what: .pageNamed("tracking"))] },
        styles: { _ in ["board.css", "tracking.css"] }, schemaType: .collectionPage, menu: .item(.places),
        view: View(
            "tracking", pageFields(),
            [
                .list("years", of: boardYearView, "the latest year first") { shared, _ in
                    shared.value.board.map { year, tasks in
                        BoardYear(year: year, tasks: tasks.map { TaskRef(shared, $0) })
                    }
                },
                .list("downloads", of: linkView, "the open data behind the page") { _, page in
                    page.downloads([.table(.tasks), .table(.checkpoints)])
                },
            ]))
}

extension PageContext {
    func link(to task: TaskRef) -> Link {
        let id = PageID(.tracking)
        let path = site.plan.path(of: id, language: language) ?? ""
        return Link(
            title: task.record.title[language], href: (path == page.path ? "" : href(path)) + "#task." + task.record.id)
    }
}

extension CalendarDate {
    /// How much of a year has passed on the day: 0 on its first, below 0 and above 1 in other years.
    fileprivate func part(of year: Int) -> Double {
        Double(self.year - year) + (Double(month - 1) + Double(day - 1) / 31) / 12
    }
}

private struct BoardYear {
    var year: Int
    var tasks: [TaskRef]
}

private let boardYearView = View<BoardYear>(
    "year",
    [
        .text("id", "the anchor") { year, _ in "year.\(year.year)" },
        .text("year", "the year") { year, page in
            page.strings.format(.periodYear, ["year": String(year.year)])
        },
        .list("counts", of: verdictCountView, "how the tasks stand") { year, _ in
            let verdicts = year.tasks.map(\.verdict)
            return TaskVerdict.allCases.map { verdict in
                VerdictCount(verdict: verdict, count: verdicts.count { $0 == verdict })
            }.filter { $0.count > 0 }
        },
        .list("tasks", of: taskView, "the tasks, those that lag first") { year, _ in year.tasks },
    ])

private struct VerdictCount {
    var verdict: TaskVerdict
    var count: Int
}

private let verdictCountView = View<VerdictCount>(
    "verdict count",
    [
        .text("verdict", "met, missed and so on") { count, _ in count.verdict.rawValue },
        .text("label", "the verdict in words") { count, page in page.strings[.verdict, count.verdict] },
        .text("reason", "what the verdict means") { count, page in
            page.strings[explained: .verdict, count.verdict]
        },
        .text("count", "how many tasks") { count, _ in String(count.count) },
    ])

private let taskView = View<TaskRef>(
    "task",
    [
        .text("id", "the anchor") { task, _ in "task." + task.record.id },
        .text("title", "what is to be done") { task, page in task.record.title[page.language] },
    ],
    placeView.fields { task, _ in task.place },
    [
        .text("lead", "who leads") { task, page in task.record.lead?[page.language] },
        .text("metric", "what it is measured by") { task, page in task.metric?.record.name[page.language] },
        .text("metric-href", "the page of the metric") { task, page in
            task.metric.map { page.href(PageID(.metric, $0.index)) }
        },
        .list("figures", of: linkView, "what the sources say of the same thing") { task, page in
            page.figures(of: task)
        },
        .text("baseline", "where it started") { task, page in
            task.record.baseline.map { page.text(of: $0, metric: task.metric) }
        },
        .text("target", "where it is to end") { task, page in page.target(of: task) },
        .text("year", "the year of the task, and whether it is printed") { task, page in
            page.strings.format(
                task.record.isYearInferred ? .yearInferred : .periodYear, ["year": String(task.record.year)])
        },
        .text("due", "by when") { task, page in task.record.due.map { page.strings.date($0) } },
        .html("line", "its year as a line with the days of its reports and of its end; nothing without a day") {
            task, _, output in
            output.write(
                html: yearLine(
                    reported: task.checkpoints.map { $0.record.date.part(of: task.record.year) },
                    due: task.record.due?.part(of: task.record.year)))
        },
        .html("mark", "the mark of its citation") { task, page, output in
            page.write(mark: task.record.locator, in: task.record.source, to: &output)
        },
        .text("verdict", "met, missed and so on") { task, _ in task.verdict.rawValue },
        .text("verdict-label", "the verdict in words") { task, page in
            page.strings[.verdict, task.verdict]
        },
        .flag("has-start", "whether anything is known of its goal, its beginning or its end") { task, _ in
            let record = task.record
            return record.target != nil || record.baseline != nil || record.due != nil
        },
        .list("progress", of: checkpointView, "during the year") { task, _ in task.reports(final: false) },
        .list("final", of: checkpointView, "at its end") { task, _ in task.reports(final: true) },
    ])

/// How a task stood on a day.
private struct Report {
    var checkpoint: Checkpoint
    var metric: MetricRef?
    /// Whether no later one is there.
    var isLast: Bool
}

extension Ref where Record == PlanTask {
    /// What was reported during the year, or at its end.
    fileprivate func reports(final: Bool) -> [Report] {
        let checkpoints = checkpoints
        return checkpoints.filter { shared.value.isFinal($0.record, ofTask: index) == final }.map {
            Report(checkpoint: $0.record, metric: metric, isLast: $0 == checkpoints.last)
        }
    }
}

private let checkpointView = View<Report>(
    "checkpoint",
    [
        .text("date", "the day") { report, page in page.strings.date(report.checkpoint.date) },
        .text("date-iso", "the same as YYYY-MM-DD") { report, _ in report.checkpoint.date.description },
        .text("value", "the figure with its qualifier and unit") { report, page in
            report.checkpoint.figure.map {
                page.site.text(of: $0, metric: report.metric?.record, language: page.language)
            }
        },
        .text("status", "how it stood, in words") { report, page in
            page.strings[.status, report.checkpoint.status]
        },
        .text("reason", "why") { report, page in report.checkpoint.reason?[page.language] },
        .text("next", "the next date") { report, page in report.checkpoint.next.map { page.strings.date($0) } },
        .flag("is-overdue", "whether that date has passed without a word") { report, page in
            guard report.isLast, report.checkpoint.status != .done, let today = page.site.options.today else {
                return false
            }
            return report.checkpoint.next.map { $0 < today } ?? false
        },
        .html("mark", "the mark of its citation") { report, page, output in
            page.write(mark: report.checkpoint.locator, in: report.checkpoint.source, to: &output)
        },
    ])

extension PageContext {
    /// What the sources say of the same thing in the task's year, or without saying when; a reader may want
    /// it beside the goal, but it is no checkpoint.
    fileprivate func figures(of task: TaskRef) -> [Link] {
        guard let metric = task.metric else { return [] }
        let year = task.record.year
        return metric.observations.filter { figure in
            let row = figure.record
            return row.place.id == task.record.place.id
                && (row.period.map { $0.start?.year == year || $0.end?.year == year } ?? true)
        }
        .map {
            Link(
                title: wording(of: $0).text,
                href: href(PageID(.metric, metric.index), fragment: "figure." + $0.record.id))
        }
    }

    /// The target with its operator, as a figure would say it: “at least 97%”.
    fileprivate func target(of task: TaskRef) -> String? {
        guard let target = task.record.target, let op = library.targetOperator(ofTask: task.index) else { return nil }
        let qualifier: Qualifier =
            switch op {
            case .exact: .exact
            case .atLeast: .atLeast
            case .atMost: .atMost
            }
        let figure = PrintedFigure(value: target, qualifier: qualifier, lower: nil, upper: nil, unit: "")
        return site.text(of: figure, metric: task.metric?.record, language: language)
    }
}
