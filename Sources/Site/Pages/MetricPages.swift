import Content
import Diagnostics

extension PageName {
    static let metrics = PageName("metrics")
    static let metric = PageName("metric")
}

extension PageKind {
    /// The dashboard: the metrics by what their figures stand for, in the order of the registry.
    static let metrics = PageKind(
        .metrics, of: { shared, _ in shared },
        pages: { shared in
            PageSeed.only("metrics/index.html", what: .pageNamed("metrics")).inParts(
                of: shared.metricsWithRole.count, most: mostPanels)
        },
        styles: { _ in StyleSheet.charts + ["dashboard.css"] }, schemaType: .collectionPage, menu: .item(.data),
        view: View(
            "metrics", pageFields(),
            [
                .list("groups", of: metricGroupView, "the metrics by what their figures stand for") { shared, page in
                    page.onThisPage(page.site.lists.list(.page(.metrics)) { $0.metricsWithRole }).inRuns(by: \.role)
                        .map { MetricGroup(role: $0, metrics: $1.map(\.metric)) }
                },
                .list("unused", of: linkView, "metrics without figures") { shared, page in
                    page.page.part?.number ?? 0 > 0
                        ? [] : shared.metrics.filter { $0.role == nil }.map { page.link(to: $0) }
                },
                .list("downloads", of: linkView, "the open data behind the page") { _, page in
                    page.downloads([.table(.observations), .table(.metrics), .observations])
                },
            ]))

    /// Each with its chart.
    private static let mostPanels = 24

    static let metric = PageKind(
        .metric, of: { MetricRef($0, $1) },
        pages: { shared in
            shared.metrics.map { metric in
                let id = metric.record.id
                return PageSeed(
                    index: metric.index, path: "metrics/\(id).html", origin: (.pageOfMetric(id), metric.record.span))
            }
        },
        title: { metric, page in metric.record.name[page.language] },
        description: { metric, page in metric.record.definition[page.language] },
        trail: { _, _ in [PageID(.home), PageID(.metrics)] }, styles: { _ in StyleSheet.charts }, schemaType: .dataset,
        menu: .below(.metrics), printedAnchor: { "metrics." + $0.metrics[$1].id },
        search: { metric, page in page.searchWriter.document(of: metric) },
        view: metricView)

    private static let metricView = View<MetricRef>(
        "metric", pageFields(),
        [
            .text("definition", "what is counted, and what the source leaves open") { metric, page in
                metric.record.definition[page.language]
            },
            .text("kind", "count, share and so on, in words") { metric, page in
                page.strings[.metricKind, metric.record.kind]
            },
            .text("unit", "the unit") { metric, page in metric.record.unit?[page.language] },
            .text("direction", "whether more is better, in words") { metric, page in
                page.strings[.direction, metric.record.direction]
            },
            .text("formula", "how it is worked out") { metric, page in metric.record.formula?[page.language] },
            .text("numerator", "what is divided") { metric, page in metric.record.numerator?[page.language] },
            .text("denominator", "what it is divided by") { metric, page in
                metric.record.denominator?[page.language]
            },
            .flag("is-relative", "whether it needs a denominator") { metric, _ in
                [.share, .change, .index].contains(metric.record.kind)
            },
        ],
        [
            .list("charts", of: chartView, "its figures, drawn") { metric, page in page.charts(of: metric) },
            .list("figures", of: figureView, "its figures") { metric, _ in
                metric.observations.figures(namesPlace: true)
            },
            .text("more-figures", "how many more there are than fit the page") { metric, page in
                page.moreFigures(metric.observations.count - Figure.most)
            },
            .list("apart", of: reasonView, "why its figures do not all stand side by side") { metric, _ in
                metric.reasonsApart
            },
            .list("downloads", of: linkView, "the open data behind the page") { _, page in
                page.downloads([.table(.observations), .observations])
            },
            .list("practices", of: practiceCardView, "practices that list a figure of this metric") { metric, _ in
                metric.practices.listed()
            },
            .list("tasks", of: linkView, "tasks that are measured by it") { metric, page in
                metric.tasks.map { page.link(to: $0) }
            },
        ])
}

/// The metrics whose figures stand for the same.
private struct MetricGroup {
    var role: ObservationRole
    var metrics: [MetricRef]
}

/// A metric that has figures.
private struct MetricWithRole {
    var role: ObservationRole
    var metric: MetricRef
}

extension SharedLibrary {
    /// By what their figures stand for, then in the order of the registry.
    fileprivate var metricsWithRole: [MetricWithRole] {
        metrics.compactMap { metric in metric.role.map { MetricWithRole(role: $0, metric: metric) } }
            .grouped(by: \.role)
    }
}

private let metricGroupView = View<MetricGroup>(
    "metric group",
    [
        .text("id", "the anchor") { group, _ in "page.role-\(group.role.rawValue)" },
        .text("title", "what the figures stand for") { group, page in
            page.strings[.figures, group.role]
        },
        .text("intro", "what that means") { group, page in
            page.strings[explained: .figures, group.role]
        },
        .list("metrics", of: metricPanelView, "the metrics") { group, _ in group.metrics },
    ])

private let metricPanelView = View<MetricRef>(
    "metric panel",
    linkFields(title: { $0.record.name[$1.language] }, href: { $1.href(PageID(.metric, $0.index)) }),
    [
        .list("figures", of: figureView, "its figures") { metric, _ in
            Array(metric.observations.prefix(mostFiguresOfPanel)).figures(namesPlace: true)
        },
        .list("charts", of: chartView, "its first chart") { metric, page in
            Array(page.charts(of: metric).prefix(1))
        },
        .text("more", "how many more figures it has") { metric, page in
            page.moreFigures(metric.observations.count - mostFiguresOfPanel)
        },
        .list("apart", of: reasonView, "why its figures do not all stand side by side") { metric, _ in
            metric.reasonsApart
        },
    ])

private let mostFiguresOfPanel = 6

extension PageContext {
    fileprivate func moreFigures(_ count: Int) -> String? {
        count > 0 ? strings.format(.moreFigures, count: count) : nil
    }
}

extension Ref where Record == Metric {
    /// What its figures stand for: that of the first which says how things are.
    var role: ObservationRole? {
        let roles = observations.map(\.record.role)
        return roles.first(where: \.isActual) ?? roles.first
    }

    /// Why its figures are not all drawn side by side, each reason once.
    fileprivate var reasonsApart: [Incomparability] {
        let figures = observations
        guard let first = figures.first(where: { $0.record.role.isActual }) ?? figures.first else { return [] }
        let reasons = Set(
            figures.filter { $0 != first }.compactMap { other in
                shared.value.incomparability(
                    of: first.index, and: other.index,
                    overTime: first.record.period != nil && other.record.period != nil)
            })
        return Incomparability.allCases.filter(reasons.contains)
    }
}
